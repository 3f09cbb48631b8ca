// Shares results between two clones through a remote cache on this machine. Then checks that a wrong key, an altered
// result or a missing server never changes what a build writes.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { pnpm } from '@seam-acs/runner/command'
import { renderTable } from '@seam-acs/runner/figures'
import { copyRepository, git } from '../copy-repository.ts'
import { run } from '../run.ts'
import { startCacheServer, team } from './server.ts'

const token = 'the-token'
const signatureKey = 'a key of at least thirty-two bytes'
/** What an altered result contains instead of `AcsCredential`. */
const altered = 'AcsCredentiaX'

const folder = await mkdtemp(join(tmpdir(), 'seam-acs-cache-'))
const rows = [['case', 'results from the cache', 'seconds']]
const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1)

/** Runs a command, adds its row, and returns how many of the results came from the cache, as `[18, 18]`. */
async function measure(
  name: string,
  clone: string,
  command: string,
  environment: NodeJS.ProcessEnv,
): Promise<[cached: number, all: number]> {
  const start = performance.now()
  const output = await run(clone, command, environment)
  const [, cached, all] = /Cached:\s+(\d+) cached, (\d+) total/.exec(output) ?? []
  if (!all) throw new Error(`\`${command}\` printed no count of results:\n${output}`)
  rows.push([name, `${cached} of ${all}`, seconds(start)])
  console.log(`${name}: ${cached} of ${all} results from the cache, ${seconds(start)} s`)
  return [Number(cached), Number(all)]
}

/** Changes every result in the cache, but not the signatures beside them. */
async function changeResults(results: string, change: (result: Buffer) => Buffer): Promise<void> {
  const files = (await readdir(results)).filter((file) => !file.endsWith('.tag'))
  for (const file of files) await writeFile(join(results, file), change(await readFile(join(results, file))))
}

/** Keeps the format of a result, so that only a signature can show the change. */
const alter = (result: Buffer) =>
  zstdCompressSync(
    Buffer.from(zstdDecompressSync(result).toString('latin1').replaceAll('AcsCredential', altered), 'latin1'),
  )

async function tryAllCases(): Promise<void> {
  const first = await copyRepository()
  const second = join(folder, 'second clone')
  git(folder, 'clone', '--quiet', first, second)
  const server = await startCacheServer(join(folder, 'server'), token)
  const settings = {
    TURBO_API: server.url,
    TURBO_TEAM: team,
    TURBO_TOKEN: token,
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: signatureKey,
  }
  try {
    for (const clone of [first, second]) await run(clone, `${pnpm} install --frozen-lockfile`)
    for (const verb of ['build', 'test']) {
      await measure(`first clone, \`${verb}\``, first, `${pnpm} ${verb}`, settings)
    }
    for (const verb of ['build', 'test']) {
      const [cached, all] = await measure(`second clone, \`${verb}\``, second, `${pnpm} ${verb}`, settings)
      assert(cached === all, `The second clone ran ${all - cached} tasks of \`${verb}\` again.`)
    }

    const command = `${pnpm} build --filter=@seam-acs/types`
    const output = 'packages/types/dist/index.gen.d.ts'
    const built = await readFile(join(first, output), 'utf8')
    const emptyDisk = async () => {
      for (const path of ['.turbo', 'packages/types/dist', 'spec/dist']) {
        await rm(join(second, path), { recursive: true, force: true })
      }
    }
    /** Builds the types with an empty disk, after a build that has put its results into the cache. */
    const build = async (
      name: string,
      { environment = {}, change = (result: Buffer) => result, isCached = false, text = built },
    ) => {
      await emptyDisk()
      await run(second, command, settings)
      await emptyDisk()
      await changeResults(server.results, change)
      const [cached] = await measure(name, second, command, { ...settings, ...environment })
      assert(cached > 0 === isCached, `${name}: ${cached} results came from the cache.`)
      assert((await readFile(join(second, output), 'utf8')) === text, `${name}: the build wrote other types.`)
    }
    const otherKey = { TURBO_REMOTE_CACHE_SIGNATURE_KEY: signatureKey.toUpperCase() }
    await build('an empty disk', { isCached: true })
    await build('a wrong token', { environment: { TURBO_TOKEN: 'another' } })
    await build('another key', { environment: otherKey })
    await build('no key', { environment: { TURBO_REMOTE_CACHE_SIGNATURE_KEY: undefined } })
    await build('altered results', { change: alter })
    // Without signatures, turbo takes altered results. So it is the signatures that stop them above.
    const turbo = await readFile(join(second, 'turbo.json'), 'utf8')
    await writeFile(join(second, 'turbo.json'), turbo.replace('"signature": true', '"signature": false'))
    const text = built.replaceAll('AcsCredential', altered)
    await build('altered results, unsigned', { change: alter, isCached: true, text })
    await writeFile(join(second, 'turbo.json'), turbo)
    await build('random bytes', { change: ({ length }) => Buffer.alloc(length, 7) })
    await server.stop()
    await build('no server', {})
    console.log(`\n${renderTable(rows)}\n`)
  } finally {
    await server.stop()
    await rm(first, { recursive: true, force: true })
  }
}

try {
  await tryAllCases()
} catch (error) {
  console.error(
    `\nThe remote cache failed: ${(error as Error).message}\n\nFix it, then run \`${pnpm} test:remote-cache\` again.`,
  )
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
