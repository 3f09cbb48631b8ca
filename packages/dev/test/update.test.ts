import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { emitModule } from '@seam-acs/runner/emit'
import { expect, onTestFinished, test } from 'vitest'
import { derive } from '../src/derive.ts'
import { serveMock } from '../src/serve-mock.ts'
import { createUpdate } from '../src/update.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const options = 'spec/components/schemas/create_acs_credential_options.yaml'
const types = 'packages/types/dist/index.gen.d.ts'

/** Everything but the reference, in a copy of the repository; `shown` has what the reference would show. */
async function createCopy() {
  const root = mkdtempSync(join(tmpdir(), 'seam-acs-dev-'))
  const sources = ['client', 'mock', 'types'].flatMap((name) =>
    ['package.json', 'src', 'tsconfig.build.json'].map((file) => `packages/${name}/${file}`),
  )
  for (const path of ['tsconfig.json', 'spec/openapi.yaml', 'spec/components', 'spec/paths', ...sources])
    cpSync(join(repository, path), join(root, path), { recursive: true })
  const mock = await serveMock(0, () => {})
  onTestFinished(async () => {
    await mock.close()
    rmSync(root, { recursive: true })
  })
  const printed: string[] = []
  const shown: unknown[] = []
  const reference = { reload: () => shown.push('reload'), show: (fault: unknown) => shown.push(fault) }
  const update = createUpdate({ root, reference, mock, print: (text) => printed.push(text) })
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  return {
    root,
    printed,
    shown,
    read,
    update: (...files: string[]) => update(files.length > 0 ? files : ['a.yaml']),
    edit: (file: string, change: (text: string) => string) => writeFileSync(join(root, file), change(read(file))),
    /** What the mock says about a request with a number as `memo`. */
    async ask() {
      const response = await fetch(`${mock.endpoint}/acs/credentials/create`, {
        method: 'POST',
        headers: { authorization: 'Bearer seam_test_key', 'content-type': 'application/json' },
        body: JSON.stringify({ acs_user_id: '0e4f9b1a-4c4b-4b5c-9d2f-1f0b3b1f7a11', access_method: 'code', memo: 5 }),
      })
      return [response.status, (await response.json()).error?.validation_errors?.memo?.['_errors']]
    },
  }
}

const addMemo = (schema: string) =>
  schema.replace(
    '  salto_space_metadata:\n',
    '  memo:\n    type: string\n    description: Tell the staff.\n  salto_space_metadata:\n',
  )

test('a change reaches the types, the client and the mock, whose port stays open', async () => {
  const { update, edit, ask, read, shown, printed } = await createCopy()
  await update()
  expect(await ask()).toEqual([200, undefined])

  edit(options, addMemo)
  await update()
  expect(await ask()).toEqual([400, ['Expected string, received number']])
  expect(read(types)).toContain('memo?: string')
  expect(read('packages/client/dist/validation/validators.gen.js')).toContain('memo: string')
  expect(read('packages/client/dist/cjs/validation/validators.gen.js')).toContain('memo: string')
  expect(shown).toEqual(['reload', 'reload'])
  expect(printed.at(-1)).toMatch(/^spec\/a\.yaml: updated client, mock, types, reference in \d+ ms$/)
})

test('many saved files are counted', async () => {
  const { update, printed } = await createCopy()
  await update('a.yaml', 'paths/b.yaml')
  await update('a.yaml', 'paths/b.yaml', 'c.yaml')
  expect(printed.map((text) => text.split(':')[0])).toEqual(['spec/a.yaml and 1 other', 'spec/a.yaml and 2 others'])
})

test('a problem in the spec is shown and changes nothing else, until it is fixed', async () => {
  const { root, update, edit, ask, read, shown, printed } = await createCopy()
  edit(options, addMemo)
  await update()
  const before = read(types)

  edit(options, (text) => text.replace('Tell the staff.', 'tell the staff.'))
  await update()
  const line =
    read(options)
      .split('\n')
      .findIndex((each) => each.includes('tell the staff.')) + 1
  expect(printed.at(-1)).toContain(`${options}:${line}:18`)
  expect(printed.at(-1)).toContain('Make each line a sentence')
  expect(printed.at(-1)).toContain('The last good version is still served.')
  const place = { file: join(root, options), line, column: 18 }
  expect(shown.at(-1)).toEqual({ place, message: expect.stringContaining(`${options}:${line}:18\nMake each line`) })
  expect(read(types)).toBe(before)
  expect(await ask()).toEqual([400, ['Expected string, received number']])

  edit(options, (text) => text.replace('tell the staff.', 'Tell the staff.'))
  await update()
  expect(shown.at(-1)).toBe('reload')
  expect(printed.at(-1)).toContain('spec/a.yaml: fixed, nothing to update')
  await update()
  expect(printed.at(-1)).toContain('spec/a.yaml: nothing to update')
})

test('a failure to write is shown, and the next run writes what is missing', async () => {
  const { root, update, edit, read, shown } = await createCopy()
  await update()
  const manifest = read('packages/types/package.json')
  edit(options, addMemo)
  rmSync(join(root, 'packages/types/package.json'))
  await update()
  expect(shown.at(-1)).toEqual({ message: expect.stringContaining('packages/types/package.json') })
  expect(existsSync(join(root, types))).toBe(false)

  writeFileSync(join(root, 'packages/types/package.json'), manifest)
  await update()
  expect(read(types)).toContain('memo?: string')
  expect(shown.at(-1)).toBe('reload')
})

test('a checkout that changes the spec and the generated files updates what is built from them', async () => {
  const { update, edit, read, root } = await createCopy()
  await update()
  const files = [options, 'packages/types/src/index.gen.ts']
  const texts = files.map(read)
  edit(options, addMemo)
  await update()
  expect(read(types)).toContain('memo?: string')

  for (const [index, file] of files.entries()) writeFileSync(join(root, file), texts[index]!)
  await update()
  expect(read(types)).not.toContain('memo?: string')
})

test('dev writes the same files into the packages as their builds', async () => {
  const derived = await derive(join(repository, 'spec'))
  const modules = 'modules' in derived ? derived.modules : []
  expect(modules).not.toEqual([])
  for (const { package: name, file, text } of modules) {
    const folder = join(repository, 'packages', name)
    for (const [path, emitted] of emitModule(folder, file, text))
      expect(emitted).toBe(readFileSync(join(folder, 'dist', path), 'utf8'))
  }
})
