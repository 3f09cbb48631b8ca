import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'
import type { Json } from '../src/change.ts'
import { below as joinKeys } from '../src/document/pointer.ts'
import { createLocate } from '../src/input/locate.ts'
import { readDocument, type OpenApi } from '../src/input/read-document.ts'
import { makeDirectory } from './make-repository.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const first = join(root, 'spec/openapi.yaml')

test('the review reads the spec as the build bundles it', async () => {
  expect(await readDocument(first, 'the spec')).toEqual(contract)
})

/** Every key of the bundle with its pointer, below the names that a bundler gives. */
function listKeys(node: Json, keys: string[] = []): { key: string; pointer: string }[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => {
    const below = [...keys, key]
    const isName = keys[0] === 'components' && keys.length < 3 && keys[1] !== 'securitySchemes'
    // What a reference leads to begins with its file.
    const isFile = keys.join() === 'paths'
    const own =
      isName || isFile || Array.isArray(node) || key === '$ref' ? [] : [{ key, pointer: joinKeys('', ...below) }]
    return [...own, ...listKeys(child as Json, below)]
  })
}

test('every key of our spec is found on its line', async () => {
  const document = await readDocument(first, 'the spec')
  const locate = createLocate(document, first, root)
  const keys = listKeys(document).filter(({ key }) => key !== 'components')
  expect(keys.length).toBeGreaterThan(500)
  const texts = new Map<string, string[]>()
  const wrong = []
  for (const { key, pointer } of keys) {
    const place = locate(pointer)
    if (place && !texts.has(place.file))
      texts.set(place.file, (await readFile(join(root, place.file), 'utf8')).split('\n'))
    const line = place && texts.get(place.file)![place.line - 1]
    if (!line?.replaceAll(/["']/g, '').includes(`${key}:`)) wrong.push([pointer, place, line])
  }
  expect(wrong).toEqual([])
})

async function locateIn(files: Record<string, string>, pointer: string) {
  const directory = await makeDirectory()
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, file)), { recursive: true })
    await writeFile(join(directory, file), text)
  }
  const start = join(directory, 'api.yaml')
  const document: OpenApi = await readDocument(start, 'api.yaml')
  return createLocate(document, start, directory)(pointer)
}

const api = (schema: string) => `openapi: 3.1.0
info: { title: a, version: "1" }
paths:
  /a:
    get:
      responses:
        "200":
          description: a
          content:
            application/json:
              schema:
${schema}
`

test('a reference into another file leads to the line there', async () => {
  const place = await locateIn(
    {
      'api.yaml': api('                $ref: "more/all.yaml#/schemas/thing%20one"'),
      'more/all.yaml':
        'schemas:\n  thing one:\n    properties:\n      name: { $ref: "#/other" }\nother:\n  type: string\n',
    },
    '/paths/~1a/get/responses/200/content/application~1json/schema',
  )
  expect(place).toEqual({ file: 'api.yaml', line: 11 })
})

test('two schemas of one name are told apart', async () => {
  const files = {
    'api.yaml': api(
      '                anyOf:\n                  - $ref: one/key.yaml\n                  - $ref: two/key.yaml',
    ),
    'one/key.yaml': 'type: string\nmaxLength: 1\n',
    'two/key.yaml': 'maxLength: 2\ntype: string\n',
  }
  const places = [
    await locateIn(files, '/components/schemas/key/maxLength'),
    await locateIn(files, '/components/schemas/key-2/maxLength'),
  ]
  expect(places).toEqual([
    { file: 'one/key.yaml', line: 2 },
    { file: 'two/key.yaml', line: 1 },
  ])
})

test('the walk through a schema that contains itself ends', async () => {
  const files = {
    'api.yaml': api('                $ref: tree.yaml'),
    'tree.yaml': 'type: object\nproperties:\n  child:\n    $ref: tree.yaml\n',
  }
  expect(await locateIn(files, '/components/schemas/tree/properties/child')).toEqual({ file: 'tree.yaml', line: 3 })
})

test('what the document lacks has no line', async () => {
  expect(await locateIn({ 'api.yaml': api('                type: string') }, '/paths/~1b/get')).toBeUndefined()
})

test('the lines of a JSON file are those of its keys and items', async () => {
  const text = `\ufeff{
  "openapi": "3.1.0",
  "info": { "title": "}], \\"[{", "version": "1" },
  "paths": {
    "/a": {
      "get": { "tags": ["one",
        "two"], "responses": {} }
    },
    "/b": { "$ref": "#/paths/~1a" }
  }
}`
  const file = join(await makeDirectory(), 'api.json')
  await writeFile(file, text)
  const locate = createLocate(await readDocument(file, 'api.json'), file, dirname(file))
  const lines = [
    '/info/version',
    '/paths/~1a',
    '/paths/~1a/get/tags/0',
    '/paths/~1a/get/tags/1',
    '/paths/~1b/$ref',
    '/paths/~1c',
  ]
  expect(lines.map((pointer) => locate(pointer)?.line)).toEqual([3, 5, 6, 7, 9, undefined])
})

test.each([
  ['relative to an `$id`', 'item', '$id: item'],
  ['by an anchor', "'#item'", '$anchor: item'],
])('what a reference %s leads to is found on its line', async (_, reference, identifier) => {
  const document = [
    'openapi: 3.1.0',
    'info: { title: Doors, version: 1.0.0 }',
    'paths: {}',
    'components:',
    '  schemas:',
    `    list: { type: array, items: { $ref: ${reference} } }`,
    '    item:',
    `      ${identifier}`,
    '      type: string',
    "    other: { $ref: 'other.yaml' }",
    '',
  ].join('\n')
  const files = { 'api.yaml': document, 'other.yaml': 'type: integer\n' }
  expect(await locateIn(files, '/components/schemas/item/type')).toEqual({ file: 'api.yaml', line: 9 })
})
