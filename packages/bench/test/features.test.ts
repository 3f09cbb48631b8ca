import { expect, test } from 'vitest'
import { measureBundle } from '../src/bundle.ts'
import { measureFeatures } from '../src/features.ts'

test('each part of the client has bytes, and an optional entry is loaded later with splitting', async () => {
  const { parts, programs } = await measureFeatures()
  expect(parts.filter(({ bytes }) => bytes <= 0)).toEqual([])
  const [named, , validating, byPath] = programs as [(typeof programs)[0], ...typeof programs]
  expect(named.split).toEqual({ atStart: named.inOneFile, later: 0 })
  for (const { inOneFile, split } of [validating!, byPath!]) {
    expect(split.atStart).toBeLessThan(inOneFile)
    expect(split.atStart + split.later).toBeGreaterThan(inOneFile)
  }
})

test('files that start are told apart from those that an import() loads', async () => {
  const program = `import { body } from './exchange.ts'\nconsole.log(body, await import('./shuffle.ts'))`
  const { atStart, later } = await measureBundle(program, { splitting: true })
  expect(atStart).toBeGreaterThan(0)
  expect(later).toBeGreaterThan(0)
  expect((await measureBundle(program)).later).toBe(0)
})
