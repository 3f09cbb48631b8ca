import { expect, test } from 'vitest'
import { Failure } from '../src/failure.ts'
import { isSilent } from '../src/report.ts'
import { cloneShallowly, makeDirectory, makeRepository } from './make-repository.ts'
import type { Repository } from './open-repository.ts'
import { reviewRepository } from '../src/review.ts'

const key = 'spec/components/schemas/key.yaml'
const request = 'spec/components/schemas/create_key_request.yaml'

const breakReaders = (repository: Repository) => repository.edit(key, 'type: boolean', 'type: [boolean, "null"]')
const addProperty = (repository: Repository) =>
  repository.edit(request, 'properties:', 'properties:\n  color:\n    type: string')

test('a change that leaves the spec alone has nothing to say', async () => {
  const repository = await makeRepository()
  await repository.write('README.md', 'Better.')
  const report = await repository.review()
  expect(report).toMatchObject({ bump: 'none', source: 'none', causes: [], gate: { passes: true } })
  expect(isSilent(report)).toBe(true)
})

test('a break with a major changeset passes', async () => {
  const repository = await makeRepository()
  await breakReaders(repository)
  await repository.announce('major')
  const { bump, packages, gate } = await repository.review()
  expect({ bump, gate }).toEqual({ bump: 'major', gate: { passes: true, problems: [], warnings: [] } })
  expect(packages).toEqual([
    { name: '@keys/client', version: '1.2.3', needed: 'major', announced: 'major', verdict: 'fits' },
    { name: '@keys/types', version: '1.2.3', needed: 'major', announced: 'major', verdict: 'fits' },
  ])
})

test('a break with a minor changeset fails, with the changeset that would pass', async () => {
  const repository = await makeRepository()
  await breakReaders(repository)
  await repository.announce('minor')
  const { packages, gate } = await repository.review()
  expect(packages.map(({ verdict }) => verdict)).toEqual(['too small', 'too small'])
  expect(gate.passes).toBe(false)
  expect(gate.problems).toEqual([expect.stringContaining('Raise the bump in `.changeset/change.md`')])

  await repository.write('.changeset/change.md', gate.changeset!)
  expect((await repository.review()).gate).toEqual({ passes: true, problems: [], warnings: [] })
})

test('a change without a changeset fails, with the changeset that would pass', async () => {
  const repository = await makeRepository()
  await addProperty(repository)
  const { bump, gate } = await repository.review()
  expect({ bump, passes: gate.passes }).toEqual({ bump: 'minor', passes: false })
  expect(gate.problems).toEqual([expect.stringContaining('The spec changed without a changeset')])

  await repository.write('.changeset/spec.md', gate.changeset!)
  expect((await repository.review()).gate.passes).toBe(true)
})

test('a changeset that says more than the change needs is a warning', async () => {
  const repository = await makeRepository()
  await addProperty(repository)
  await repository.announce('major')
  const { gate } = await repository.review()
  expect(gate).toEqual({ passes: true, problems: [], warnings: [expect.stringContaining('asks for more')] })
})

test('a changeset that the base already has is about another change', async () => {
  const repository = await makeRepository()
  await repository.announce('major', { name: 'other' })
  await repository.commit()
  await repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  await breakReaders(repository)
  expect((await repository.review()).packages.map(({ verdict }) => verdict)).toEqual(['missing', 'missing'])
})

test('a word in a description needs a patch', async () => {
  const repository = await makeRepository()
  await repository.edit(request, 'The name of the door.', 'The name of the door, as its sign says.')
  await repository.announce('patch')
  expect(await repository.review()).toMatchObject({ bump: 'patch', gate: { passes: true, warnings: [] } })
})

test('the version that a release writes into the spec is not a change', async () => {
  const repository = await makeRepository()
  await repository.edit('spec/openapi.yaml', 'version: 1.2.3', 'version: 2.0.0')
  expect(isSilent(await repository.review())).toBe(true)
})

test.each([
  ['minor', true],
  ['patch', false],
])('before 1.0.0, a break with a %s changeset passes: %s', async (bump, passes) => {
  const repository = await makeRepository()
  for (const name of ['types', 'client']) await repository.edit(`packages/${name}/package.json`, '1.2.3', '0.2.3')
  await breakReaders(repository)
  await repository.announce(bump)
  expect(await repository.review()).toMatchObject({ bump: 'major', gate: { passes } })
})

