import { adopt, element } from '../browser/elements.ts'
import { loadPart } from '../browser/load-part.ts'
import { createId } from './controls/control.ts'
import type { RequestValues } from '../samples/request.ts'
import { call } from './call.ts'
import { createBody, createField } from './controls/fields.ts'
import type { TriedOperation } from './operation.ts'
import { createSample, createWire } from './render-exchange.ts'
import { createTarget } from './target.ts'
import styles from './try-it.css'

const panels = new Map<string, HTMLDialogElement>()

adopt(styles)
docs['try-it'] = (control) => void open(control.dataset['operation']!)

async function open(id: string) {
  let panel = panels.get(id)
  if (!panel) {
    const operation = await loadPart<TriedOperation>(`try-it/${id}`)
    // A second click may have come while the first was waiting.
    panel = panels.get(id) ?? createPanel(operation)
    panels.set(id, panel)
    document.body.append(panel)
  }
  if (!panel.open) panel.showModal()
}

function createPanel(operation: TriedOperation): HTMLDialogElement {
  const { examples, template } = operation
  const { method, path } = template
  const body = operation.body && createBody(operation.body)
  const parameters = operation.parameters.map((field) => ({ field, control: createField(field) }))
  const parts = [...parameters.map(({ control }) => control), ...(body ? [body] : [])]
  const target = createTarget(operation)
  const wire = createWire()
  const sample = createSample(operation)
  const title = element('h2', { id: createId() }, element('b', {}, method), ' ', element('code', {}, path))
  const close = element('button', { type: 'button' }, 'Close')
  const example = element(
    'select',
    { id: createId() },
    ...examples.map(({ summary }, index) => element('option', { value: String(index) }, summary)),
    element('option', { value: '' }, 'Empty form'),
  )
  const check = element('input', { type: 'checkbox', checked: true })
  const status = element('p', { role: 'status' })
  const send = element('button', { class: 'send' }, 'Send')
  const form = element(
    'form',
    { novalidate: true },
    target.element,
    examples.length > 0 &&
      element('div', { class: 'field' }, element('label', { for: example.id }, 'Example'), example),
    ...parts.map((part) => part.element),
    template.names !== undefined &&
      element('label', { class: 'check' }, check, ' Validate the request before sending it'),
    element('div', { class: 'send-bar' }, send, target.mark, status),
  )
  const dialog = element(
    'dialog',
    { class: 'try-it', 'aria-labelledby': title.id },
    element('div', { class: 'top' }, title, close),
    element('div', { class: 'halves' }, form, element('div', { class: 'results' }, wire.element, sample.element)),
  )

  const read = (): RequestValues => {
    const given: RequestValues['parameters'] = {}
    for (const { field, control } of parameters) (given[field.in] ??= {})[field.name] = control.read()
    return { body: body?.read(), parameters: given }
  }
  const showSample = () => sample.show({ server: target.server(), values: read() })
  const fill = () => {
    const values = examples[Number(example.value || NaN)]?.values
    for (const part of parts) part.clear()
    for (const { field, control } of parameters) control.write(values?.parameters[field.in]?.[field.name])
    body?.write(values?.body)
    showSample()
  }

  async function submit() {
    for (const part of parts) part.clear()
    status.className = 'bad'
    const missing = target.check()
    if (missing) {
      status.textContent = 'Not sent: a value is missing.'
      missing.focus()
      return
    }
    send.disabled = true
    status.textContent = 'Sending …'
    const exchange = await call(operation, read(), { ...target.read(), validate: check.checked })
    send.disabled = false
    wire.show(exchange)
    const marked = exchange.issues.map(({ path: where, message }) => {
      const names = where.split(/[.[\]]+/).filter(Boolean)
      const parameter = parameters.find(({ field }) => field.name === names[0])
      return parameter ? parameter.control.mark(names.slice(1), message) : body?.mark(names, message)
    })
    const key = target.explain(exchange)
    const done = `Done: ${exchange.response?.status}${exchange.isMock ? ' from the mock; nothing was sent anywhere' : ''}`
    status.textContent = key ? 'The key was rejected.' : (exchange.failure ?? done)
    status.className = exchange.failure ? 'bad' : 'ok'
    if (key) key.focus()
    else if (marked[0]) marked[0].focus()
    else wire.element.scrollIntoView()
  }

  // A reader who looks at an example of the page means that one.
  const shown = document.querySelector<HTMLSelectElement>('[name=scenario]')?.selectedIndex ?? -1
  if (shown > 0 && shown < examples.length) example.value = String(shown)
  fill()
  example.addEventListener('change', fill)
  form.addEventListener('input', showSample)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })
  close.addEventListener('click', () => dialog.close())
  return dialog
}
