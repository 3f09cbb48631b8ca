import { element } from '../../browser/elements.ts'
import { parseExactly, toText } from '../../text/exact-json.ts'
import { createId, createMessages, describeName, reveal, type Control } from './control.ts'
import type { Field } from '../form.ts'

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** How a kind of input holds a value. */
interface Kind {
  input: Input
  read(text: string): unknown
  write(value: unknown): string
}

/**
 * A field with one input.
 *
 * @param label The name of an item of a list, which has no label of its own to show.
 */
export function createInput(field: Field, label?: string): Control {
  const id = createId()
  const messages = createMessages()
  const note = field.note && !label ? element('p', { class: 'note', id: `${id}-note` }, field.note) : undefined
  const { input, read, write } = createKind(field)
  input.id = id
  input.setAttribute('aria-describedby', [note?.id, messages.element.id].filter(Boolean).join(' '))
  if (label) input.setAttribute('aria-label', label)
  if (field.required) input.setAttribute('aria-required', 'true')

  return {
    element: element(
      'div',
      { class: 'field' },
      !label && element('label', { for: id }, ...describeName(field)),
      note,
      input,
      messages.element,
    ),
    read: () => (input.value === '' ? undefined : read(input.value)),
    write: (value) => {
      input.value = value === undefined ? '' : write(value)
    },
    mark: (_, message) => {
      messages.add(message)
      input.setAttribute('aria-invalid', 'true')
      return reveal(input)
    },
    clear: () => {
      messages.clear()
      input.removeAttribute('aria-invalid')
    },
  }
}

const asText = { read: (text: string): unknown => text, write: String }

function createKind({ control, values, nullable, default: preset, type }: Field): Kind {
  if (control === 'choice' || control === 'boolean') {
    const options = control === 'boolean' ? ['true', 'false'] : values
    const unset = preset === undefined ? 'not sent' : `not sent (default: ${preset})`
    const input = element(
      'select',
      {},
      element('option', { value: '' }, unset),
      ...[...options, ...(nullable ? ['null'] : [])].map((value) =>
        element('option', { value }, String(JSON.parse(value))),
      ),
    )
    return { input, read: JSON.parse, write: JSON.stringify }
  }
  if (control === 'date-time') {
    const input = element('input', { type: 'datetime-local', step: '1' })
    return { input, read: (text) => new Date(text).toISOString(), write: toLocal }
  }
  if (control === 'number') {
    const input = element('input', { inputmode: 'decimal', placeholder: preset })
    return { input, read: readNumber, write: toText }
  }
  if (control === 'lines') {
    return { input: element('textarea', { rows: '6', spellcheck: 'false' }), ...asText }
  }
  if (control === 'json') {
    const input = element('textarea', { rows: '4', placeholder: 'JSON' })
    return { input, read: parse, write: (value) => JSON.stringify(value, null, 2) }
  }
  const input = element('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: preset ?? (type.endsWith('<uuid>') ? '8-4-4-4-12 hexadecimal digits' : undefined),
  })
  return { input, ...asText }
}

/** Text that is not a number is sent as it is, so that the API rejects it. A large integer keeps all its digits. */
function readNumber(text: string): unknown {
  if (Number.isNaN(Number(text))) return text
  return parse(text.trim())
}

/** A text that is not JSON is sent as a text. */
function parse(text: string): unknown {
  try {
    return parseExactly(text)
  } catch {
    return text
  }
}

/** A date-time as the input wants it: in the reader's zone, to the second. */
function toLocal(value: unknown): string {
  const date = new Date(String(value))
  if (Number.isNaN(date.getTime())) return ''
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}