const approve = (repository: Repository, fingerprint: string) =>
  repository.write('.changeset/approved-breaks.yaml', `- fingerprint: ${fingerprint}\n  reason: Nobody was sent one.\n`)

test('an approved break passes as a correction, and still needs a changeset', async () => {
  const repository = await makeRepository()
  await breakReaders(repository)
  const [cause] = (await repository.review()).causes
  await approve(repository, cause!.fingerprint)
  expect(await repository.review()).toMatchObject({
    bump: 'major',
    causes: [{ approved: 'Nobody was sent one.' }],
    packages: [{ needed: 'patch' }, { needed: 'patch' }],
    gate: { passes: false },
  })

  await repository.announce('patch')
  expect((await repository.review()).gate).toEqual({ passes: true, problems: [], warnings: [] })
})

test('one approval approves one break', async () => {
  const repository = await makeRepository()
  await breakReaders(repository)
  const [cause] = (await repository.review()).causes
  await approve(repository, cause!.fingerprint)
  await repository.edit(request, '- door', '- door\n  - starts_at')
  await repository.announce('patch')
  expect(await repository.review()).toMatchObject({ packages: [{ needed: 'major' }, { needed: 'major' }] })
})

test('an approval of nothing is a warning', async () => {
  const repository = await makeRepository()
  await addProperty(repository)
  await repository.announce('minor')
  await approve(repository, '0123456789ab')
  expect((await repository.review()).gate.warnings).toEqual([expect.stringContaining('`0123456789ab`')])
})

test('an approval without a reason is rejected', async () => {
  const repository = await makeRepository()
  await repository.write('.changeset/approved-breaks.yaml', '- fingerprint: 0123456789ab\n')
  await expect(repository.review()).rejects.toThrow(/0123456789ab has no reason/)
})

test('after a rebase the approval holds, and what others merged is not part of the change', async () => {
  const repository = await makeRepository()
  await breakReaders(repository)
  const [cause] = (await repository.review()).causes
  await approve(repository, cause!.fingerprint)
  await repository.announce('patch')
  await repository.commit()

  await repository.git('switch', '--quiet', 'main')
  await repository.edit(request, '- door', '- door\n  - starts_at')
  await repository.edit(key, 'properties:', 'properties:\n  color:\n    type: string')
  await repository.announce('major', { name: 'other' })
  await repository.commit()
  await repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  await repository.git('switch', '--quiet', 'change')
  const before = await repository.review()

  await repository.git('rebase', '--quiet', 'main')
  const after = await repository.review()
  expect(after.base).not.toBe(before.base)
  for (const { causes, gate } of [before, after]) {
    expect(causes.map(({ fingerprint, approved }) => [fingerprint, approved])).toEqual([
      [cause!.fingerprint, 'Nobody was sent one.'],
    ])
    expect(gate).toEqual({ passes: true, problems: [], warnings: [] })
  }
})

test('a renamed path file is not a change', async () => {
  const repository = await makeRepository()
  await repository.move('spec/paths/keys_create.yaml', 'spec/paths/create_key.yaml')
  await repository.edit('spec/openapi.yaml', 'keys_create.yaml', 'create_key.yaml')
  await repository.commit()
  expect(isSilent(await repository.review())).toBe(true)
})

test('a renamed schema file takes a name from the types, which only the compiler sees', async () => {
  const repository = await makeRepository()
  await repository.move(key, 'spec/components/schemas/door_key.yaml')
  await repository.edit('spec/paths/keys_create.yaml', 'schemas/key.yaml', 'schemas/door_key.yaml')
  const { bump, source, causes } = await repository.review()
  expect({ bump, source }).toEqual({ bump: 'patch', source: 'major' })
  expect(causes).toContainEqual(expect.objectContaining({ seenBy: 'compiler', path: 'Key', level: 'major' }))
})

test('a property that became required breaks senders, the types and the recorded call', async () => {
  const repository = await makeRepository()
  await repository.edit(request, '- door', '- door\n  - starts_at')
  const { causes, calls } = await repository.review()
  expect(causes).toMatchObject([
    {
      level: 'major',
      breaks: ['request'],
      path: 'starts_at',
      types: [{ kind: 'became required' }],
      place: { file: request, line: 4, at: 'head' },
    },
  ])
  expect(calls).toMatchObject({ compiled: 1, broken: [{ file: 'keys_create/200-key.json' }] })
})

