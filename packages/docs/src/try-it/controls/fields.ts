import { element } from '../../browser/elements.ts'
import { createId, createMessages, describeName, reveal, type Control } from './control.ts'
import type { Alternative, Field, Form } from '../form.ts'
import { createInput } from './inputs.ts'

type Values = Record<string, unknown>

/** The control of a field, whatever its kind; `label` as for `createInput`. */
export function createField(field: Field, label?: string): Control {
  if (field.control === 'list') return createList(field)
  if (field.control === 'group') return createGroup(field, label)
  return createInput(field, label)
}

/** The whole body of a request. */
export const createBody = (field: Field): Control =>
  field.control === 'group' ? createForm(field.form!) : createField(field, 'Request body')

/** All fields of a form; it reads as an object. */
function createForm({ fields, choices: sets }: Form): Control {
  const controls = new Map(fields.map((field) => [field.name, createField(field)]))
  const choices = sets.map((alternatives) => ({ alternatives, control: createChoice(alternatives) }))
  const messages = createMessages()
  const parts = [...choices.map(({ control }) => control), ...controls.values()]

  return {
    element: element('div', { class: 'form' }, messages.element, ...parts.map((part) => part.element)),
    read: () => {
      const own = [...controls].map(([name, control]) => [name, control.read()] as const)
      const chosen = choices.map(({ control }) => control.read() as Values)
      return { ...Object.assign({}, ...chosen), ...Object.fromEntries(own.filter(([, value]) => value !== undefined)) }
    },
    write: (value) => {
      for (const { control } of choices) control.write(value)
      for (const [name, control] of controls) control.write((value as Values | undefined)?.[name])
    },
    mark: (path, message) => {
      const [name, ...rest] = path
      const own = controls.get(name!)
      if (own) return own.mark(rest, message)
      const choice = choices.find(({ alternatives }) => alternatives.some((set) => hasField(set, name))) ?? choices[0]
      if (choice) return choice.control.mark(path, message)
      messages.add(`${name ?? ''} ${message}`.trim())
      return messages.element
    },
    clear: () => {
      messages.clear()
      for (const part of parts) part.clear()
    },
  }
}

const hasField = ({ form, others }: Alternative, name: string | undefined) =>
  [...form.fields, ...others].some((field) => field.name === name)

/** A choice between several forms, of which the chosen one is shown and sent. */
function createChoice(alternatives: Alternative[]): Control {
  const messages = createMessages()
  const group = createId()
  const options = alternatives.map(({ label, form, others }) => {
    const input = element('input', { type: 'radio', name: group })
    const own = createForm(form)
    const rest = others.length > 0 ? createForm({ fields: others, choices: [] }) : undefined
    const more = rest && element('details', { class: 'group' }, element('summary', {}, 'Also allowed'), rest.element)
    const body = element('div', {}, own.element, more)
    return { label: element('label', {}, input, ' ', label), input, own, rest, more, body, form, others }
  })
  const chosen = () => options.find(({ input }) => input.checked)!
  const show = () => {
    for (const { body, input } of options) body.hidden = !input.checked
  }
  options[0]!.input.checked = true
  show()
  const box = element(
    'fieldset',
    { class: 'one-of', 'aria-describedby': messages.element.id },
    element('legend', {}, 'Provide one of these'),
    element('div', { class: 'options' }, ...options.map(({ label }) => label)),
    messages.element,
    ...options.map(({ body }) => body),
  )
  box.addEventListener('change', show)

  return {
    element: box,
    read: () => ({ ...(chosen().own.read() as Values), ...(chosen().rest?.read() as Values) }),
    write: (value) => {
      const present = ({ form }: (typeof options)[number]) => {
        const given = form.fields.filter(({ name }) => (value as Values | undefined)?.[name] !== undefined)
        const isWhole = form.fields.every((field) => !field.required || given.includes(field))
        return Number(isWhole) * 1000 + given.length
      }
      const [best] = options.toSorted((one, other) => present(other) - present(one))
      best!.input.checked = true
      show()
      for (const { own, rest, more } of options) {
        own.write(value)
        rest?.write(value)
        if (more) more.open = Object.keys(rest!.read() as Values).length > 0
      }
    },
    mark: (path, message) => {
      const { form, others, own, rest, input } = chosen()
      const isMeant = ({ name }: Field) => name === path[0]
      if (form.fields.some(isMeant) || form.choices.length > 0) return own.mark(path, message)
      if (others.some(isMeant)) return reveal(rest!.mark(path, message))
      messages.add(`${path.join('.')} ${message}`.trim())
      return input
    },
    clear: () => {
      messages.clear()
      for (const { own, rest } of options) {
        own.clear()
        rest?.clear()
      }
    },
  }
}

/** The fields of a nested object, sent if any of them is. */
function createGroup(field: Field, label?: string): Control {
  const form = createForm(field.form!)
  const heading = label ? [label] : describeName(field)
  const box = element(
    'details',
    { class: 'group' },
    element('summary', {}, ...heading),
    field.note !== '' && !label && element('p', { class: 'note' }, field.note),
    form.element,
  )
  return {
    ...form,
    element: box,
    read: () => {
      const value = form.read() as Values
      return Object.keys(value).length > 0 ? value : undefined
    },
    write: (value) => {
      form.write(value)
      box.open = value !== undefined
    },
    mark: (path, message) => reveal(form.mark(path, message)),
  }
}

/** Any number of items, each of which can be removed; sent if there is one. */
function createList(field: Field): Control {
  let items: Control[] = []
  const messages = createMessages()
  const list = element('ol', {})
  const add = element('button', { type: 'button' }, 'Add an item')
  const isFilled = (value: unknown) => value !== undefined

  const append = () => {
    const control = createField(field.item!, `${field.name}, item ${items.length + 1}`)
    const remove = element('button', { type: 'button', 'aria-label': `Remove item ${items.length + 1}` }, '×')
    const row = element('li', {}, control.element, remove)
    remove.addEventListener('click', () => {
      items = items.filter((item) => item !== control)
      row.remove()
      add.focus()
      add.dispatchEvent(new Event('input', { bubbles: true }))
    })
    items.push(control)
    list.append(row)
    return control
  }
  add.addEventListener('click', () => append().element.querySelector<HTMLElement>('input,select,textarea')?.focus())

  return {
    element: element(
      'fieldset',
      { class: 'field list', 'aria-describedby': messages.element.id },
      element('legend', {}, ...describeName(field)),
      field.note !== '' && element('p', { class: 'note' }, field.note),
      list,
      messages.element,
      add,
    ),
    read: () => {
      const values = items.map((item) => item.read()).filter(isFilled)
      return values.length > 0 ? values : undefined
    },
    write: (value) => {
      items = []
      list.replaceChildren()
      for (const item of Array.isArray(value) ? value : []) append().write(item)
    },
    mark: (path, message) => {
      const [place, ...rest] = path
      // The path counts what was sent, and empty items were not.
      const item = place === undefined ? undefined : items.filter((sent) => isFilled(sent.read()))[Number(place)]
      if (item) return item.mark(rest, message)
      messages.add(message)
      return reveal(add)
    },
    clear: () => {
      messages.clear()
      for (const item of items) item.clear()
    },
  }
}
