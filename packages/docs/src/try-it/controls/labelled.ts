import { element } from '../../browser/elements.ts'
import { createId, createMessages } from './control.ts'

/** An input with its label, a note and a place for what is wrong with it. */
export function createLabelled(attributes: Record<string, string>, text: string, note = '') {
  const messages = createMessages()
  const id = createId()
  const input = element('input', { id, autocomplete: 'off', spellcheck: 'false', ...attributes })
  input.setAttribute('aria-describedby', messages.element.id)
  return {
    input,
    element: element(
      'div',
      { class: 'field' },
      element('label', { for: id }, text, ' ', element('small', {}, note)),
      input,
      messages.element,
    ),
    mark(message: string): HTMLElement {
      messages.add(message)
      input.setAttribute('aria-invalid', 'true')
      return input
    },
    clear() {
      messages.clear()
      input.removeAttribute('aria-invalid')
    },
  }
}
