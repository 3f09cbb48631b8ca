import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { stringify } from 'yaml'
import { fill, isTrue, runWorkflow } from '../../release/rehearse/workflow.ts'

const context = { inputs: { mode: 'enter' }, needs: { plan: { outputs: { work: 'publish' } } } }

test('an expression is replaced by what it names, and by nothing if that is not there', () => {
  expect(fill('--${{ inputs.mode }}-${{needs.plan.outputs.work}}-${{ inputs.other }}--', context)).toBe(
    '--enter-publish---',
  )
  expect(() => fill('${{ needs.plan }}', context)).toThrow('cannot evaluate needs.plan')
})

test('a condition compares with a text, and any other is refused', () => {
  expect(isTrue(undefined, context)).toBe(true)
  expect(isTrue("needs.plan.outputs.work == 'publish'", context)).toBe(true)
  expect(isTrue("needs.plan.outputs.work == 'version'", context)).toBe(false)
  expect(() => isTrue('always()', context)).toThrow('cannot evaluate the condition always()')
})

async function play(jobs: object) {
  const folder = await mkdtemp(join(tmpdir(), 'workflow-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const origin = join(folder, 'origin')
  await mkdir(origin)
  await writeFile(join(origin, 'file'), 'of the origin')
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a', ...words], { cwd: origin })
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'first')
  await writeFile(join(folder, 'workflow.yml'), stringify({ jobs }))
  const runs = join(folder, 'runs')
  return {
    runs,
    results: await runWorkflow(join(folder, 'workflow.yml'), {}, { origin, folder: runs, environment: {} }),
  }
}

const checkout = { uses: 'actions/checkout@a' }

test('jobs pass outputs and artifacts on, and one whose condition is false is skipped with those that need it', async () => {
  const { runs, results } = await play({
    one: {
      outputs: { word: '${{ steps.say.outputs.word }}' },
      steps: [
        checkout,
        { id: 'say', run: 'echo word=hello >> "$GITHUB_OUTPUT"; mkdir "$RUNNER_TEMP/out"; cp file "$RUNNER_TEMP/out"' },
        { uses: 'actions/upload-artifact@a', with: { name: 'out', path: '${{ runner.temp }}/out' } },
      ],
    },
    two: {
      needs: 'one',
      if: "needs.one.outputs.word == 'hello'",
      steps: [
        checkout,
        { uses: 'actions/download-artifact@a', with: { name: 'out', path: '${{ runner.temp }}/in' } },
        { env: { WORD: '${{ needs.one.outputs.word }}' }, run: 'echo "$WORD" >> "$RUNNER_TEMP/in/file"' },
      ],
    },
    three: { needs: 'one', if: "needs.one.outputs.word == 'bye'", steps: [checkout] },
    four: { needs: ['one', 'three'], steps: [checkout] },
    five: { needs: 'two', uses: './.github/workflows/other.yml' },
  })
  const outcomes = Object.fromEntries([...results].map(([name, { result }]) => [name, result]))
  expect(outcomes).toEqual({ one: 'success', two: 'success', three: 'skipped', four: 'skipped', five: 'called' })
  expect(await readFile(join(runs, 'two/temp/in/file'), 'utf8')).toBe('of the originhello\n')
})

test('a failed step fails its job with what it printed, and what needs the job is skipped', async () => {
  const { results } = await play({
    one: { steps: [checkout, { run: 'echo the reason >&2; false; echo unreachable' }] },
    two: { needs: 'one', steps: [checkout] },
  })
  expect(results.get('one')).toMatchObject({
    result: 'failure',
    error: { message: expect.stringContaining('the reason') },
  })
  expect(results.get('two')!.result).toBe('skipped')
})

test('an action that the rehearsal cannot play fails the job', async () => {
  const { results } = await play({ one: { steps: [{ uses: 'somebody/action@a' }] } })
  expect(results.get('one')).toMatchObject({
    result: 'failure',
    error: { message: expect.stringContaining('somebody/action') },
  })
})
