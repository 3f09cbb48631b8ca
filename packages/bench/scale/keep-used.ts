import type { Json, OpenApiDocument } from '@seam-acs/spec/model'

/** The document without the components to which nothing refers, and without unused security schemes. */
export function keepUsed(document: OpenApiDocument): OpenApiDocument {
  const used = new Set<string>()
  const visit = (node: Json): void => {
    if (typeof node !== 'object' || node === null) return
    const { $ref } = node
    if (typeof $ref === 'string' && !used.has($ref)) {
      used.add($ref)
      const [, , kind, name] = $ref.split('/')
      visit((document.components as Json)[kind!]?.[name!])
    }
    Object.values(node).forEach(visit)
  }
  visit(document.paths)
  const operations = Object.values(document.paths ?? {}).flatMap(({ post }) => post ?? [])
  const requirements = [document, ...operations].flatMap(({ security }) => security ?? [])
  for (const name of requirements.flatMap(Object.keys)) used.add(`#/components/securitySchemes/${name}`)
  const components = Object.entries<Json>(document.components ?? {}).map(([kind, all]) => [
    kind,
    Object.fromEntries(Object.entries(all).filter(([name]) => used.has(`#/components/${kind}/${name}`))),
  ])
  return { ...document, components: Object.fromEntries(components) }
}
