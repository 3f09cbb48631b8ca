import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pnpm } from '@seam-acs/runner/command'
import { run } from '../../run.ts'
import { readPackages, toDistTag } from '../packages.ts'
import type { Rehearsal } from './rehearsal.ts'
import { beStranger } from './stranger.ts'
import type { JobResult } from './workflow.ts'

interface Played {
  versions: string[]
  users: string[]
}

/** A story of a release, and what has to be true at its end. Each continues where the one before ended. */
interface Scenario {
  name: string
  play: (rehearsal: Rehearsal) => Promise<Played>
}

const names = readPackages().map(({ manifest }) => manifest.name)

function expectJobs(results: Map<string, JobResult>, expected: Record<string, JobResult['result']>): void {
  const failed = [...results].find(([name, { result }]) => result === 'failure' && expected[name] !== 'failure')
  if (failed) throw new Error(`The job \`${failed[0]}\` failed. ${failed[1].error?.message}`)
  const actual = Object.fromEntries([...results].map(([name, { result }]) => [name, result]))
  assert.partialDeepStrictEqual(actual, expected)
}

const versioned = { version: 'success', 'version-pull-request': 'success', publish: 'skipped' } as const
const published = {
  version: 'skipped',
  check: 'called',
  publish: 'success',
  announce: 'success',
  docs: 'called',
} as const

/** Opens the version pull request, merges it, and publishes. */
async function releaseAll(rehearsal: Rehearsal, version: string, inputs = {}): Promise<void> {
  expectJobs(await rehearsal.release(inputs), versioned)
  assert.equal(await rehearsal.merge(), `Release ${version}`)
  expectJobs(await rehearsal.release(), published)
  await expectReleased(rehearsal, version)
}

