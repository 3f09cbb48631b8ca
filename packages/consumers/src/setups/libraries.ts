import { esmProgram, inProcess } from './programs.ts'
import { findExample } from './readmes.ts'
import type { Setup, Without } from './setup.ts'

const respond = 'const respond = createResponder(cases)'

/** Stands for a server between the client and the network. */
const answersItself = (rows: string[], reason: string): Without => ({ rows, reason })

const withoutMsw = answersItself(['cut', 'refused'], 'MSW answers every request, and whole')

const msw = esmProgram({
  before: `import { delay, http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
${respond}
const server = setupServer(http.all('*', async ({ request }) => {
  const { pathname } = new URL(request.url)
  const reply = respond({ method: request.method, url: pathname, authorization: request.headers.get('authorization'), body: await request.text() })
  if (reply.fault === 'drop') return HttpResponse.error()
  if (reply.fault === 'hang') await delay('infinite')
  return new HttpResponse(reply.text, { status: reply.status, headers: reply.headers })
}))
server.listen({ onUnhandledRequest: 'error' })`,
  options: "endpoint: 'https://connect.getseam.com'",
  without: withoutMsw,
  after: 'server.close()\nprocess.exit()',
})

const withoutNock = answersItself(['cut', 'hang', 'refused'], 'nock answers every request, and whole')

const nock = esmProgram({
  before: `import nock from 'nock'
${respond}
nock.disableNetConnect()
const reply = async (request) => {
  const { pathname } = new URL(request.url)
  const { status, headers, text } = respond({ method: request.method, url: pathname, authorization: request.headers.get('authorization'), body: await request.text() })
  return [status, text, headers]
}
const scope = nock('https://connect.getseam.com').persist()
scope.post(/^\\/drop\\//).replyWithError('socket hang up')
for (const method of ['get', 'post', 'put', 'patch', 'delete']) scope[method](/^\\/(?!drop\\/)/).reply(reply)`,
  options: "endpoint: 'https://connect.getseam.com'",
  without: withoutNock,
})

const withoutMockAgent = answersItself(['cut', 'hang', 'refused'], 'MockAgent answers every request, and whole')

const mockAgent = esmProgram({
  before: `import { fetch, MockAgent, setGlobalDispatcher } from 'undici'
${respond}
const agent = new MockAgent()
agent.disableNetConnect()
setGlobalDispatcher(agent)
const pool = agent.get('https://connect.getseam.com')
pool.intercept({ path: (path) => path.startsWith('/drop/'), method: 'POST' }).replyWithError(new Error('socket hang up')).persist()
pool.intercept({ path: (path) => !path.startsWith('/drop/'), method: () => true }).reply(({ method, path, headers, body }) => {
  const authorization = new Headers(headers).get('authorization')
  const { status, headers: received, text } = respond({ method, url: path, authorization, body })
  return { statusCode: status, data: text, responseOptions: { headers: received } }
}).persist()`,
  options: "endpoint: 'https://connect.getseam.com', fetch",
  without: withoutMockAgent,
})

const proxyAgent = esmProgram({
  before: `import { createServer, request } from 'node:http'
import { fetch, ProxyAgent } from 'undici'
let proxied = 0
const proxy = createServer((message, reply) => {
  proxied++
  const outer = request(message.url, { method: message.method, headers: message.headers }, (inner) => {
    reply.writeHead(inner.statusCode, inner.headers)
    inner.on('aborted', () => reply.destroy()).pipe(reply)
  })
  outer.on('error', () => reply.destroy())
  reply.on('close', () => outer.destroy())
  message.pipe(outer)
})
await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve))
const dispatcher = new ProxyAgent({ uri: 'http://127.0.0.1:' + proxy.address().port, proxyTunnel: false })`,
  options: 'endpoint, fetch: (url, init) => fetch(url, { ...init, dispatcher })',
  after: `if (proxied < cases.length) throw new Error(proxied + ' requests went through the proxy')
process.exit()`,
})

const openTelemetry = esmProgram({
  before: `import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici'
import { trace } from '@opentelemetry/api'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
const exporter = new InMemorySpanExporter()
trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }))
registerInstrumentations({ instrumentations: [new UndiciInstrumentation()] })`,
  after: `const spans = exporter.getFinishedSpans().map(({ name, attributes, events, status }) => ({ name, attributes, events, status }))
if (spans.length < cases.length) throw new Error('only ' + spans.length + ' spans')
if (JSON.stringify(spans).includes('seam_test_key')) throw new Error('a span has the key')`,
})