test('a shorter string breaks at run time, where the compiler sees nothing', async () => {
  const repository = await makeRepository()
  await repository.edit(request, 'type: string', 'type: string\n    maxLength: 5')
  expect(await repository.review()).toMatchObject({ bump: 'major', source: 'none', causes: [{ types: [] }] })
})

test('a removed property is shown at its line of the base', async () => {
  const repository = await makeRepository()
  await repository.edit(request, '  starts_at:\n    type: string\n    format: date-time\n', '')
  const { causes } = await repository.review()
  expect(causes.map(({ place }) => place)).toEqual([{ file: request, line: 8, at: 'base' }])
})

test('a given base is the commit at which the branch left it', async () => {
  const repository = await makeRepository()
  const base = await repository.git('rev-parse', 'HEAD')
  await repository.git('switch', '--quiet', 'main')
  await breakReaders(repository)
  await repository.commit()
  await repository.git('switch', '--quiet', 'change')
  expect(await repository.review('main')).toMatchObject({ base, bump: 'none' })
})

test('without origin/main the last release is the base', async () => {
  const repository = await makeRepository()
  await repository.git('update-ref', '-d', 'refs/remotes/origin/main')
  await repository.git('tag', '@keys/types@1.2.3')
  await breakReaders(repository)
  await repository.commit()
  const report = await repository.review()
  expect(report).toMatchObject({ base: await repository.git('rev-parse', '@keys/types@1.2.3'), bump: 'major' })
})

test('without origin/main and a release somebody has to name the base', async () => {
  const repository = await makeRepository()
  await repository.git('update-ref', '-d', 'refs/remotes/origin/main')
  await expect(repository.review()).rejects.toThrow('There is neither origin/main nor a release tag')
  expect(await repository.review('main')).toMatchObject({ bump: 'none' })
})

test('a shallow clone without the merge-base says how to get it', async () => {
  const repository = await makeRepository()
  await breakReaders(repository)
  await repository.commit()
  await repository.git('switch', '--quiet', 'main')
  await addProperty(repository)
  await repository.commit()
  const clone = await cloneShallowly(repository)
  await expect(clone.review()).rejects.toThrow(/shallow.*`git fetch --unshallow/)

  await clone.git('fetch', '--quiet', '--unshallow')
  expect(await clone.review()).toMatchObject({ base: await repository.git('merge-base', 'main', 'change') })
})

test.each([
  ['is not YAML', 'openapi: [3.1.1'],
  ['refers to nothing', 'openapi: 3.1.1\ninfo: {title: a, version: "1"}\npaths: {/a: {$ref: nothing.yaml}}'],
  ['is of another version', 'swagger: "2.0"'],
  [
    'loads from the network',
    'openapi: 3.1.1\ninfo: {title: a, version: "1"}\npaths: {/a: {$ref: https://example.com/a}}',
  ],
])('a base whose spec %s is named, with its commit', async (_, text) => {
  const repository = await makeRepository()
  const good = await repository.git('show', 'HEAD:spec/openapi.yaml')
  await repository.write('spec/openapi.yaml', text)
  await repository.commit()
  const base = await repository.git('rev-parse', 'HEAD')
  await repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  await repository.write('spec/openapi.yaml', good)
  await repository.commit()
  const error = await repository.review().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Failure)
  expect((error as Failure).message).toMatch(new RegExp(`^spec/openapi\\.yaml at ${base.slice(0, 10)} `))
  expect((error as Failure).message).not.toContain('\n')
})

test('an unknown revision is named', async () => {
  const repository = await makeRepository()
  await expect(repository.review('v9.9.9')).rejects.toThrow('Git knows no revision `v9.9.9`')
  await expect(repository.review('--output=file')).rejects.toThrow('Git knows no revision `--output=file`')
})

test('a changeset that cannot be read is named', async () => {
  const repository = await makeRepository()
  await repository.write('.changeset/bad.md', 'no front matter')
  await expect(repository.review()).rejects.toThrow(/^The changesets cannot be read/)
})

test('outside of a repository there is nothing to review', async () => {
  await expect(reviewRepository(await makeDirectory(), undefined)).rejects.toThrow('This is not a git repository')
})
