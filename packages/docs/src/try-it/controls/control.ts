import { element } from '../../browser/elements.ts'
import type { Field } from '../form.ts'

/** A part of the form: an input, or several that make one value. */
export interface Control {
  element: HTMLElement
  /** The value as it is sent; undefined for none. */
  read(): unknown
  /** Undefined empties the part. */
  write(value: unknown): void
  /**
   * Shows a message at the part of this control to which the path leads, or at the control itself.
   *
   * @returns The input that is meant, made visible.
   */
  mark(path: string[], message: string): HTMLElement
  /** Takes all messages away. */
  clear(): void
}

let count = 0

/** An id that no other element of the page has. */
export const createId = () => `try-${++count}`

/** The name of a field as a heading, with its type and what it needs; the spaces are for screen readers. */
export const describeName = ({ name, type, required, deprecated }: Field) => [
  element('code', {}, name),
  ' ',
  element('small', {}, type),
  ...(required ? [' ', element('b', {}, 'required')] : []),
  ...(deprecated ? [' ', element('small', {}, 'deprecated')] : []),
]

/** A place for messages beside a field; empty, it takes no room. */
export function createMessages() {
  const node = element('p', { class: 'problem', id: createId(), hidden: true })
  return {
    element: node,
    add(message: string) {
      node.textContent = [node.textContent, message].filter(Boolean).join(' ')
      node.hidden = false
    },
    clear() {
      node.textContent = ''
      node.hidden = true
    },
  }
}

/** Makes an element visible inside closed details. */
export function reveal(node: HTMLElement): HTMLElement {
  for (let outer = node.closest('details'); outer; outer = outer.parentElement!.closest('details')) outer.open = true
  return node
}
