// Runs one stage on the document in a file, or in a folder like `spec/`, and prints the bytes of its output. The memory
// and the time of this process are taken for those of the stage, so it imports only what that stage needs.
import { readFile } from 'node:fs/promises'
import type { Json } from '@seam-acs/spec/model'
import { sizeOf } from './size-of.ts'

const [name = '', file = '', folder = ''] = process.argv.slice(2)

const read = async (): Promise<Json> => JSON.parse(await readFile(file, 'utf8'))

/** Each stage returns its output, or undefined if it writes its output into `folder`. */
const stages: Record<string, () => Promise<string | undefined>> = {
  async 'lint and bundle'() {
    const result = await (await import('@seam-acs/spec/bundle-spec')).bundleSpec(file)
    return 'problems' in result ? '' : result.text
  },
  async types() {
    return (await import('@seam-acs/codegen/types')).renderTypes(await read())
  },
  async client() {
    return (await import('@seam-acs/codegen/client')).renderOperations(await read())
  },
  async validators() {
    return (await import('@seam-acs/codegen/validators')).renderValidators(await read())
  },
  async mock() {
    return (await import('@seam-acs/codegen/mock')).renderMockContract(await read())
  },
  async 'types and client'() {
    return `${await stages['types']!()}${await stages['client']!()}`
  },
  async ledger() {
    const { generateFiles } = await import('@seam-acs/contract-tests/generated-files')
    return [...generateFiles(await read(), []).files.values()].join('')
  },
  async 'openapi-typescript'() {
    const { default: openapiTypescript, astToString } = await import('openapi-typescript')
    return astToString(await openapiTypescript(await read(), { silent: true }))
  },
  async 'hey-api'() {
    await (await import('../../src/generators.ts')).generateHeyApi(file, folder)
    return undefined
  },
  async orval() {
    await (await import('../../src/generators.ts')).generateOrval(file, folder)
    return undefined
  },
}

const output = await stages[name]!()
console.log(`${output === undefined ? await sizeOf(folder) : Buffer.byteLength(output)} bytes`)
