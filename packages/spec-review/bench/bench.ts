import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import contract from '@seam-acs/spec' with { type: 'json' }
import { change, makeLargeDocument, type Json } from './documents.ts'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const rounds = 5

/** Seconds of the whole command, Node's start included. */
async function measure(directory: string): Promise<{ seconds: number; causes: number }> {
  const start = performance.now()
  const output = await new Promise<string>((resolve, reject) => {
    const args = [program, '--base-file', 'base.json', '--head-file', 'head.json', '--format', 'json']
    execFile(process.execPath, args, { cwd: directory, maxBuffer: 2 ** 30 }, (error, text, errors) =>
      // A review whose gate fails is still a review.
      error && error.code !== 1 ? reject(new Error(errors)) : resolve(text),
    )
  })
  return { seconds: (performance.now() - start) / 1000, causes: JSON.parse(output).causes.length }
}

async function report(name: string, base: Json, limit: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'spec-review-bench-'))
  try {
    await writeFile(join(directory, 'base.json'), JSON.stringify(base))
    await writeFile(join(directory, 'head.json'), JSON.stringify(change(base)))
    const results = []
    for (let round = 0; round < rounds; round++) results.push(await measure(directory))
    const times = results.map(({ seconds }) => seconds).toSorted((one, other) => one - other)
    const [best, median, worst] = [times[0]!, times[Math.floor(rounds / 2)]!, times.at(-1)!].map((time) =>
      time.toFixed(2),
    )
    console.log(
      `${name}: ${median} s (${best} to ${worst} s in ${rounds} rounds, limit ${limit} s), ${results[0]!.causes} causes`,
    )
  } finally {
    await rm(directory, { recursive: true })
  }
}

console.log('pnpm review, from its start to its end:')
await report('our spec', contract, 3)
await report('150 operations', makeLargeDocument(150), 10)
