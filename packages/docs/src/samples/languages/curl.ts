import type { Sample, SampleBody, SampleRequest } from '../request.ts'
import { findBasic, listCookies, listHeaders, writeAddress, writeBodyText, type Text } from '../text.ts'

/** Of a shell: nothing but the quote itself has a meaning between single quotes. */
const quoteShell = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** Between double quotes if there is a variable in it. */
const writeWord = (text: Text) =>
  text.every((part) => typeof part === 'string')
    ? quoteShell(text.join(''))
    : `"${text.map((part) => (typeof part === 'string' ? part.replaceAll(/["$\\`]/g, (found) => `\\${found}`) : `$${part.variable}`)).join('')}"`

export const curl: Sample = {
  id: 'curl',
  label: 'cURL',
  language: 'sh',
  supports: () => true,
  write: (request) =>
    [
      // Shows the status and the headers. An error response sets the exit code, after its body is shown.
      `curl ${writeMethod(request)}${writeWord(writeAddress(request))}`,
      '--include --fail-with-body --max-time 30',
      ...listHeaders(request).map(([name, value]) => `--header ${writeWord([`${name}: `, ...value])}`),
      ...writeCookies(request),
      ...writeBasic(request),
      ...writeBody(request.body),
    ].join(' \\\n  ') + '\n',
}

function writeMethod({ method, body }: SampleRequest): string {
  if (method === 'HEAD') return '--head '
  return method === 'GET' && !body ? '' : `--request ${method} `
}

function writeCookies(request: SampleRequest): string[] {
  const cookies = listCookies(request)
  const text = cookies.flatMap(([name, value], index): Text => [`${index === 0 ? '' : '; '}${name}=`, ...value])
  return cookies.length > 0 ? [`--cookie ${writeWord(text)}`] : []
}

function writeBasic(request: SampleRequest): string[] {
  const basic = findBasic(request)
  return basic ? [`--user "$${basic.user}:$${basic.password}"`] : []
}

function writeBody(body: SampleBody | undefined): string[] {
  if (!body) return []
  const type = `--header ${quoteShell(`Content-Type: ${body.mediaType}`)}`
  switch (body.kind) {
    case 'json':
      return [type, `--data ${quoteShell(writeBodyText(body))}`]
    case 'text':
      return [type, `--data-raw ${quoteShell(writeBodyText(body))}`]
    case 'file':
      return [type, '--data-binary @file']
    case 'form':
      // A form without fields is still sent as a form.
      if (body.fields.length === 0) return ["--data ''"]
      return body.fields.map(
        ([name, value]) => `--data-urlencode ${quoteShell(`${encodeURIComponent(name)}=${value}`)}`,
      )
    case 'multipart':
      return [
        ...body.files.map((name) => `--form ${quoteShell(`${name}=@${name}`)}`),
        ...body.fields.map(([name, value]) => `--form-string ${quoteShell(`${name}=${value}`)}`),
      ]
  }
}
