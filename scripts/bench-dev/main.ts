// Measures `dev` on a copy of the repository: how long an edit takes to reach the types, the mock and the page.
import assert from 'node:assert/strict'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pnpm } from '@seam-acs/runner/command'
import { copyRepository } from '../copy-repository.ts'
import { run } from '../run.ts'
import { kinds, type Effects, type Kind } from './edits.ts'
import { report, type Measured } from './report.ts'
import { startSession, until } from './session.ts'

const count = 50

/** How long to wait for an effect, in milliseconds. It only ends a run in which one never appears. */
const limit = 60_000

type Save = (file: string, text: string) => Promise<void>

const ways: Record<string, Save> = {
  'in place': (file, text) => writeFile(file, text),
  'by rename': async (file, text) => {
    await writeFile(`${file}~`, text)
    await rename(`${file}~`, file)
  },
}

const folder = await copyRepository()
await run(folder, `${pnpm} install --frozen-lockfile`)
const session = await startSession(folder)
// A page that nobody has opened has nothing to reload.
for (const { page } of kinds) await fetch(session.reference + page)
const originals = new Map<string, string>()
for (const { file } of kinds) originals.set(file, await readFile(join(folder, file), 'utf8'))

const edits: Measured[] = []
const faults: Measured[] = []
let stopTime = 0
try {
  for (let round = 0; round < count; round++) edits.push(await measureEdit(round))
  for (let round = 0; round < 10; round++) faults.push(await measureFault(round))
} finally {
  stopTime = await session.stop()
}
// The build fails if `dev` has generated something else than the generators, or something with a wrong type.
await run(folder, `${pnpm} build`)
await rm(folder, { recursive: true })
report(edits, faults, stopTime)

/** Saves a change and waits for its effects. */
async function measureEdit(round: number): Promise<Measured> {
  const kind = kinds[round % kinds.length]!
  const way = wayOf(Math.floor(round / kinds.length))
  return save(
    way,
    kind.name,
    kind.file,
    kind.edit(originals.get(kind.file)!, round),
    kind.effects(session, folder, round),
  )
}

/** Saves a mistake, and its correction. */
async function measureFault(round: number): Promise<Measured> {
  const [{ file, page }] = kinds as [Kind]
  const way = wayOf(round)
  const good = originals.get(file)!
  const broken = good.replace('type: object', `type: objekt${round}`)
  const shown = await save(way, 'a mistake', file, broken, {
    message: until(async () => session.output().includes(`objekt${round}`)),
    page: waitForFault(file),
  })
  const response = await fetch(session.reference + page)
  assert(response.ok, `${page} is no longer served`)
  const cleared = await save(way, 'its correction', file, good, { page: session.nextMessage('full-reload') })
  return { ...shown, milliseconds: { ...shown.milliseconds, corrected: cleared.milliseconds['page']! } }
}

/** Fulfils when the page shows a problem at the start of a file. */
async function waitForFault(file: string): Promise<void> {
  const { err } = await session.nextMessage('error')
  assert(err!.message.includes(`${file}:1:7`) && err!.loc?.file === join(folder, file), JSON.stringify(err))
}

/** Saves a text and measures when each effect is there. */
async function save(way: string, kind: string, file: string, text: string, effects: Effects): Promise<Measured> {
  const start = performance.now()
  const times = Object.entries(effects).map(async ([name, effect]) => {
    await effect
    return [name, performance.now() - start] as const
  })
  await ways[way]!(join(folder, file), text)
  const all = await Promise.race([Promise.all(times), setTimeout(limit, undefined, { ref: false })])
  assert(
    all !== undefined,
    `Not everything followed ${kind} in ${file}, saved ${way}. dev printed:\n${session.output()}`,
  )
  return { kind, way, milliseconds: Object.fromEntries(all) }
}

function wayOf(index: number): string {
  const names = Object.keys(ways)
  return names[index % names.length]!
}
