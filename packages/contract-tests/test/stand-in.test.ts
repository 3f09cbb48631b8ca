import { readdir, readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { built, createCopies } from '../src/mutation/client-copy.ts'
import { readRecordings } from '../src/recording.ts'
import { replay } from '../src/replay.ts'
import { surfaces } from '../src/replay-outcome.ts'

/** The built client with its one file that imports openapi-fetch replaced by the stand-in. */
const copies = await createCopies()
afterAll(copies.remove)
const standIn = await readFile(new URL('stand-in/fetch-client.ts', import.meta.url), 'utf8')
const client = await copies.import('fetch-client.js', () => stripTypeScriptTypes(standIn))

test('one file of the built client imports openapi-fetch, and one declaration mentions it', async () => {
  const files = await readdir(built)
  const mentions = await Promise.all(
    files.map(async (file) => (await readFile(join(built, file), 'utf8')).includes("'openapi-fetch'") && file),
  )
  expect(mentions.filter((file) => file && !file.endsWith('.map'))).toEqual(['fetch-client.d.ts', 'fetch-client.js'])
})

test.each(await readRecordings())(
  '$file holds for a client without openapi-fetch, in every way to call it',
  async ({ recording }) => {
    for (const surface of surfaces) expect(await replay(recording, { client, surface }), surface).toEqual([])
  },
)
