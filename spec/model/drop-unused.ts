import type { Components, Json, OpenApiDocument } from './openapi.ts'
import { splitPointer } from './pointers.ts'

/** The document without the components that its paths do not use, directly or through other components. */
export function dropUnused(document: OpenApiDocument): OpenApiDocument {
  const components: Json = document.components ?? {}
  const used = new Set<unknown>()
  const visit = (node: Json): void => {
    if (typeof node !== 'object' || node === null) return
    if (typeof node.$ref === 'string') use(node.$ref)
    Object.values(node).forEach(visit)
  }
  const use = (reference: string): void => {
    const [, kind, name] = splitPointer(reference)
    const component = components[kind!]?.[name!]
    if (component === undefined || used.has(component)) return
    used.add(component)
    visit(component)
  }
  visit(document.paths)
  const operations = Object.values(document.paths ?? {}).flatMap((item) => Object.values<Json>(item))
  const requirements: Json[] = [document, ...operations].flatMap(({ security }) => security ?? [])
  for (const scheme of requirements.flatMap(Object.keys)) used.add(components.securitySchemes?.[scheme])
  const kept = Object.entries<Json>(components).map(([kind, all]) => [
    kind,
    Object.fromEntries(Object.entries(all).filter(([, component]) => used.has(component))),
  ])
  return { ...document, components: Object.fromEntries(kept) as Components }
}
