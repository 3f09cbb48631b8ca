import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { refuseUnknownKeywords } from './keywords.ts'
import type { OpenApi } from './openapi.ts'

const file = process.env['DOCS_DOCUMENT'] ?? createRequire(import.meta.url).resolve('@seam-acs/spec')

/** The text of the bundle: `@seam-acs/spec`, or the file that `DOCS_DOCUMENT` names, as older versions and tests need. */
export const source = readFileSync(file, 'utf8')

/** The bundle. */
export const document: OpenApi = JSON.parse(source)

refuseUnknownKeywords(document)

/** The object itself, or the component that its `$ref` names. */
export function resolve<T extends { $ref?: string }>(object: T): T {
  if (!object.$ref) return object
  const [, kind, name] = object.$ref.match(/^#\/components\/(\w+)\/([^/]+)$/) ?? []
  const components = document.components as Record<string, Record<string, unknown> | undefined>
  const target = components[kind ?? '']?.[name ?? ''] as T | undefined
  if (!target) throw new Error(`Nothing in the spec is called ${object.$ref}: refer to a component that exists.`)
  const { $ref: _, ...others } = object
  return { ...resolve(target), ...others }
}

/** `acs_credential` for `#/components/schemas/acs_credential`. */
export const componentName = (object?: { $ref?: string }) => object?.$ref?.split('/').at(-1)
