import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument, type Document } from 'yaml'

const additions = fileURLToPath(new URL('spec/', import.meta.url))

/** What grows, for the output. */
export const growth = [
  'a value of a request enum',
  'an optional property of the credential',
  'a second resource whose operations have each kind of result: one, none, a list, a page and several properties',
  'an operation without a request body, and one that returns 201',
  'a map, a tagged union, an email address and a url',
]

/**
 * Edits the YAML of a spec, and nothing else, as a change of the API would. It also fills in what
 * `new:operation acs users create` left to the author.
 *
 * @param folder The folder `spec` of a copy of the repository.
 */
export async function growSpec(folder: string): Promise<void> {
  await cp(additions, folder, { recursive: true })
  await edit(join(folder, 'components/schemas/access_method.yaml'), (schema) => {
    schema.addIn(['enum'], 'face')
    schema.setIn(['x-enumDescriptions', 'face'], "The person's face, which a camera at the door recognizes.")
  })
  await edit(join(folder, 'components/schemas/acs_credential.yaml'), (schema) => {
    const note = {
      type: 'string',
      description: 'A note that the staff wrote about the credential. Absent if there is none.',
    }
    // Lint requires alphabetical order.
    const properties = { ...schema.toJS().properties, note }
    const names = Object.keys(properties).toSorted()
    schema.setIn(['properties'], schema.createNode(Object.fromEntries(names.map((name) => [name, properties[name]]))))
  })
  await edit(join(folder, 'openapi.yaml'), (document) => {
    const tag = document.toJS().tags.findIndex(({ name }: { name: string }) => name === 'acs_users')
    const people = { name: 'acs_users', description: 'The people in an access control system.' }
    // Without the comment that says what to fill in.
    document.setIn(['tags', tag], document.createNode(people))
    for (const path of ['count', 'create', 'get', 'get_related', 'list', 'list_accessible_entrances', 'update']) {
      document.setIn(['paths', `/acs/users/${path}`], document.createNode({ $ref: `paths/acs_users_${path}.yaml` }))
    }
  })
}

async function edit(file: string, change: (document: Document) => void): Promise<void> {
  const document = parseDocument(await readFile(file, 'utf8'))
  change(document)
  await writeFile(file, document.toString({ lineWidth: 0 }))
}
