import { readFile, writeFile } from 'node:fs/promises'

/** The spec with the version that changesets gave to the published packages, which they share. */
export function withVersion(spec: string, version: string): string {
  return spec.replace(/^ {2}version: .*$/m, `  version: ${version}`)
}

if (import.meta.main) {
  const spec = new URL('../spec/openapi.yaml', import.meta.url)
  const types = new URL('../packages/types/package.json', import.meta.url)
  const { version } = JSON.parse(await readFile(types, 'utf8'))
  await writeFile(spec, withVersion(await readFile(spec, 'utf8'), version))
}
