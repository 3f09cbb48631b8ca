import { expect, test } from 'vitest'
import { setups } from '../src/setups/index.ts'
import { versions } from '../src/versions.ts'

test('every set-up has a name of its own', () => {
  const names = setups.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
  expect(names.length).toBeGreaterThanOrEqual(24)
})

test('every version is exact, and some set-up installs it', () => {
  const inexact = Object.values(versions).filter((version) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(version))
  expect(inexact).toEqual([])
  expect(Object.keys(versions).toSorted()).toEqual([...new Set(setups.flatMap(({ packages }) => packages))].toSorted())
})

test('a set-up that leaves rows out says why', () => {
  expect(setups.filter(({ without }) => without && without.reason === '')).toEqual([])
  const inFiles = setups.filter(({ files, without }) => {
    const rows = /without: (\[.*?\])/.exec(Object.values(files).join('\n'))?.[1] ?? '[]'
    return rows !== JSON.stringify(without?.rows ?? [])
  })
  expect(inFiles.map(({ name }) => name)).toEqual([])
})
