import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { operations, errorTypes } from '../../src/contract/pages/pages.ts'
import { writeErrorHandling } from '../../src/samples/error-handling.ts'
import { listSamples, samples } from '../../src/samples/index.ts'
import { fillTemplate, type RequestTemplate } from '../../src/samples/request.ts'
import { writeAll } from '../../src/samples/template.ts'
import { parseExactly } from '../../src/text/exact-json.ts'

const hostile = {
  'it\'s "quoted"': 'it\'s "quoted" `here` \\n $HOME $(id) #{1} #@a ${1} %s <?php ?> """ \n\t\u2028',
  __proto__x: '',
  empty: [{}, [], null, true, false, 1.5],
}

const template: RequestTemplate = {
  method: 'POST',
  server: 'https://connect.getseam.com/',
  path: '/acs/credentials/create',
  names: ['acs', 'credentials', 'create'],
  parameters: [],
  credentials: [{ kind: 'key', in: 'header', name: 'Authorization', prefix: 'Bearer ', variable: 'SEAM_API_KEY' }],
  content: { kind: 'json', mediaType: 'application/json', files: [] },
  result: { kind: 'one', key: 'acs_credential', variable: 'acsCredential', isJson: true },
  isPublished: false,
  hasErrorType: true,
  requestId: 'seam-request-id',
}

const write = (id: string, body: unknown, changes: Partial<RequestTemplate> = {}, parameters = {}) =>
  samples.find((sample) => sample.id === id)!.write(fillTemplate({ ...template, ...changes }, { body, parameters }))

const noShell = 'The sample is for a POSIX shell.'

/** What `curl` is called with by a shell that runs the script. */
function readArguments(script: string): string[] {
  const printing = `curl() { printf '%s\\0' "$@"; }\n${script}`
  const output = execFileSync('bash', ['--norc', '-c', printing], {
    encoding: 'utf8',
    env: { SEAM_API_KEY: 'seam_key' },
  })
  return output.split('\0').slice(0, -1)
}

test('the shell sample sends what was asked for, whatever is in it', ({ skip }) => {
  skip(process.platform === 'win32', noShell)
  expect(readArguments(write('curl', hostile))).toEqual([
    '--request',
    'POST',
    'https://connect.getseam.com/acs/credentials/create',
    '--include',
    '--fail-with-body',
    '--max-time',
    '30',
    '--header',
    'Authorization: Bearer seam_key',
    '--header',
    'Content-Type: application/json',
    '--data',
    JSON.stringify(hostile, null, 2),
  ])
})

test('the shell sample of an operation without a body sends none', ({ skip }) => {
  skip(process.platform === 'win32', noShell)
  expect(readArguments(write('curl', undefined))).not.toContain('--data')
})

/** Runs a sample in TypeScript, with stand-ins for what it imports, and gives what they receive. */
async function runTypeScript(script: string, standIns: Record<string, unknown>): Promise<unknown> {
  const code = script.replaceAll(/^import .*$/gm, '').replace(/^const seam = .*$/m, '')
  return new Function(...Object.keys(standIns), `return (async () => {${code}})()`)(...Object.values(standIns))
}

test.each(['client', 'path', 'seam', 'fetch'])(
  'the TypeScript sample %s holds what was asked for, whatever is in it',
  async (id) => {
    const received: unknown[] = []
    const response = { ok: true, json: async () => ({}), headers: new Map() }
    const receive = async (...values: unknown[]) => void received.push(...values)
    const post = async (_: string, { body }: { body: unknown }) => {
      received.push(body)
      return { response }
    }
    const standIns = {
      console: { log() {} },
      process: { env: {} },
      seam: { acs: { credentials: { create: receive } } },
      createFetchClient: () => ({ POST: post }),
      fetch: async (_: string, { body }: { body: string }) => {
        received.push(JSON.parse(body))
        return response
      },
    }
    await runTypeScript(write(id, hostile), standIns)
    expect(received).toEqual([hostile])
  },
)

test('a sample says how to install its package, and that it is not published as long as it is not', () => {
  const [note] = write('client', {}).split('\n')
  expect(note).toBe('// npm install @seam-acs/client (not on npm yet)')
  expect(write('path', {}, { isPublished: true }).split('\n')[0]).toBe('// npm install @seam-acs/client')
  expect(write('seam', {}).split('\n')[0]).toBe('// npm install seam')
  const others = samples.filter(({ id }) => id !== 'curl')
  for (const { id } of others) expect(write(id, {}).split('\n')[0], id).toMatch(/`|install/)
})

test('a large integer is written digit by digit in every language', () => {
  const body = parseExactly('{"a":[12345678901234567890]}')
  for (const { id } of samples) expect(write(id, body), id).toContain('12345678901234567890')
})

const results: [RequestTemplate['result']['kind'], string][] = [
  ['none', 'await seam.acs.credentials.create({})\n}'],
  ['one', 'const acsCredential = await seam.acs.credentials.create({})\n  console.log(acsCredential)'],
  ['list', 'const acsCredential = await seam.acs.credentials.create({})\n  console.log(acsCredential)'],
  ['page', 'for await (const acsCredential of seam.acs.credentials.create({})) {\n    console.log(acsCredential)\n  }'],
  ['object', 'const acsCredential = await seam.acs.credentials.create({})\n  console.log(acsCredential)'],
]

test.each(results)('a sample of the client uses a result of the kind %s as the client gives it', (kind, code) => {
  expect(write('client', {}, { result: { ...template.result, kind } })).toContain(code)
})

test('what the packages have no method for is called with what the platform has', () => {
  const labels = (changes: Partial<RequestTemplate>) => listSamples({ ...template, ...changes }).map(({ id }) => id)
  expect(labels({}).slice(0, 4)).toEqual(['client', 'path', 'seam', 'curl'])
  expect(labels({ names: undefined }).slice(0, 2)).toEqual(['fetch', 'curl'])
})

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
  const folder = await mkdtemp(join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules/.samples-'))
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
