import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import contract from '@seam-acs/spec' with { type: 'json' }
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { buildSite, dist, readSite } from '../helpers/site.ts'
import { testsAll } from '../helpers/tests-all.ts'

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

test('the picture that links show is a PNG of the size that they ask for', async () => {
  const picture = await readFile(join(dist, 'og.png'))
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
})

test('the description is offered as it is, in JSON and in YAML', async () => {
  const site = await readSite(dist)
  expect(JSON.parse(site.get('openapi.json')!)).toEqual(contract)
  expect(parse(site.get('openapi.yaml')!)).toEqual(contract)
})

test.runIf(testsAll)('two builds are the same to the byte', async () => {
  expect(await buildSite()).toEqual(await readSite(dist))
})
