import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createMock, type MockOptions } from '@seam-acs/mock'
import { serve } from '@seam-acs/mock/server'
import { afterEach, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { acsSystemId, acsUserId, path, pin, toInit, userIdentityId } from './create-caller.ts'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function start(options?: MockOptions) {
  const lines: string[] = []
  const { endpoint, close } = await serve(createMock(options), { port: 0, log: (line) => lines.push(line) })
  closing.push(close)
  return { endpoint, lines, send: (init: RequestInit = toInit({}), at = path) => fetch(endpoint + at, init) }
}

/** Sends raw bytes and returns everything that the server sends until the connection ends. */
async function sendRaw(endpoint: string, bytes: string) {
  const socket = connect(Number(new URL(endpoint).port), 'localhost')
  socket.write(bytes)
  return text(socket)
}

const post = (body: string, headers = '') =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer seam_test_key\r\ncontent-type: application/json\r\nconnection: close\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

test('invalid JSON gets its error response over a socket', async () => {
  const { send } = await start()
  const response = await send(toInit({ body: '{"access_method":' }))
  expect([response.status, await response.text()]).toEqual([400, 'Invalid JSON'])
})

test.each([
  ['a target that is not a URL', `GET http://[ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, 400],
  ['a path that looks like another host', post('{}').replace(path, `//evil${path}`), 404],
  ['a full URL as a target', post('{}').replace(path, `http://x${path}`), 400],
  ['TRACE', `TRACE ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, 405],
  ['a text that is not HTTP', 'hello\r\n\r\n', 400],
  ['GET with a body', post('{}').replace('POST', 'GET'), 405],
  ['an empty body', post(''), 400],
  ['a body that is not compressed as it says', post('\u0001', 'content-encoding: gzip\r\n'), 400],
  ['a body in an unknown encoding', post('\u0001', 'content-encoding: zstd\r\n'), 415],
  ['a header twice', post('{}', 'prefer: code=429\r\nprefer: delay=0\r\n'), 429],
])('%s gets a response', async (_, bytes, status) => {
  const { endpoint } = await start()
  expect(await sendRaw(endpoint, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
})

const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))

test.for(['127.0.0.1', '[::1]'])('the server listens on %s', async (host, { skip }) => {
  skip(host === '[::1]' && !hasIpv6, 'This machine has no IPv6.')
  const { endpoint } = await start()
  expect((await fetch(endpoint.replace('localhost', host) + path, toInit({}))).status).toBe(200)
})

test('the server closes on every address', async () => {
  const { endpoint, close } = await serve(createMock(), { port: 0 })
  await close()
  for (const host of ['127.0.0.1', '[::1]']) {
    await expect(fetch(endpoint.replace('localhost', host) + path, toInit({}))).rejects.toThrow(TypeError)
  }
})

test('the program forgets the oldest credentials', async () => {
  const { output } = run('--port', '0', '--max-credentials', '1')
  await expect.poll(output).toMatch(/SEAM_API_KEY/)
  const [endpoint] = /http:\/\/localhost:\d+/.exec(output())!
  const systemOf = async (acs_user_id: string, changes = {}) => {
    const response = await fetch(endpoint + path, toInit({ body: pin({ acs_user_id, ...changes }) }))
    return ((await response.json()) as { acs_credential: { acs_system_id: string } }).acs_credential.acs_system_id
  }
  // A user keeps the system of an earlier credential, as long as that is kept.
  expect(await systemOf(acsUserId, { acs_system_id: acsSystemId })).toBe(acsSystemId)
  expect(await systemOf(acsUserId)).toBe(acsSystemId)
  await systemOf(userIdentityId)
  expect(await systemOf(acsUserId)).not.toBe(acsSystemId)
})

test('HEAD gets the headers of a response and no body', async () => {
  const { send } = await start()
  const response = await send({ method: 'HEAD' })
  expect([response.status, await response.text()]).toEqual([401, ''])
})

test('a body of more than a megabyte is rejected, and the connection stays usable', async () => {
  const { send } = await start()
  const large = await send(toInit({ body: ' '.repeat(2 ** 20 + 1) }))
  expect([large.status, await large.text()]).toEqual([413, 'Body exceeded 1 MiB'])
  expect((await send(toInit({ body: `${' '.repeat(2 ** 20 - 200)}{}` }))).status).toBe(400)
})

test('the log has a readable line for each request and contains no secret', async () => {
  const { lines, send } = await start()
  const bodies = [undefined, { access_method: 'code', code: '987654' }]
  for (const body of bodies) await (await send(toInit({ body }), `${path}?key=seam_secret`)).text()
  await (await send(undefined, '/nope')).text()
  await send(toInit({ headers: { prefer: 'fault=drop' } })).catch(() => {})
  await send(toInit({ headers: { prefer: 'fault=cut' } }))
    .then((response) => response.text())
    .catch(() => {})
  await send({ ...toInit({ headers: { prefer: 'fault=hang' } }), signal: AbortSignal.timeout(1000) }).catch(() => {})
  await expect.poll(() => lines.length).toBe(6)
  const timeless = lines.map((line) => line.replace(/\d+ ms$/, '… ms'))
  expect(timeless).toEqual([
    `POST ${path} 200 … ms`,
    `POST ${path} 400 invalid_input … ms`,
    'POST /nope 404 … ms',
    `POST ${path} connection broken … ms`,
    `POST ${path} connection broken … ms`,
    `POST ${path} aborted by the caller … ms`,
  ])
})

test('a hundred concurrent requests each get their own response', async () => {
  const { send } = await start()
  const bodies = await Promise.all(Array.from({ length: 100 }, async () => (await send()).json()))
  const ids = bodies.map(
    (body) => (body as { acs_credential: { acs_credential_id: string } }).acs_credential.acs_credential_id,
  )
  expect(new Set(ids).size).toBe(100)
})

test('closing ends a request that hangs', async () => {
  const { endpoint, close } = await serve(createMock({ prefer: 'fault=hang' }), { port: 0 })
  const response = fetch(endpoint + path, toInit({}))
  setTimeout(() => void close(), 50)
  await expect(response).rejects.toThrow(TypeError)
})

/** The program as `npx @seam-acs/mock` starts it. */
function run(...options: string[]) {
  const program = fileURLToPath(new URL('../dist/bin.js', import.meta.url))
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  closing.push(async () => {
    child.kill('SIGKILL')
    await exited
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return { child, exited, output: () => output }
}

test.for(['SIGINT', 'SIGTERM'] as const)(
  'the program says how to call it, serves, and stops on %s',
  async (signal, { skip }) => {
    skip(process.platform === 'win32', 'Windows has no signals.')
    const { child, exited, output } = run('--port', '0', '--seed', '7')
    await expect.poll(output).toMatch(/SEAM_ENDPOINT=http:\/\/localhost:\d+ SEAM_API_KEY=seam_test_key/)
    const endpoint = /http:\/\/localhost:\d+/.exec(output())![0]
    const response = await fetch(endpoint + path, toInit({}))
    const { headers } = await createMock({ seed: '7' }).fetch(path, toInit({}))
    expect(response.headers.get('seam-request-id')).toBe(headers.get('seam-request-id'))
    await expect.poll(output).toMatch(/POST \/acs\/credentials\/create 200 \d+ ms\n/)
    child.kill(signal)
    expect(await exited).toEqual([0, null])
  },
)

test('a port in use is reported in one line', async () => {
  const { endpoint } = await start()
  const { port } = new URL(endpoint)
  const { exited, output } = run('--port', port)
  expect(await exited).toEqual([1, null])
  expect(output()).toBe(`Port ${port} is in use: choose another with \`--port\`, or any free one with \`--port 0\`.\n`)
})

test.each([[['--help']], [['-h']]])('%o lists the options', async (options) => {
  const { exited, output } = run(...options)
  expect(await exited).toEqual([0, null])
  expect(output()).toMatch(/--port[^]*--seed[^]*--max-credentials[^]*--version/)
})

test('--version prints the version of the package', async () => {
  const { exited, output } = run('--version')
  expect(await exited).toEqual([0, null])
  expect(output()).toBe(`${manifest.version}\n`)
})

test.each([
  [['--port', 'x'], /^--port x: give a number up to 65535\n$/],
  [['--max-credentials', '0'], /^--max-credentials 0: give a number from 1\n$/],
  [['--port', '70000'], /^--port 70000: give a number up to 65535\n$/],
  [['--colour'], /^Unknown option '--colour'/],
])('the options %o are rejected in one line', async (options, message) => {
  const { exited, output } = run(...options)
  expect(await exited).toEqual([1, null])
  expect(output()).toMatch(message)
})
