import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { operations, errorTypes } from '../src/contract/pages.ts'
import { writeErrorHandling } from '../src/samples/error-handling.ts'
import { samples, type SampleRequest } from '../src/samples/index.ts'
import { writeAll } from '../src/samples/write-all.ts'

const hostile = {
  'it\'s "quoted"': 'it\'s "quoted" `here` \\n $HOME $(id) #{1} #@a ${1} %s <?php ?> """ \n\t\u2028',
  __proto__x: '',
  empty: [{}, [], null, true, false, 1.5],
}

const request = (body: unknown): SampleRequest => ({
  method: 'POST',
  server: 'https://connect.getseam.com/',
  path: '/acs/credentials/create',
  body,
  names: ['acs', 'credentials', 'create'],
  result: { kind: 'one', key: 'acs_credential', variable: 'acsCredential' },
})

const write = (id: string, body: unknown) => samples.find((sample) => sample.id === id)!.write(request(body))

/** What `curl` is called with by a shell that runs the script. */
function readArguments(script: string): string[] {
  const printing = `curl() { printf '%s\\0' "$@"; }\n${script}`
  const output = execFileSync('bash', ['--norc', '-c', printing], {
    encoding: 'utf8',
    env: { SEAM_API_KEY: 'seam_key' },
  })
  return output.split('\0').slice(0, -1)
}

test('the shell sample sends what was asked for, whatever is in it', () => {
  expect(readArguments(write('curl', hostile))).toEqual([
    '--request',
    'POST',
    'https://connect.getseam.com/acs/credentials/create',
    '--header',
    'Authorization: Bearer seam_key',
    '--header',
    'Content-Type: application/json',
    '--data',
    JSON.stringify(hostile, null, 2),
  ])
})

test('the shell sample of an operation without a body sends none', () => {
  expect(readArguments(write('curl', undefined))).not.toContain('--data')
})

test.each(['client', 'path', 'seam'])(
  'the TypeScript sample %s holds what was asked for, whatever is in it',
  async (id) => {
    const script = write(id, hostile)
    const calling = script
      .replace(/import .*/, '')
      .replaceAll(/const seam = .*|console\.log.*/g, '')
      .replaceAll(/const \S+( \w+ \})? = await/g, 'return await')
    const received: unknown[] = []
    const receive = (...values: unknown[]) => received.push(...values)
    const seam = {
      acs: { credentials: { create: receive } },
      fetchClient: { POST: (_: string, init: { body: unknown }) => receive(init.body) },
    }
    await new Function('seam', `return (async () => {${calling}})()`)(seam)
    expect(received).toEqual([hostile])
  },
)

// Their runtimes are not on every machine, so each of these is a rule of the language.
test.each([
  ['python', String.raw`"it's \"quoted\"": "it's`],
  ['ruby', String.raw`\#{1} \#@a`],
  ['php', String.raw`'it\'s "quoted"' => 'it\'s "quoted"`],
  ['go', String.raw`\u0060here\u0060`],
  ['csharp', String.raw`\"\"\"`],
  ['java', String.raw`\\n $HOME`],
])('the %s sample escapes what the language would read otherwise', (id, escaped) => {
  expect(write(id, hostile)).toContain(escaped)
})

test.each([
  ['python', ['[', '{},', '[],', 'None,', 'True,', 'False,', '1.5,']],
  ['ruby', ['[', '{},', '[],', 'nil,', 'true,', 'false,', '1.5,']],
  ['php', ['[', 'new stdClass(),', '[],', 'null,', 'true,', 'false,', '1.5,']],
])('the %s sample writes values in the words of the language', (id, words) => {
  const [, list = ''] = write(id, hostile).split(/empty['"]?(?::| =>) /)
  expect(list.split(/\s*\n\s*|\s(?=\{\}|\[\])/).slice(0, words.length)).toEqual(words)
})

test('the JSON inside a Go, C# or Java sample is the JSON that was asked for', () => {
  const [, go] = write('go', hostile).match(/NewReader\(`(.*?)`\)/s)!
  expect(JSON.parse(go!)).toEqual(hostile)
  const [, csharp] = write('csharp', hostile).match(/"""\n(.*?)\n {4}"""/s)!
  expect(JSON.parse(csharp!)).toEqual(hostile)
  const [, java] = write('java', hostile).match(/"""\n(.*?)\n {12}"""/s)!
  expect(JSON.parse(java!.replaceAll('\\\\', '\\'))).toEqual(hostile)
})

test('every TypeScript sample of an example compiles against the client, and so does what handles an error', async () => {
  const folder = await mkdtemp(join(fileURLToPath(new URL('..', import.meta.url)), 'node_modules/.samples-'))
  try {
    const sources = [
      ...samples
        .filter(({ id }) => id === 'client' || id === 'path')
        .flatMap((sample) => operations.flatMap((operation) => writeAll(sample, operation))),
      ...errorTypes.map(({ type }) => writeErrorHandling(type)),
    ]
    const files = sources.map((_, index) => join(folder, `sample-${index}.ts`))
    await Promise.all(files.map((file, index) => writeFile(file, sources[index]!)))
    const program = ts.createProgram(files, {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      strict: true,
      noEmit: true,
      types: [],
    })
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    expect(messages).toEqual([])
    expect(files.length).toBeGreaterThan(errorTypes.length)
  } finally {
    await rm(folder, { recursive: true })
  }
})
