import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test, vi, type TestContext } from 'vitest'
import { baseline, connectContender, contenders, type Contender } from '../src/contenders.ts'
import { body, credential, responseHeaders, responseText } from '../src/exchange.ts'
import { connectAll, measure } from '../src/measure.ts'
import { respondInProcess, respondOverLoopback } from '../src/settings.ts'

const apiKey = 'seam_test_key'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Skips a peer whose generator fails, because the bench reports it and continues without it. */
async function connect(contender: Contender, endpoint: string, { skip }: TestContext) {
  return connectContender(contender, { endpoint, apiKey }).catch((error: unknown) => {
    if (contender.generated) skip(`${contender.name}: ${error}`)
    throw error
  })
}

/** A server that sends the recorded response and keeps the requests. */
async function serve() {
  const received: { message: IncomingMessage; sent: unknown }[] = []
  const server = createServer(async (message, response) => {
    received.push({ message, sent: JSON.parse(await text(message)) })
    response.writeHead(200, responseHeaders).end(responseText)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    [Symbol.dispose]: () => void server.close(),
  }
}

test.for(contenders.filter(({ loopbackOnly }) => !loopbackOnly))(
  '$name returns the recorded credential in process',
  async (contender, context) => {
    using setting = respondInProcess()
    const create = await connect(contender, setting.endpoint, context)
    expect(await create(body)).toEqual(credential)
  },
)

test.for(contenders)(
  '$name sends the recorded request and returns the recorded credential',
  async (contender, context) => {
    using server = await serve()
    const create = await connect(contender, server.endpoint, context)
    expect(await create(body)).toEqual(credential)
    const [{ message, sent }] = server.received as [(typeof server.received)[0]]
    expect(server.received).toHaveLength(1)
    expect(`${message.method} ${message.url}`).toBe('POST /acs/credentials/create')
    expect(message.headers.authorization).toBe(`Bearer ${apiKey}`)
    expect(message.headers['content-type']).toMatch(/^application\/json\b/)
    expect(sent).toEqual(body)
  },
)

test('a contender that returns another credential is left out with a message', async () => {
  const lines = vi.spyOn(console, 'error').mockReturnValue()
  vi.stubGlobal('fetch', async () => Response.json({ acs_credential: { ...credential, code: '4321' } }))
  expect((await connectAll([baseline], { endpoint: 'https://seam.invalid' })).size).toBe(0)
  expect(lines).toHaveBeenCalledWith(expect.stringContaining('a bare `fetch` is left out'), expect.anything())
})

test('a measurement compares contenders with a bare fetch over HTTP', async () => {
  using setting = await respondOverLoopback()
  const connected = await connectAll(contenders.slice(0, 2), setting)
  const figures = await measure(connected, { warmUpRounds: 1, rounds: 3, calls: 2, seed: 1 })
  expect([...figures.keys()]).toEqual(contenders.slice(0, 2))
  expect(figures.get(baseline)!.ratio).toEqual({ median: 1, lowerQuartile: 1, upperQuartile: 1 })
})
