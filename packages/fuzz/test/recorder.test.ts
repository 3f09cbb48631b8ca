import assert from 'node:assert/strict'
import { fromHar } from '@seam-acs/recorder/har'
import { createKnownSchemas, redact } from '@seam-acs/recorder/redact'
import contract from '@seam-acs/spec' with { type: 'json' }
import { type Json, type OpenApiDocument } from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import type { Har } from 'har-format'
import { expect, test } from 'vitest'
import { fuzz } from './cases.ts'
import { hostileValue, mutate, mutateText } from './hostile.ts'

const document = contract as unknown as OpenApiDocument
const schemas = createKnownSchemas(document)
const key = 'seam_test_Canary4711key'
const path = '/acs/credentials/create'

/** What must not come out, and what a server may make of it. */
const canary = fc.oneof(
  fc.constantFrom('Ada Lovelace', 'jörg@bücher.de', 'Königstraße 12', '0A1B2C3D', '王小明', 'Zoë'),
  fc.stringMatching(/^[1-9]\d{5,9}$/),
  fc.stringMatching(/^\+[1-9]\d \d{3} \d{6}$/),
  fc.emailAddress(),
  fc.uuid(),
)
const percent = (text: string) => Buffer.from(text).toString('hex').replaceAll(/../g, '%$&')
const spellings: ((text: string) => string)[] = [
  (text) => text,
  (text) => `The ${text} is in use`,
  (text) => `<td>${text}</td>`,
  (text) => JSON.stringify({ a: text }),
  (text) => JSON.stringify(JSON.stringify([text])),
  (text) => `{"a":"${text}","b`,
  (text) => `a=${encodeURIComponent(text)}&b=1`,
  percent,
  (text) => Array.from(text, (character) => `&#${character.codePointAt(0)};`).join(''),
  (text) => Array.from(text, (character) => `&#x${character.codePointAt(0)!.toString(16)};`).join(''),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  ...['-', ' ', '. ', '</b><b>', '\u200b', ' and '].map(
    (separator) => (text: string) => Array.from(text).join(separator),
  ),
  (text) => Array.from(text, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`).join(''),
]
const spelled = fc.tuple(canary, fc.constantFrom(...spellings)).map(([text, spell]) => ({ text, shown: spell(text) }))

const exchange = fc
  .record({
    secrets: fc.array(spelled, { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom(200, 400, 404, 418, 503),
    sent: fc.boolean(),
    junk: mutate({ ok: true, warnings: [{ message: 'a' }] }),
  })
  .map(({ secrets, status, sent, junk }) => {
    const message = secrets.map(({ shown }) => shown).join(' and ')
    const error = { type: 'invalid_input', message, validation_errors: { code: { _errors: [message] } }, data: junk }
    const credential = { warnings: [{ warning_code: 'a', message }], errors: [], note: message }
    const body = sent ? { display_name: secrets[0]!.text, code: secrets[0]!.text } : {}
    return { secrets, status, body, answer: { error, acs_credential: credential, ok: status === 200 }, message }
  })

/** Every text of a value, names included. */
function listTexts(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [`${value}`]
  return Object.entries(value).flatMap(([name, inner]) => [name, ...listTexts(inner)])
}

/** What remains if only letters and digits count. */
const toPlain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const isRecordError = (error: unknown) => (error as Error).name === 'RecordError'

test('no value comes out of the recorder, however a server spells it', async () => {
  const count = await fuzz('recorder', 0.14, exchange, ({ secrets, status, body, answer, message }) => {
    for (const content of [
      { headers: { 'content-type': 'application/json' }, body: answer },
      { headers: {}, text: message },
    ]) {
      const request = { method: 'POST', path, headers: {}, body }
      let redacted
      try {
        redacted = redact({ request, response: { status, ...content } }, { schemas, secrets: [key] })
      } catch (error) {
        if (!isRecordError(error)) throw error
        continue
      }
      const texts = [
        redacted.response.text ?? '',
        ...listTexts(redacted.response.body),
        ...listTexts(redacted.request.body),
      ]
      const plain = texts.map(toPlain)
      for (const { text, shown } of secrets) {
        const wanted = toPlain(text)
        const leak = texts.find(
          (each, index) =>
            each.includes(text) || plain[index]!.includes(wanted) || (shown.length > 5 && each.includes(shown)),
        )
        if (leak !== undefined) throw new Error(`${JSON.stringify(text)} came out in ${JSON.stringify(leak)}`)
      }
    }
  })
  expect(count).toBeGreaterThan(0)
})

const har = {
  log: {
    version: '1.2',
    creator: { name: 'a', version: '1' },
    entries: [
      {
        startedDateTime: '2026-11-20T10:00:00.000Z',
        request: {
          method: 'POST',
          url: `https://connect.getseam.com${path}`,
          headers: [{ name: 'authorization', value: `Bearer ${key}` }],
          cookies: [],
          postData: { mimeType: 'application/json', text: '{"code":"4711"}', params: [{ name: 'a', value: 'b' }] },
        },
        response: {
          status: 400,
          headers: [{ name: 'content-type', value: 'application/json' }],
          cookies: [],
          content: { mimeType: 'application/json', encoding: 'base64', text: 'e30=' },
        },
      },
    ],
  },
}

test('the HAR reader takes a file or rejects it in a sentence, without quoting it', async () => {
  const files = mutateText(
    mutate(har, fc.oneof(hostileValue, fc.constant(key))).map((value) => JSON.stringify(value) ?? ''),
  )
  const count = await fuzz('HAR reader', 0.3, files, (bytes) => {
    let content: Har
    try {
      content = JSON.parse(new TextDecoder().decode(bytes))
    } catch {
      return
    }
    try {
      for (const { recording, secrets } of fromHar(document, content)) {
        assert.ok(secrets.every((secret) => typeof secret === 'string'))
        redact(recording, { schemas, secrets: [key, ...secrets] })
      }
    } catch (error) {
      if (!isRecordError(error)) throw error
      assert.ok(!(error as Error).message.includes(key))
    }
  })
  expect(count).toBeGreaterThan(0)
})
