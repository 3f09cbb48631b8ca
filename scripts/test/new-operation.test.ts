import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatedFiles, type Render } from '@seam-acs/codegen/generated-files'
import { bundleSpec } from '@seam-acs/spec/bundle-spec'
import { readOperations } from '@seam-acs/spec/model'
import { expect, onTestFinished, test } from 'vitest'
import { checkFolder } from '../check-words.ts'
import { addOperation, type Addition } from '../new-operation/add-operation.ts'
import { repository } from '../repository-files.ts'

/** A copy of the spec, in a folder `spec`, because messages name its files as `spec/…`. */
function copySpec() {
  const root = mkdtempSync(join(tmpdir(), 'seam-acs-operation-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, 'spec')
  for (const part of ['openapi.yaml', 'components', 'paths'])
    cpSync(join(repository, 'spec', part), join(folder, part), { recursive: true })
  return {
    root,
    folder,
    read: (file: string) => readFileSync(join(folder, file), 'utf8'),
    write: (file: string, text: string) => writeFileSync(join(folder, file), text),
    listFiles: () => readdirSync(folder, { recursive: true }),
    add: (path: string) => addOperation(folder, path.split(' ')),
  }
}

async function bundle(folder: string) {
  const bundled = await bundleSpec(folder)
  expect(bundled).toHaveProperty('text')
  return JSON.parse('text' in bundled ? bundled.text : '')
}

const problemOf = (addition: Addition) => ('problem' in addition ? addition.problem : undefined)

test('operations of a new and of a known group pass lint, and every generator takes them', async () => {
  const { folder, add } = copySpec()
  for (const path of ['acs lamps create', 'acs lamps list', 'acs credentials get_once', 'acs credentials dim'])
    expect(problemOf(await add(path))).toBeUndefined()

  const document = await bundle(folder)
  const results = readOperations(document).map(({ id, tags, result }) => [id, tags[0], result.kind])
  expect(results).toEqual(
    expect.arrayContaining([
      ['acs_lamps_create', 'acs_lamps', 'one'],
      ['acs_lamps_list', 'acs_lamps', 'list'],
      ['acs_credentials_get_once', 'acs_credentials', 'one'],
      ['acs_credentials_dim', 'acs_credentials', 'none'],
    ]),
  )
  const renders = Object.values(generatedFiles).flatMap((files): Render[] => Object.values(files))
  for (const render of renders) expect(await render(document)).toMatch(/\S/)
})

test('what is unfinished is listed by line, and fails the check until its comment is deleted', async () => {
  const { root, folder, add, read, write } = copySpec()
  const addition = await add('acs lamps create')
  const todos = 'todos' in addition ? addition.todos : []
  const files = [...new Set(todos.map(({ file }) => file))]
  const listFindings = () => checkFolder(root).filter((finding) => files.some((file) => finding.includes(`/${file}:`)))
  expect(files).toContain('paths/acs_lamps_create.yaml')
  const places = todos.map(({ file, line }) => `spec/${file}:${line}`)
  expect(listFindings().map((finding) => finding.split(': ')[0])).toEqual(expect.arrayContaining(places))
  expect(listFindings()).toHaveLength(places.length)

  for (const file of files) write(file, read(file).replaceAll(/^ *# TODO: .*\n/gm, ''))
  expect(listFindings()).toEqual([])
  await bundle(folder)
})

test('the files are formatted', async () => {
  const { root, add } = copySpec()
  await add('acs lamps create')
  const oxfmt = join(repository, 'node_modules/oxfmt/bin/oxfmt')
  const config = join(repository, '.oxfmtrc.json')
  const check = () =>
    execFileSync(process.execPath, [oxfmt, '--check', '--config', config, 'spec'], { cwd: root, stdio: 'pipe' })
  expect(check).not.toThrow()
})

test('openapi.yaml keeps every line', async () => {
  const { add, read } = copySpec()
  const before = read('openapi.yaml').split('\n')
  await add('acs lamps create')
  const after = read('openapi.yaml').split('\n')
  let place = 0
  for (const line of before) {
    place = after.indexOf(line, place) + 1
    expect(place, line).toBeGreaterThan(0)
  }
  expect(after).toContain('  /acs/lamps/create:')
})

test('the example of a request and that of its response have the same ID', async () => {
  const { add, read } = copySpec()
  await add('acs credentials get_once')
  const [, id] = /acs_credential_id: (\S+)/.exec(read('components/examples/get_once_acs_credential_request.yaml')) ?? []
  expect(id).toBeDefined()
  expect(read('components/examples/get_once_acs_credential_response.yaml')).toContain(`acs_credential_id: ${id}\n`)
})

test.each([
  ['', '`` is not in snake_case'],
  ['acs', 'Give two words or more'],
  ['acs Lamps create', '`Lamps` is not in snake_case'],
  ['acs lamps list-all', '`list-all` is not in snake_case'],
  ['acs lamps list__all', '`list__all` is not in snake_case'],
  ['/acs/lamps/create', '`/acs/lamps/create` is not in snake_case'],
  ['acs credentials create', 'spec/paths/acs_credentials_create.yaml exists already'],
  ['acs_credentials create', 'spec/paths/acs_credentials_create.yaml exists already'],
  ['acs credentials', 'The client cannot have /acs/credentials beside /acs/credentials/create'],
  ['acs credentials create now', 'The client cannot have /acs/credentials/create/now beside /acs/credentials/create'],
])('"%s" is rejected: %s', async (path, problem) => {
  const { add, listFiles } = copySpec()
  const before = listFiles()
  expect(problemOf(await add(path))).toContain(problem)
  expect(listFiles()).toEqual(before)
})

test('the second run is rejected and changes nothing', async () => {
  const { add, read } = copySpec()
  await add('acs lamps create')
  const before = read('openapi.yaml')
  expect(problemOf(await add('acs lamps create'))).toContain('spec/paths/acs_lamps_create.yaml exists already')
  expect(read('openapi.yaml')).toBe(before)
})

test('a spec with a problem has to be fixed first', async () => {
  const { add, read, write } = copySpec()
  write('openapi.yaml', read('openapi.yaml').replace('title:', 'titel:'))
  expect(problemOf(await add('acs lamps create'))).toMatch(/spec\/openapi\.yaml:\d+:\d+/)
})
