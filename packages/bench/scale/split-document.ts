import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Json, OpenApiDocument } from '@seam-acs/spec/model'

/** Writes a document like `spec/`: each path and each component in its own file, as JSON, which is also valid YAML. */
export async function splitDocument(document: OpenApiDocument, folder: string): Promise<void> {
  const { securitySchemes, ...components } = document.components ?? {}
  const files = new Map<string, unknown>()
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const file = `paths/${path.slice(1).replaceAll('/', '_')}.yaml`
    files.set(file, item)
    return [path, { $ref: file }]
  })
  for (const [kind, all] of Object.entries<Json>(components)) {
    for (const [name, component] of Object.entries(all)) files.set(`components/${kind}/${name}.yaml`, component)
  }
  files.set('openapi.yaml', { ...document, paths: Object.fromEntries(paths), components: { securitySchemes } })
  for (const [file, content] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), JSON.stringify(referToFiles(content, file), null, 2))
  }
}

/** The content of a file, whose references lead to other files. */
function referToFiles(node: Json, file: string): Json {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map((child) => referToFiles(child, file))
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    key === '$ref' && typeof value === 'string' ? toFile(value, file) : referToFiles(value, file),
  ])
  return Object.fromEntries(entries)
}

function toFile(reference: string, file: string): string {
  if (!reference.startsWith('#/')) return reference
  const up = '../'.repeat(file.split('/').length - 1)
  return `${up}${reference.slice(2)}.yaml`
}
