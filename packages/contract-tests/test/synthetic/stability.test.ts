import { createHashExchange } from '@seam-acs/recorder/recording'
import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { generateFiles } from '../../src/generated-files.ts'
import { contract, recordings, sample } from '../sampled.ts'

const { files } = generateFiles(contract, recordings)
const hash = createHashExchange(contract)
const real = recordings.filter(({ recording }) => recording.recorded.source !== 'synthetic')

/** Every way to add one optional property to a named object of the contract, or one value to a named enum. */
const growths = Object.entries<Json>(contract.components?.schemas ?? {}).flatMap(([name, schema]) => {
  const enums = [schema.enum && [], schema.anyOf?.[0]?.enum && ['anyOf', 0]].filter(Boolean) as (string | number)[][]
  const isObject = schema.properties && !schema.patternProperties
  return [
    ...(isObject ? [{ what: `a property of ${name}`, name, path: ['properties'] }] : []),
    ...enums.map((path) => ({ what: `a value of ${name}`, name, path: [...path, 'enum'] })),
  ]
})

function grow(name: string, path: (string | number)[]): Json {
  const document: Json = structuredClone(contract)
  const around = path.slice(0, -1).reduce((node: Json, key) => node[key], document.components.schemas[name])
  if (path.at(-1) === 'enum') around.enum.unshift('unheard_of')
  else around.properties = { unheard_of: { type: 'string' }, ...around.properties }
  return document
}

test('the contract has objects and enums that can grow', () => {
  expect(growths.filter(({ path }) => path[0] === 'properties')).not.toEqual([])
  expect(growths.filter(({ path }) => path.at(-1) === 'enum')).not.toEqual([])
})

test.each(sample(growths, 30))(
  'one more $what changes only the generated exchanges that show it, and no hash',
  ({ name, path }) => {
    const document = grow(name, path)
    const hashNow = createHashExchange(document)
    for (const { file, recording } of real) expect(hashNow(recording), file).toBe(hash(recording))

    const now = generateFiles(document, recordings).files
    const changed = [...new Set([...files.keys(), ...now.keys()])].filter(
      (file) => file.endsWith('.json') && files.get(file) !== now.get(file),
    )
    expect(changed).not.toEqual([])
    expect(changed.filter((file) => !now.get(file)?.includes('unheard_of'))).toEqual([])
  },
)
