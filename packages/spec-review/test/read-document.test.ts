import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../src/input/read-document.ts'
import { makeDirectory } from './make-repository.ts'

const about = '"openapi": "3.1.0", "info": { "title": "a \\"b\\": c", "version": "1" }'

async function read(text: string, file = 'api.json') {
  const path = join(await makeDirectory(), file)
  await writeFile(path, text)
  return readDocument(path, file)
}

test('a JSON document that is whole is read as it is', async () => {
  const text = `{ ${about}, "paths": { "/a": { "$ref": "#/paths/~1b" }, "/b": { "x-note": "a\\\\\\": b" } } }`
  expect(await read(text)).toEqual(JSON.parse(text))
})

test('YAML in a file called JSON is read as YAML', async () => {
  expect(await read("openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: {}")).toMatchObject({ paths: {} })
})

test.each([
  ['has a key twice', `{ ${about}, "paths": {}, "paths": {} }`, /duplicated/],
  ['refers to nothing', `{ ${about}, "paths": { "/a": { "$ref": "#/paths/~1b" } } }`, /Can't resolve \$ref/],
  ['is not JSON', `{ ${about}`, /flow|end|expected/],
  [
    'refers to itself in circles at several levels',
    `{ ${about}, "paths": { "/a": { "$ref": "#/paths/~1a" }, "/b": { "$ref": "#/components/pathItems/b" } }, "components": { "pathItems": { "b": { "get": { "$ref": "#/components/pathItems/b/get" }, "put": { "$ref": "api.json#/components/pathItems/b/put" } } } } }`,
    /Can't resolve \$ref/,
  ],
])('a JSON document that %s is named, with what is wrong', async (_, text, problem) => {
  const error: Error = await read(text).catch((reason) => reason)
  expect(error.message).toMatch(/^api\.json cannot be read: /)
  expect(error.message).toMatch(problem)
})

test('a `%` in a reference to another file can stand for itself', async () => {
  const directory = await makeDirectory()
  await writeFile(join(directory, 'schemas.yaml'), '50%: { type: string }\n')
  await writeFile(
    join(directory, 'api.yaml'),
    `{ ${about}, "paths": {}, "components": { "schemas": { "half": { "$ref": "schemas.yaml#/50%" } } } }`,
  )
  expect(await readDocument(join(directory, 'api.yaml'), 'api.yaml')).toMatchObject({
    components: { schemas: { '50%': { type: 'string' } } },
  })
})

test('a file whose name has a space is referred to as in a URI', async () => {
  const directory = await makeDirectory()
  await writeFile(join(directory, 'front door.yaml'), 'get: { responses: {} }')
  const file = join(directory, 'api.yaml')
  await writeFile(file, "openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: { /a: { $ref: front%20door.yaml } }")
  expect(await readDocument(file, 'api.yaml')).toMatchObject({ paths: { '/a': { get: { responses: {} } } } })
})

test('a version that is not a text is not a version', async () => {
  for (const version of ['{ "toString": 1 }', '["3.1.0"]', 'null']) {
    const text = `{ ${about.replace('"3.1.0"', version)}, "paths": {} }`
    await expect(read(text)).rejects.toThrow('is not an OpenAPI 3.0 or 3.1 document')
  }
})
