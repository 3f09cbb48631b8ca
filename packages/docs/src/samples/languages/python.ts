import { python, quote, writeLiteral } from '../literal.ts'
import type { Sample, SampleBody, SampleRequest } from '../request.ts'
import { findBasic, listAllHeaders, listCookies, listHeaders, type Text } from '../text.ts'

export const pythonRequests: Sample = {
  id: 'python',
  label: 'Python',
  language: 'python',
  supports: () => true,
  write(request) {
    const call = writeCall(request)
    const modules = ['os', 'json'].filter((module) => call.includes(`${module}.`)).toSorted()
    return `# pip install requests
${modules.map((module) => `import ${module}\n`).join('')}${modules.length > 0 ? '\n' : ''}import requests

${call}
${writeResult(request)}`
  },
}

const read = (variable: string, mark = '"') => `os.environ[${mark}${variable}${mark}]`

function writeValue(text: Text): string {
  const [first] = text
  if (text.length === 1 && first !== undefined) return typeof first === 'string' ? quote(first) : read(first.variable)
  const parts = text.map((part) => (typeof part === 'string' ? part : `{${read(part.variable, "'")}}`))
  return `f"${parts.join('')}"`
}

function writeCall(request: SampleRequest): string {
  const { method, server, target, credentials, body } = request
  const isUsual = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(method)
  const keys = credentials.flatMap((credential): [string, Text][] =>
    credential.kind === 'key' && credential.in === 'query'
      ? [[credential.name, [{ variable: credential.variable }]]]
      : [],
  )
  const needsType = body && (body.kind === 'text' || body.kind === 'file' || isOtherJson(body))
  const cookies = listCookies(request)
  // A dictionary has each name once.
  const isRepeated = new Set(cookies.map(([name]) => name)).size < cookies.length
  const headers: [string, Text][] = [
    ...(isRepeated ? listAllHeaders(request).filter(([name]) => name !== 'Content-Type') : listHeaders(request)),
    ...(needsType ? [['Content-Type', [body.mediaType]] as [string, Text]] : []),
  ]
  const basic = findBasic(request)
  const options = [
    quote(server.replace(/\/$/, '') + target),
    ...writeOption('params', keys),
    ...writeOption('headers', headers),
    ...writeOption('cookies', isRepeated ? [] : cookies),
    ...(basic ? [`auth=(${read(basic.user)}, ${read(basic.password)})`] : []),
    ...writeBody(body),
    'timeout=30',
  ]
  const call = isUsual ? `requests.${method.toLowerCase()}(` : `requests.request(\n    ${quote(method)},`
  return `response = ${call}\n${options.map((option) => `    ${option},\n`).join('')})`
}

const writeOption = (name: string, entries: [string, Text][]) =>
  entries.length > 0
    ? [`${name}={${entries.map(([key, value]) => `${quote(key)}: ${writeValue(value)}`).join(', ')}}`]
    : []

const isOtherJson = ({ kind, mediaType }: SampleBody) => kind === 'json' && mediaType !== 'application/json'

function writeBody(body: SampleBody | undefined): string[] {
  switch (body?.kind) {
    case undefined:
      return []
    case 'json': {
      const value = writeLiteral(body.value, python, '    ')
      return [isOtherJson(body) ? `data=json.dumps(${value})` : `json=${value}`]
    }
    case 'text':
      return [`data=${quote(body.text)}.encode()`]
    case 'file':
      return ['data=open("file", "rb")']
    case 'form':
      return [`data=${writePairs(body.fields)}`]
    case 'multipart':
      return [
        ...(body.fields.length > 0 ? [`data=${writePairs(body.fields)}`] : []),
        // Without a file, an unnamed empty one makes the body multipart.
        body.files.length > 0
          ? `files={${body.files.map((name) => `${quote(name)}: open(${quote(name)}, "rb")`).join(', ')}}`
          : 'files={"": ("", "")}',
      ]
  }
}

const writePairs = (fields: [string, string][]) =>
  `[${fields.map(([name, value]) => `(${quote(name)}, ${quote(value)})`).join(', ')}]`

function writeResult({ requestId, hasErrorType, result }: SampleRequest): string {
  const shown = result.isJson ? `response.json()${result.key ? `[${quote(result.key)}]` : ''}` : 'response.text'
  const id = requestId ? `, response.headers.get(${quote(requestId)})` : ''
  const failure = hasErrorType
    ? `if not response.ok:
    raise SystemExit(f"{response.json()['error']['type']}: {response.text}")`
    : 'response.raise_for_status()'
  return `print(response.status_code${id})\n${failure}\nprint(${shown})\n`
}