/** That everything says the version: registry, tag, release, changelogs, spec and reference. */
async function expectReleased(rehearsal: Rehearsal, version: string): Promise<void> {
  const { clone, workOf } = rehearsal
  const tag = toDistTag(version)
  assert.deepEqual(await listPublished(rehearsal, version), names)
  for (const name of names) {
    const { tags } = await rehearsal.readPublished(name)
    assert.equal(tags[tag], version, `${tag} of ${name}`)
  }
  const release = (await rehearsal.readReleases())[`v${version}`]
  assert.ok(release, `there is no release v${version}`)
  assert.equal(release.isPrerelease, tag !== 'latest')
  assert.match(release.notes, /\S/)
  assert.ok(['client.cdx.json', 'licenses.json'].every((asset) => release.assets.includes(asset)))
  assert.match(await run(clone, 'git ls-remote --tags origin'), new RegExp(`refs/tags/v${version}$`, 'm'))
  for (const name of names) {
    const changelog = await readFile(join(clone, 'packages', name.replace(/^.*\//, ''), 'CHANGELOG.md'), 'utf8')
    assert.match(changelog, new RegExp(`^## ${version}$`, 'm'))
  }
  assert.match(await readFile(join(clone, 'spec/openapi.yaml'), 'utf8'), new RegExp(`^  version: ${version}$`, 'm'))
  const pages = await readdir(join(workOf('pack'), 'packages/docs/dist'))
  assert.ok(pages.includes('index.html'))
  expectJobs(await rehearsal.release(), { plan: 'success', version: 'skipped', publish: 'skipped' })
}

async function addChangeset({ clone }: Rehearsal, bumps: Record<string, string>, text: string): Promise<void> {
  const head = Object.entries(bumps).map(([name, bump]) => `'@seam-acs/${name}': ${bump}\n`)
  await writeFile(join(clone, '.changeset', `rehearsed-${Date.now()}.md`), `---\n${head.join('')}---\n\n${text}\n`)
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const changed = change(text)
  assert.notEqual(changed, text, `${file} is as it was`)
  await writeFile(file, changed)
}

const fixMock = (rehearsal: Rehearsal) =>
  edit(join(rehearsal.clone, 'packages/mock/src/index.ts'), (text) => `${text}\n// Fixed ${Date.now()}.\n`)

export const scenarios: Scenario[] = [
  {
    name: 'the first release',
    async play(rehearsal) {
      await releaseAll(rehearsal, '0.1.0')
      return {
        versions: ['0.1.0'],
        users: await beStranger(join(rehearsal.folder, 'first'), '0.1.0', rehearsal.environment),
      }
    },
  },
  {
    name: 'a change of the spec',
    async play(rehearsal) {
      const schema = join(rehearsal.clone, 'spec/components/schemas/acs_credential.yaml')
      await edit(schema, (text) =>
        text.replace(
          /^( *)properties:\n/m,
          '$&$1  aa_rehearsed:\n$1    type: string\n$1    description: Only rehearsed.\n',
        ),
      )
      await run(rehearsal.clone, `${pnpm} generate`)
      await addChangeset(
        rehearsal,
        { types: 'minor', client: 'minor', mock: 'minor' },
        'Credentials have one more property.',
      )
      await rehearsal.push('Add a property')
      await releaseAll(rehearsal, '0.2.0')
      const users = await beStranger(join(rehearsal.folder, 'second'), '0.2.0', rehearsal.environment, ['npm'])
      return { versions: ['0.2.0'], users }
    },
  },
  {
    name: 'a fix of the mock alone',
    async play(rehearsal) {
      await fixMock(rehearsal)
      await addChangeset(rehearsal, { mock: 'patch' }, 'Fix the mock.')
      await rehearsal.push('Fix the mock')
      await releaseAll(rehearsal, '0.2.1')
      assert.match((await rehearsal.readReleases())['v0.2.1']!.notes, /^## @seam-acs\/mock\n[^]*Fix the mock\.\n$/)
      return {
        versions: ['0.2.1'],
        users: await beStranger(join(rehearsal.folder, 'third'), '0.2.1', rehearsal.environment, ['npm']),
      }
    },
  },
  {
    name: 'a beta and its end',
    async play(rehearsal) {
      await fixMock(rehearsal)
      await addChangeset(rehearsal, { client: 'minor' }, 'Try something new.')
      await rehearsal.push('Begin something new')
      await releaseAll(rehearsal, '0.3.0-beta.0', { prerelease: 'enter' })
      assert.equal((await rehearsal.readPublished('@seam-acs/client')).tags['latest'], '0.2.1')
      await releaseAll(rehearsal, '0.3.0', { prerelease: 'exit' })
      const users = await beStranger(join(rehearsal.folder, 'fourth'), '0.3.0-beta.0', rehearsal.environment, ['npm'])
      return { versions: ['0.3.0-beta.0', '0.3.0'], users }
    },
  },
  {
    name: 'a release that another repository tries, then fails after its first package, then is repeated',
    async play(rehearsal) {
      await fixMock(rehearsal)
      await addChangeset(rehearsal, { mock: 'patch' }, 'Fix the mock again.')
      await rehearsal.push('Fix the mock again')
      expectJobs(await rehearsal.release(), versioned)
      await rehearsal.merge()
      const ofFork = await rehearsal.release({}, 'somebody/fork')
      expectJobs(ofFork, { pack: 'failure', publish: 'skipped' })
      assert.match(ofFork.get('pack')!.error!.message, /but this is git\+https:\/\/github\.com\/somebody\/fork\.git/)
      rehearsal.registry.failAfter(1)
      const failed = await rehearsal.release()
      rehearsal.registry.open()
      expectJobs(failed, { pack: 'success', publish: 'failure', announce: 'skipped', docs: 'skipped' })
      assert.deepEqual(await listPublished(rehearsal, '0.3.1'), names.slice(0, 1))
      expectJobs(await rehearsal.release(), published)
      await expectReleased(rehearsal, '0.3.1')
      return {
        versions: ['0.3.1'],
        users: await beStranger(join(rehearsal.folder, 'fifth'), '0.3.1', rehearsal.environment, ['npm']),
      }
    },
  },
]

/** The packages that the registry has in a version. */
async function listPublished(rehearsal: Rehearsal, version: string): Promise<string[]> {
  const found = await Promise.all(
    names.map(async (name) => ((await rehearsal.readPublished(name)).versions.includes(version) ? [name] : [])),
  )
  return found.flat()
}
