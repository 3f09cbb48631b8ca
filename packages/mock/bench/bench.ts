import { cpus } from 'node:os'
import { createMock } from '@seam-acs/mock'
import { renderTable, writeFigures } from '@seam-acs/runner/figures'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { body, init, url, type Contender } from './contenders.ts'
import { startServers } from './servers.ts'
import { measure, type Figure } from './measure.ts'

const versions = { msw: '2.15.0', prism: '5.16.0' }

/** A call in this process, which ends when the body has been read. */
function listInProcess(): Contender[] {
  const mock = createMock({ maxCredentials: 1000 })
  const behind = createMock({ maxCredentials: 1000 })
  const read = async (response: Promise<Response>) => void (await (await response).text())
  const throughMsw = (server: ReturnType<typeof setupServer>) => ({
    start: () => server.listen(),
    stop: () => server.close(),
    call: () => read(fetch(url, init())),
  })
  return [
    {
      name: `MSW ${versions.msw}, a static response`,
      ...throughMsw(setupServer(http.post(url, () => HttpResponse.json(body)))),
    },
    { name: '`@seam-acs/mock`', call: () => read(mock.fetch(url, init())), target: 1.3 },
    {
      name: `\`@seam-acs/mock\` behind MSW ${versions.msw}`,
      ...throughMsw(setupServer(http.post(url, ({ request }) => behind.fetch(request)))),
    },
  ]
}

const format = ({ median, lower, upper }: Figure['cost']) =>
  `${median.toFixed(0)} µs (${lower.toFixed(0)}–${upper.toFixed(0)})`

function describe(title: string, figures: Figure[]): string {
  const rows = figures.map(({ name, cost, ratio, target }) => {
    const verdict = target === undefined ? '' : `, ≤ ${target} ${ratio <= target ? '✓' : '✗ missed'}`
    return [name, format(cost), `${ratio.toFixed(2)}${verdict}`]
  })
  return renderTable([[title, 'median (quartiles)', 'multiple'], ...rows])
}

const inProcess = await measure(listInProcess(), { rounds: 100, calls: 200 })
const { contenders, close } = await startServers(versions.prism)
const asServers = await measure(contenders, { rounds: 60, calls: 100 }).finally(close)
const machine = `${cpus()[0]!.model.trim()}, ${cpus().length} cores, node ${process.versions.node}`
const text = [
  `The processor time of one call, on ${machine}:`,
  describe('a call in this process', inProcess),
  describe('a call to a server in its own process', asServers),
].join('\n\n')
console.log(`\n${text}\n`)
if (process.argv.includes('--write')) writeFigures(new URL('../README.md', import.meta.url), text)
