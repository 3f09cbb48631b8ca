import { quoteSingle, typescript, writeLiteral } from '../literal.ts'
import type { RequestTemplate, Sample, SampleRequest } from '../request.ts'

/** Whether the packages have a method for the operation. */
const hasMethod = ({ names }: RequestTemplate) => names !== undefined

const readBody = ({ body }: SampleRequest) => (body?.kind === 'json' ? body.value : undefined)

function writeCall(request: SampleRequest): string {
  const body = readBody(request)
  return `${['seam', ...(request.names ?? [])].join('.')}(${body === undefined ? '' : writeLiteral(body, typescript)})`
}

/** The call with what is done with its result. */
function writeUse(request: SampleRequest, writePages: (call: string) => string): string {
  const { kind, variable } = request.result
  const call = writeCall(request)
  switch (kind) {
    case 'none':
      return `await ${call}`
    case 'page':
      return `for await (const ${variable} of ${writePages(call)}) {\n  console.log(${variable})\n}`
    case 'one':
    case 'list':
    case 'object':
      return `const ${variable} = await ${call}\nconsole.log(${variable})`
  }
}

interface Library {
  module: string
  /** What tells an error of the API from others. */
  guard: { name: string; write(error: string): string }
  /** The properties of such an error: its status, its type and the id of the request. */
  details: string[]
  /** What gives every item of all pages, one after the other. */
  writePages(call: string): string
}

const writeNamed =
  ({ module, guard, details, writePages }: Library) =>
  (request: SampleRequest) =>
    `${writeInstall(module, request)}
import { ${guard.name}, Seam } from '${module}'

const seam = new Seam() // the key is in SEAM_API_KEY

try {
  ${writeUse(request, writePages).replaceAll('\n', '\n  ')}
} catch (error) {
  if (!${guard.write('error')}) throw error
  console.error(${details.map((name) => `error.${name}`).join(', ')})
}
`

const writeInstall = (module: string, { isPublished }: RequestTemplate) =>
  `// npm install ${module}${isPublished || module === 'seam' ? '' : ' (not on npm yet)'}`

export const client: Sample = {
  id: 'client',
  label: 'TypeScript',
  language: 'typescript',
  supports: hasMethod,
  write: writeNamed({
    module: '@seam-acs/client',
    guard: { name: 'SeamApiError', write: (error) => `(${error} instanceof SeamApiError)` },
    details: ['status', 'type', 'requestId'],
    writePages: (call) => call,
  }),
}

export const clientByPath: Sample = {
  id: 'path',
  label: 'TypeScript (fetch client)',
  language: 'typescript',
  supports: hasMethod,
  write(request) {
    const { method, path, result, requestId } = request
    const body = readBody(request)
    const id = requestId ? `, response.headers.get(${quoteSingle(requestId)})` : ''
    return `${writeInstall('@seam-acs/client', request)}
import { createFetchClient } from '@seam-acs/client/openapi-fetch'

const client = createFetchClient() // the key is in SEAM_API_KEY

const { data, error, response } = await client.${method}(${quoteSingle(path)}${
      body === undefined ? ', {}' : `, {\n  body: ${writeLiteral(body, typescript, '  ')},\n}`
    })
console.log(response.status${id})
// A server that is overloaded or behind a proxy may respond without JSON.
if (typeof error === 'object') console.error(error.error.type)
else console.log(${result.key ? `data?.${result.key}` : 'data'})
`
  },
}

export const seamSdk: Sample = {
  id: 'seam',
  label: "TypeScript (Seam's SDK)",
  language: 'typescript',
  supports: hasMethod,
  write: writeNamed({
    module: 'seam',
    guard: { name: 'isSeamHttpApiError', write: (error) => `isSeamHttpApiError(${error})` },
    details: ['statusCode', 'code', 'requestId'],
    writePages: (call) => `seam.createPaginator(${call}).flatten()`,
  }),
}
