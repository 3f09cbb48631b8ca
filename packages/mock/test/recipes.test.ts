import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createMock } from '@seam-acs/mock'
import { serve } from '@seam-acs/mock/server'
import { expect, onTestFinished, test } from 'vitest'

/** The recipe of the README in a language that contains a text. */
async function readRecipe(language: string, part = ''): Promise<string> {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const [, recipes] = /\n## Recipes\n(.*?)\n## /s.exec(readme)!
  const codes = [...recipes!.matchAll(/```(\w+)\n(.*?)```/gs)].filter(([, kind]) => kind === language)
  return codes.find(([, , code]) => code!.includes(part))![2]!
}

async function run(program: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(program, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, ...env },
  })
  const exited = new Promise<number | null>((resolve, reject) => child.on('exit', resolve).on('error', reject))
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await exited, output: output.trim(), errors }
}

async function startServer() {
  const mock = createMock()
  const { endpoint, close } = await serve(mock, { port: 0 })
  onTestFinished(close)
  return { mock, endpoint }
}

test('with MSW, a call gets the response of the mock, and a broken connection is a network error', async () => {
  const program = `${await readRecipe('js', "from 'msw'")}
    const send = (prefer = {}) => fetch('https://connect.getseam.com/acs/credentials/create', {
      method: 'POST',
      headers: { authorization: 'Bearer seam_test_key', 'content-type': 'application/json', ...prefer },
      body: JSON.stringify({ access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' }),
    }).then(({ status }) => status, ({ name, message }) => name + ': ' + message)
    console.log([await send(), await send({ prefer: 'code=429' }), await send({ prefer: 'fault=drop' }), mock.credentials.length].join())`
  const { output } = await run(process.execPath, ['--input-type=module', '--eval', program])
  expect(output).toBe('200,429,TypeError: Failed to fetch,1')
})

test('with curl, a call gets the response of the server', async () => {
  const { mock, endpoint } = await startServer()
  const recipe = (await readRecipe('sh', 'curl')).replace('http://localhost:4100', endpoint)
  const { output } = await run('sh', ['-c', recipe])
  expect(JSON.parse(output).acs_credential).toEqual(mock.credentials[0])
})

test('with Python, a call gets the response of the server', async () => {
  const { mock, endpoint } = await startServer()
  const { output, errors } = await run('python3', ['-c', await readRecipe('python')], { SEAM_ENDPOINT: endpoint })
  expect([errors, output]).toEqual(['', mock.credentials[0]?.code])
})
