// Runs one stage on the document in a file, and prints the bytes of its output. The memory and the time of this
// process are taken for those of the stage, so it imports only what that stage needs.
import { readFile } from 'node:fs/promises'
import type { Json } from '@seam-acs/spec/model'
import { sizeOf } from './size-of.ts'

const [name = '', file = '', folder = ''] = process.argv.slice(2)

/** Each stage returns its output, or undefined if it writes its output into `folder`. */
const stages: Record<string, (document: Json) => Promise<string | undefined>> = {
  async types(document) {
    return (await import('@seam-acs/codegen/types')).renderTypes(document)
  },
  async client(document) {
    return (await import('@seam-acs/codegen/client')).renderOperations(document)
  },
  async validators(document) {
    return (await import('@seam-acs/codegen/validators')).renderValidators(document)
  },
  async mock(document) {
    return (await import('@seam-acs/codegen/mock')).renderMockContract(document)
  },
  async 'types and client'(document) {
    return `${await stages['types']!(document)}${await stages['client']!(document)}`
  },
  async ledger(document) {
    const { generateFiles } = await import('@seam-acs/contract-tests/generated-files')
    return [...generateFiles(document, []).files.values()].join('')
  },
  async 'openapi-typescript'(document) {
    const { default: openapiTypescript, astToString } = await import('openapi-typescript')
    return astToString(await openapiTypescript(document, { silent: true }))
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

const output = await stages[name]!(JSON.parse(await readFile(file, 'utf8')))
console.log(`${output === undefined ? await sizeOf(folder) : Buffer.byteLength(output)} bytes`)
