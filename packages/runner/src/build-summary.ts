import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { pnpm } from './command.ts'
import { root } from './turbo.ts'

const artefacts = [
  ['spec/dist/openapi.json', 'the contract in one file'],
  ['packages/types/dist', '@seam-acs/types'],
  ['packages/client/dist', '@seam-acs/client'],
  ['packages/mock/dist', '@seam-acs/mock'],
  ['packages/docs/dist/index.html', 'the API reference: open it in a browser'],
] as const

export async function printBuildSummary(): Promise<void> {
  const { info, paths, components } = JSON.parse(await readFile(join(root, artefacts[0][0]), 'utf8'))
  const operations = count(Object.keys(paths).length, 'operation')
  const schemas = count(Object.keys(components.schemas).length, 'schema')

  console.log(`\nBuilt from spec/openapi.yaml, version ${info.version} (${operations}, ${schemas}):`)
  for (const [path, description] of artefacts) {
    await stat(join(root, path))
    console.log(`  ${styleText('green', path.padEnd(32))}${description}`)
  }
  console.log(`Next: \`${pnpm} test\` runs every test; README.md explains how to change the API.`)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
