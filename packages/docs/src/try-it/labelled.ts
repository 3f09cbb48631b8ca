import { element } from '../browser/elements.ts'

/** An input with its label and a note. */
export const createLabelled = (input: HTMLElement, text: string, note = '') =>
  element('div', { class: 'field' }, element('label', { for: input.id }, text, ' ', element('small', {}, note)), input)
