import { element } from '../browser/elements.ts'
import { loadPart } from '../browser/load-part.ts'
import type { RequestValues } from '../samples/request.ts'
import type { Exchange } from './exchange.ts'
import type { TriedOperation } from './operation.ts'
import type { writers } from './samples.ts'

const writeHeaders = (headers: [string, string][]) => headers.map(([name, value]) => `${name}: ${value}\n`).join('')

/** Indented, if it is JSON. */
function writeBody(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** Code in a card with a heading and a button that copies it. */
export function createCard(title: string) {
  const heading = element('h3', {}, title)
  const code = element('code', {})
  const copy = element('button', { class: 'copy', type: 'button', 'data-script': 'page' }, 'Copy')
  const card = element('div', { class: 'card' }, heading, element('pre', { tabindex: '0' }, code), copy)
  return { card, heading, code }
}

/** What went over the wire in the last call. */
export function createWire() {
  const received = createCard('Response')
  const request = createCard('Request')
  const parts = element('div', { class: 'wire', hidden: true }, received.card, request.card)
  const show = ({ isMock, request: sent, response }: Exchange) => {
    parts.hidden = !sent
    received.card.hidden = !response
    if (sent) {
      const head = `${sent.method} ${sent.url}\n${writeHeaders(sent.headers)}`
      request.code.replaceChildren(head, sent.body && '\n', ...colour(writeBody(sent.body)))
    }
    if (response) {
      const { status, headers, text, duration } = response
      const kind = status < 300 ? 'ok' : 'bad'
      received.heading.replaceChildren(
        'Response ',
        element('span', { class: `status ${kind}` }, String(status)),
        ...(isMock ? [' ', element('b', { class: 'mock' }, 'Mock')] : []),
        element('small', {}, ` ${Math.max(1, Math.round(duration))} ms`),
      )
      received.code.replaceChildren(writeHeaders(headers), text && '\n', ...colour(writeBody(text)))
    }
  }
  return { element: parts, show }
}

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null|-?\d[\d.eE+-]*)\b/g

/** JSON with the colours of the reference: keys stay plain. */
function* colour(json: string): Generator<Node | string> {
  let end = 0
  for (const { 0: found, 1: text, 2: colon, index } of json.matchAll(token)) {
    yield json.slice(end, index)
    yield colon ? found : element('span', { class: text ? 's' : 'n' }, found)
    end = index + found.length
  }
  yield json.slice(end)
}

/** The code for the call with the form's current values, in the language that the reader chose. */
export function createSample({ template }: TriedOperation) {
  const languages = element('select', { 'aria-label': 'Language' })
  const { card, heading, code } = createCard('Code for this call')
  heading.append(languages)
  let shown: { server: string; values: RequestValues } | undefined
  let write: (next: NonNullable<typeof shown>) => string = () => ''
  const show = (next = shown) => {
    shown = next
    if (shown) code.textContent = write(shown)
  }
  const load = async () => {
    const { listSamples, fillTemplate } = await loadPart<typeof writers>('samples')
    const samples = listSamples(template)
    languages.append(...samples.map(({ label }) => element('option', {}, label)))
    const { language } = docs.store
    if (samples.some(({ label }) => label === language)) languages.value = language!
    write = ({ server, values }) =>
      samples.find(({ label }) => label === languages.value)!.write(fillTemplate({ ...template, server }, values))
    show()
  }
  load().catch((error: Error) => (code.textContent = error.message))
  languages.addEventListener('change', () => {
    docs.store['language'] = languages.value
    show()
  })
  return { element: card, show }
}
