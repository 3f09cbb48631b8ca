import { expect, test } from 'vitest'
import { createLoop } from '../src/loop.ts'

/** A loop whose pauses and runs end when the test says so. */
function createSteps() {
  const runs: string[][] = []
  const waiting: { pause: (() => void)[]; run: (() => void)[] } = { pause: [], run: [] }
  const wait = (kind: 'pause' | 'run') => new Promise<void>((resolve) => void waiting[kind].push(resolve))
  const notice = createLoop(
    (files) => {
      runs.push(files)
      return wait('run')
    },
    () => wait('pause'),
  )
  const end = async (kind: 'pause' | 'run') => {
    expect(waiting[kind]).toHaveLength(1)
    waiting[kind].pop()!()
    // Everything that follows without another wait.
    await new Promise(setImmediate)
  }
  return { runs, notice, end }
}

test('a burst of changes starts one run, after the burst', async () => {
  const { runs, notice, end } = createSteps()
  void notice('a')
  void notice('b')
  await end('pause')
  void notice('a')
  expect(runs).toEqual([])
  await end('pause')
  await end('pause')
  expect(runs).toEqual([['a', 'b']])
})

test('changes during a run start one more run after it', async () => {
  const { runs, notice, end } = createSteps()
  const done = notice('a')
  await end('pause')
  void notice('b')
  void notice('c')
  expect(runs).toEqual([['a']])
  await end('run')
  await end('pause')
  expect(runs).toEqual([['a'], ['b', 'c']])
  await end('run')
  await done
})

test('a change after the last run starts a new one', async () => {
  const { runs, notice, end } = createSteps()
  for (const file of ['a', 'b']) {
    const done = notice(file)
    await end('pause')
    await end('run')
    await done
  }
  expect(runs).toEqual([['a'], ['b']])
})
