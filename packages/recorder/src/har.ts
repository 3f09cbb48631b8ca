import { STATUS_CODES } from 'node:http'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import type { Entry, Har, Header } from 'har-format'
import { readServer } from './context.ts'
import { RecordError } from './record-error.ts'
import type { RecordingFile } from './recording/recording-files.ts'
import { type Exchange, type Message, type Recording, toMessage, toText } from './recording/recording.ts'

/** An exchange from a HAR file. */
export interface ReadEntry {
  /** Relative to `recordings/`; undefined if another tool wrote the HAR file. */
  file?: string
  /** Not redacted yet; `recorded` is undefined if another tool wrote the HAR file. */
  recording: Exchange & Partial<Pick<Recording, 'recorded'>>
  host: string
  /** When the exchange took place, such as `2026-11-22T00:00:00.000Z`. */
  at: string
  /** What authenticated the request, as far as its headers say. */
  secrets: string[]
}

/** Recordings as HAR 1.2. What HAR has no field for is in fields whose names begin with `_`, as HAR allows. */
export function toHar(contract: OpenApiDocument, recordings: RecordingFile[]): Har {
  const creator = { name: contract.info.title, version: contract.info.version }
  const server = readServer(contract)
  return { log: { version: '1.2', creator, entries: recordings.map((file) => toEntry(file, server)) } }
}

function toEntry({ file, recording: { recorded, request, response } }: RecordingFile, server: string): Entry {
  const [sent, received] = [toText(request), toText(response)]
  const hasBody = request.body !== undefined || request.text !== undefined
  return {
    startedDateTime: `${recorded.at}T00:00:00.000Z`,
    time: 0,
    request: {
      method: request.method,
      url: server + request.path,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toList(request.headers),
      queryString: [...new URLSearchParams(request.path.split('?')[1])].map(([name, value]) => ({ name, value })),
      ...(hasBody && { postData: { mimeType: typeOf(request), text: sent } }),
      headersSize: -1,
      bodySize: Buffer.byteLength(sent),
    },
    response: {
      status: response.status,
      statusText: STATUS_CODES[response.status] ?? '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toList(response.headers),
      content: { size: Buffer.byteLength(received), mimeType: typeOf(response), text: received },
      redirectURL: '',
      headersSize: -1,
      bodySize: Buffer.byteLength(received),
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    _file: file,
    _recorded: recorded,
    _request: kindOf(request),
    _response: kindOf(response),
  }
}

const toList = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => ({ name, value }))
/** HAR requires a type; browsers write this if there is none. */
const noType = 'x-unknown'
const typeOf = ({ headers }: Message) => headers['content-type'] ?? noType
const kindOf = ({ body, text }: Message) => (body !== undefined ? 'body' : text !== undefined ? 'text' : 'empty')

/**
 * The exchanges of a HAR file of any tool. From a file that `toHar` made come the same recordings again.
 *
 * @throws {RecordError} when it is not a HAR file.
 */
export function fromHar(contract: OpenApiDocument, har: Har): ReadEntry[] {
  if (!Array.isArray(har?.log?.entries)) throw new RecordError('This is not a HAR file: it has no `log.entries`.')
  const server = readServer(contract)
  return har.log.entries.map((entry, index) => {
    try {
      return readEntry(entry, server)
    } catch {
      // Its message could quote the entry.
      throw new RecordError(`Entry ${index} of the HAR file is not valid HAR 1.2.`)
    }
  })
}

/** @throws when what is read of an entry has another type than HAR 1.2 says. */
function checkEntry({ request, response, startedDateTime }: Entry): void {
  const { postData, method, url } = request
  const { content, status } = response
  const pairs = [request, response].flatMap(({ headers, cookies }) => [...headers, ...cookies])
  const texts = [
    startedDateTime,
    method,
    url,
    ...pairs.flatMap(({ name, value }) => [name, value]),
    ...(postData?.params ?? []).flatMap(({ name, value = '' }) => [name, value]),
    ...[postData?.mimeType, postData?.text, content.mimeType, content.text, content.encoding].map((text) => text ?? ''),
  ]
  if (!texts.every((text) => typeof text === 'string') || !Number.isInteger(status)) throw new TypeError('wrong type')
  if (Number.isNaN(Date.parse(startedDateTime))) throw new TypeError('not a date')
}

function readEntry(entry: Entry, server: string): ReadEntry {
  checkEntry(entry)
  const { request, response, startedDateTime, _file, _recorded, _request, _response } = entry
  const { origin, host, pathname, search } = new URL(request.url)
  const isOurs = typeof _file === 'string'
  const path = isOurs && request.url.startsWith(server) ? request.url.slice(server.length) : pathname + search
  const { text, encoding } = response.content
  const received = encoding === 'base64' ? Buffer.from(text ?? '', 'base64').toString() : (text ?? '')
  const parameters = request.postData?.params?.map(({ name, value = '' }) => [name, value] as [string, string])
  const sent = request.postData?.text ?? (parameters ? `${new URLSearchParams(parameters)}` : '')
  const sentHeaders = toRecord(request.headers, isOurs, request.postData?.mimeType)
  const recording = {
    ...(isOurs && { recorded: _recorded as Recording['recorded'] }),
    request: { method: request.method, path, ...toKind(_request, sentHeaders, sent) },
    response: {
      status: response.status,
      ...toKind(_response, toRecord(response.headers, isOurs, response.content.mimeType), received),
    },
  }
  return {
    ...(isOurs && { file: _file }),
    recording,
    host: origin === new URL(server).origin ? new URL(server).host : host,
    at: startedDateTime,
    secrets: [request, response]
      .flatMap(({ headers, cookies }) => [...headers.filter(({ name }) => secretHeader.test(name)), ...cookies])
      .flatMap(({ value }) => value.split(/[\s,;=]+/).filter((part) => part.length >= 8)),
  }
}

function toKind(kind: unknown, headers: Record<string, string>, text: string): Message {
  if (kind === 'body') return { headers, body: JSON.parse(text) }
  if (kind === 'text') return { headers, text }
  return kind === 'empty' ? { headers } : toMessage(headers, text)
}

/** Headers of another tool get names in lower case; the pseudo-headers of HTTP/2, such as `:path`, are left out. */
function toRecord(headers: Header[], isOurs: boolean, type?: string): Record<string, string> {
  if (isOurs) return Object.fromEntries(headers.map(({ name, value }) => [name, value]))
  const plain = headers
    .filter(({ name }) => !name.startsWith(':'))
    .map(({ name, value }) => [name.toLowerCase(), value])
  return { ...(type && type !== noType && { 'content-type': type }), ...Object.fromEntries(plain) }
}

const secretHeader = /auth|cookie|credential|key|secret|session|token|workspace/i
