import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Seam } from '@seam-acs/client'
import { afterAll, expect, test } from 'vitest'
import { readRecordings } from '../src/recording.ts'
import { replay } from '../src/replay.ts'

const built = fileURLToPath(new URL('.', import.meta.resolve('@seam-acs/client')))
const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url))

/** The built client with its one file that imports openapi-fetch replaced by the stand-in. */
await mkdir(cache, { recursive: true })
const copy = await mkdtemp(join(cache, 'stand-in-'))
await cp(built, join(copy, 'dist'), { recursive: true })
// The source maps lead there, and vitest complains where they lead nowhere.
await cp(join(built, '../src'), join(copy, 'src'), { recursive: true })
const standIn = await readFile(new URL('stand-in/fetch-client.ts', import.meta.url), 'utf8')
await writeFile(join(copy, 'dist/fetch-client.js'), stripTypeScriptTypes(standIn))
const { Seam: StandIn }: { Seam: typeof Seam } = await import(join(copy, 'dist/index.js'))

afterAll(() => rm(copy, { recursive: true }))

test('one file of the built client imports openapi-fetch, and one declaration mentions it', async () => {
  const files = await readdir(built)
  const mentions = await Promise.all(
    files.map(async (file) => (await readFile(join(built, file), 'utf8')).includes("'openapi-fetch'") && file),
  )
  expect(mentions.filter((file) => file && !file.endsWith('.map'))).toEqual(['fetch-client.d.ts', 'fetch-client.js'])
})

const recordings = await readRecordings()

test.each(recordings)(
  '$file holds for a client without openapi-fetch, method and path alike',
  async ({ recording }) => {
    expect(await replay(recording, { Client: StandIn })).toEqual([])
    expect(await replay(recording, { Client: StandIn, surface: 'path' })).toEqual([])
  },
)
