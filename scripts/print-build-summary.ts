import { stat } from 'node:fs/promises'
import { styleText } from 'node:util'
import { readContract } from '@seam-acs/spec/model'

const artefacts = [
  ['spec/dist/openapi.json', 'the contract in one file'],
  ['packages/types/dist', '@seam-acs/types'],
  ['packages/client/dist', '@seam-acs/client'],
  ['packages/mock/dist', '@seam-acs/mock'],
  ['packages/docs/dist/index.html', 'the API reference: open it in a browser'],
] as const

const { info, paths, components } = await readContract()
const operations = Object.keys(paths ?? {}).length
const schemas = Object.keys(components?.schemas ?? {}).length

console.log(
  `\nBuilt from spec/openapi.yaml, version ${info.version} (${count(operations, 'operation')}, ${count(schemas, 'schema')}):`,
)
for (const [path, what] of artefacts) {
  await stat(new URL(`../${path}`, import.meta.url))
  console.log(`  ${styleText('green', path.padEnd(32))}${what}`)
}
console.log('Next: `npx --yes pnpm@12.21.0 test` runs every test; README.md says how to change the API.')

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
