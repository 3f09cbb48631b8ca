import { readFile, writeFile } from 'node:fs/promises'

/** Sets the spec's version, which is the one that changesets gives to all published packages. */
export function withVersion(spec: string, version: string): string {
  return spec.replace(/^ {2}version: .*$/m, `  version: ${version}`)
}

if (import.meta.main) {
  const spec = new URL('../spec/openapi.yaml', import.meta.url)
  const types = new URL('../packages/types/package.json', import.meta.url)
  const { version } = JSON.parse(await readFile(types, 'utf8'))
  await writeFile(spec, withVersion(await readFile(spec, 'utf8'), version))
}
