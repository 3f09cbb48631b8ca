import { quoteSingle, typescript, writeLiteral } from '../literal.ts'
import type { Sample, SampleBody, SampleRequest } from '../request.ts'
import { findBasic, listAllHeaders, writeAddress, writeJson, type Text } from '../text.ts'

/** For operations that the packages have no method for. */
export const platformFetch: Sample = {
  id: 'fetch',
  label: 'TypeScript',
  language: 'typescript',
  supports: ({ names }) => names === undefined,
  write: (request) => `// Part of Node.js 20 or later: \`npx tsx call.ts\`
${writeFiles(request.body)}const response = await fetch(${writeExpression(
    writeAddress(request),
    (variable) => `encodeURIComponent(${read(variable)} ?? '')`,
  )}, {
  method: '${request.method}',
${writeHeaders(request)}${writeBody(request.body)}  signal: AbortSignal.timeout(30_000),
})
${writeResult(request)}`,
}

const read = (variable: string) => `process.env.${variable}`

const writeExpression = (text: Text, write = read) => {
  const [first] = text
  if (text.length === 1 && first !== undefined)
    return typeof first === 'string' ? quoteSingle(first) : write(first.variable)
  const parts = text.map((part) =>
    typeof part === 'string'
      ? part.replaceAll(/[\\`]|\$(?=\{)/g, (found) => `\\${found}`)
      : `\${${write(part.variable)}}`,
  )
  return `\`${parts.join('')}\``
}

function writeHeaders(request: SampleRequest): string {
  const basic = findBasic(request)
  const headers = [
    ...(basic ? [`Authorization: \`Basic \${btoa(\`\${${read(basic.user)}}:\${${read(basic.password)}}\`)}\``] : []),
    ...listAllHeaders(request).map(
      ([name, value]) => `${typescript.key(name)}${writeExpression(value, (variable) => `${read(variable)} ?? ''`)}`,
    ),
  ]
  return headers.length > 0 ? `  headers: {\n${headers.map((header) => `    ${header},\n`).join('')}  },\n` : ''
}

function writeFiles(body: SampleBody | undefined): string {
  if (body?.kind === 'file') return "import { openAsBlob } from 'node:fs'\n\n"
  if (body?.kind !== 'multipart') return ''
  return [
    body.files.length > 0 ? "import { openAsBlob } from 'node:fs'\n\n" : '',
    'const form = new FormData()\n',
    ...body.files.map(
      (name) => `form.set(${quoteSingle(name)}, await openAsBlob(${quoteSingle(name)}), ${quoteSingle(name)})\n`,
    ),
    ...body.fields.map(([name, value]) => `form.append(${quoteSingle(name)}, ${quoteSingle(value)})\n`),
    '\n',
  ].join('')
}

function writeBody(body: SampleBody | undefined): string {
  switch (body?.kind) {
    case undefined:
      return ''
    case 'json':
      return `  body: ${writeJsonBody(body.value)},\n`
    case 'text':
      return `  body: ${quoteSingle(body.text)},\n`
    case 'form': {
      const pairs = body.fields.map(([name, value]) => `[${quoteSingle(name)}, ${quoteSingle(value)}]`)
      return `  body: new URLSearchParams([${pairs.join(', ')}]),\n`
    }
    case 'file':
      return "  body: await openAsBlob('file'),\n"
    case 'multipart':
      return '  body: form,\n'
  }
}

/** JavaScript would round a large integer, so a body with one is written as the text that it is sent as. */
const writeJsonBody = (value: unknown) =>
  hasRawNumber(value) ? quoteSingle(writeJson(value)) : `JSON.stringify(${writeLiteral(value, typescript, '  ')})`

const hasRawNumber = (value: unknown): boolean =>
  JSON.isRawJSON(value) || (typeof value === 'object' && value !== null && Object.values(value).some(hasRawNumber))

function writeResult({ requestId, hasErrorType, result }: SampleRequest): string {
  const status = `console.log(response.status${requestId ? `, response.headers.get(${quoteSingle(requestId)})` : ''})\n`
  if (!result.isJson && !hasErrorType) return `${status}console.log(await response.text())\n`
  const shown = result.key ? `result[${quoteSingle(result.key)}]` : 'result'
  return `${status}const result = await response.json()\nconsole.log(${hasErrorType ? `response.ok ? ${shown} : result.error.type` : shown})\n`
}
