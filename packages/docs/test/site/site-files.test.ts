import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dist } from '../helpers/site.ts'

test('the mark is there as SVG and as an icon of 32 pixels, which is a keyhole', async () => {
  expect(await readFile(join(dist, 'favicon.svg'), 'utf8')).toMatch(/^<svg /)
  const icon = await readFile(join(dist, 'favicon.ico'))
  expect([...icon.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32])
  const readPixel = (column: number, row: number) => {
    const at = 62 + ((31 - row) * 32 + column) * 4
    return [...icon.subarray(at, at + 4)]
  }
  expect(readPixel(0, 0)[3]).toBe(0)
  expect(readPixel(4, 16)).toEqual([0x5d, 0x6b, 0x0b, 255])
  expect(readPixel(16, 12)).toEqual([255, 255, 255, 255])
  expect(readPixel(16, 22)).toEqual([255, 255, 255, 255])
  expect(icon).toHaveLength(62 + 32 * 32 * 4 + 32 * 4)
})