const reactQuery = esmProgram({
  before: `import { JSDOM } from 'jsdom'
const { window } = new JSDOM('<main></main>')
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true })
const { act, createElement } = await import('react')
const { createRoot } = await import('react-dom/client')
const { QueryClient, QueryClientProvider, useMutation } = await import('@tanstack/react-query')`,
  options: inProcess,
  without: { rows: ['refused'], reason: '' },
  after: `const seam = new client.Seam({ apiKey: 'seam_test_key', endpoint: 'http://localhost', fetch: mock.createMock().fetch })
let mutation
function Guest() {
  mutation = useMutation({ mutationFn: (body) => seam.acs.credentials.create(body) })
  return createElement('p', {}, mutation.data ? mutation.data.access_method : mutation.error ? mutation.error.name : 'none')
}
const queries = new QueryClient()
const main = window.document.querySelector('main')
await act(() => createRoot(main).render(createElement(QueryClientProvider, { client: queries }, createElement(Guest))))
const submit = async (body) => {
  await act(() => mutation.mutateAsync(body).catch(() => {}))
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  return main.textContent
}
const shown = [await submit({ access_method: 'card', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952' }), await submit({})]
if (shown.join() !== 'card,SeamApiError') throw new Error('the page shows ' + shown)
process.exit()`,
})

/** The recipe for a logger, with pino in place of console. */
const pino = `${findExample('packages/client/README.md', 'const logTo').split('const seam')[0]}
import { createMock } from '@seam-acs/mock'
import { pino } from 'pino'

const lines: string[] = []
const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
const { fetch } = createMock()
let tries = 0
const seam = new Seam({
  apiKey: 'seam_test_key',
  retry: 'always',
  ...logTo(logger),
  fetch: (url, init) => {
    if (tries++ === 0) throw new Error(JSON.stringify(init))
    return fetch(url, init)
  },
})
const body = { access_method: 'code', acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952', code: '48151' } as const
await seam.acs.credentials.create(body)
const found = lines.map((line) => JSON.parse(line)).map(({ level, msg, attempt, status, err }) => [level, msg, attempt, status ?? err?.type])
const operation = 'POST /acs/credentials/create'
const wanted = [[20, operation, 0], [50, operation, 0, 'SeamConnectionError'], [40, operation, 0], [20, operation, 1], [30, operation, 1, 200]]
const show = (rows: unknown[][]) => rows.map((row) => row.filter((cell) => cell !== undefined).join(' ')).join('; ')
if (show(found) !== show(wanted)) throw new Error('the lines are ' + show(found))
if (/seam_test_key|48151/.test(lines.join())) throw new Error('a line has the key or the PIN code: ' + lines.join())
`

const inNode = (name: string, packages: Setup['packages'], program: string, more: Partial<Setup> = {}): Setup => ({
  name,
  packages,
  files: { 'program.mjs': program },
  commands: [['node', 'program.mjs']],
  ...more,
})

export const libraries: Setup[] = [
  inNode('MSW 2', ['msw'], msw, { without: withoutMsw }),
  inNode('nock', ['nock'], nock, { without: withoutNock }),
  inNode("undici's MockAgent", ['undici'], mockAgent, { without: withoutMockAgent }),
  inNode("undici's ProxyAgent", ['undici'], proxyAgent),
  inNode(
    "OpenTelemetry's undici instrumentation",
    [
      '@opentelemetry/api',
      '@opentelemetry/instrumentation',
      '@opentelemetry/instrumentation-undici',
      '@opentelemetry/sdk-trace',
    ],
    openTelemetry,
  ),
  {
    name: 'pino',
    packages: ['pino'],
    files: { 'program.mts': pino },
    commands: [['node', 'program.mts']],
    shows: 'the recipe for a logger writes a line for each event, without the key and the PIN code',
  },
  inNode('React Query', ['@tanstack/react-query', 'jsdom', 'react', 'react-dom'], reactQuery, {
    without: { rows: ['refused'], reason: 'it needs a network' },
  }),
]
