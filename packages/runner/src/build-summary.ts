import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { pnpm } from './command.ts'
import { root, type Task } from './turbo.ts'

/** What people use of the builds, by package. */
const artifacts = [
  ['spec', 'spec/dist/openapi.json', 'the contract in one file'],
  ['types', 'packages/types/dist', '@seam-acs/types'],
  ['client', 'packages/client/dist', '@seam-acs/client'],
  ['mock', 'packages/mock/dist', '@seam-acs/mock'],
  ['docs', 'packages/docs/dist/index.html', 'the API reference: open it in a browser'],
] as const

/** What was built, and what to do next; empty if people use nothing of it. */
export async function summarizeBuild(tasks: readonly Task[], folder: string = root): Promise<string[]> {
  const built = artifacts.filter(([name]) =>
    tasks.some(({ id, isSuccess }) => id === `@seam-acs/${name}#build` && isSuccess),
  )
  if (built.length === 0) return []
  const source = built.some(([name]) => name === 'spec') ? ` from ${await describeSpec(folder)}` : ''
  return [
    `\nBuilt${source}:`,
    ...built.map(([, path, description]) => `  ${styleText('green', path.padEnd(32))}${description}`),
    `Next: \`${pnpm} test\` runs every test; README.md explains how to change the API.`,
  ]
}

async function describeSpec(folder: string): Promise<string> {
  const { info, paths, components } = JSON.parse(await readFile(join(folder, 'spec/dist/openapi.json'), 'utf8'))
  const operations = count(Object.keys(paths).length, 'operation')
  const schemas = count(Object.keys(components.schemas).length, 'schema')
  return `spec/openapi.yaml, version ${info.version} (${operations}, ${schemas})`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
