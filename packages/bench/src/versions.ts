import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { availableParallelism, cpus } from 'node:os'
import type { Contender } from './contenders.ts'

/** The name with the library's version. Our own client has none, because this commit is what is measured. */
export function nameVersioned({ name, installed, generated }: Contender): string {
  const library = installed ?? generated
  if (!library || library === '@seam-acs/client') return name
  const { version } = JSON.parse(readFileSync(findPackageJSON(library, import.meta.url)!, 'utf8'))
  return `${name} ${version}`
}

export function describeMachine(): string {
  return `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${process.platform}, node ${process.versions.node}`
}
