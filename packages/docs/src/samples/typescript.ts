import { quoteSingle, typescript, writeLiteral } from './literal.ts'
import type { Sample, SampleRequest } from './request.ts'

/** `seam.acs.credentials.create` for `/acs/credentials/create`. */
function writeCall({ names, body }: SampleRequest): string {
  const argument = body === undefined ? '' : writeLiteral(body, typescript)
  return `${['seam', ...names].join('.')}(${argument})`
}

/** @param writePages What gives every item of all pages, one after the other. */
const writeNamed = (module: string, writePages: (call: string) => string) => (request: SampleRequest) =>
  `import { Seam } from '${module}'

const seam = new Seam() // the key is in SEAM_API_KEY

${writeUse(request, writePages)}
`

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

export const client: Sample = {
  id: 'client',
  label: 'TypeScript',
  language: 'typescript',
  write: writeNamed('@seam-acs/client', (call) => call),
}

export const clientByPath: Sample = {
  id: 'path',
  label: 'TypeScript, by path',
  language: 'typescript',
  write: (request) =>
    `import { Seam } from '@seam-acs/client'

const seam = new Seam() // the key is in SEAM_API_KEY

const { data, error } = await seam.fetchClient.${request.method}(${quoteSingle(request.path)}${
      request.body === undefined ? '' : `, {\n  body: ${writeLiteral(request.body, typescript, '  ')},\n}`
    })
console.log(data?.${request.result.key ?? 'ok'}, error)
`,
}

export const seamSdk: Sample = {
  id: 'seam',
  label: "Seam's SDK",
  language: 'typescript',
  write: writeNamed('seam', (call) => `seam.createPaginator(${call}).flatten()`),
}
