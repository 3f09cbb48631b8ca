import { camelCase } from '@seam-acs/spec/model'
import { quoteSingle, typescript, writeLiteral } from './literal.ts'
import type { Sample, SampleRequest } from './request.ts'

/** `seam.acs.credentials.create` for `/acs/credentials/create`. */
const method = ({ path }: SampleRequest) => ['seam', ...path.slice(1).split('/').map(camelCase)].join('.')

const variable = ({ resultKey = 'result' }: SampleRequest) => camelCase(resultKey)

const argument = ({ body }: SampleRequest) => (body === undefined ? '' : writeLiteral(body, typescript))

const writeNamed = (module: string) => (request: SampleRequest) =>
  `import { Seam } from '${module}'

const seam = new Seam() // the key is in SEAM_API_KEY

const ${variable(request)} = await ${method(request)}(${argument(request)})
console.log(${variable(request)})
`

export const client: Sample = {
  id: 'client',
  label: 'TypeScript',
  language: 'typescript',
  write: writeNamed('@seam-acs/client'),
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
console.log(data?.${request.resultKey ?? 'ok'}, error)
`,
}

export const seamSdk: Sample = {
  id: 'seam',
  label: "Seam's SDK",
  language: 'typescript',
  write: writeNamed('seam'),
}
