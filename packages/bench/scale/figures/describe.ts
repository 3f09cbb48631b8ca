import { renderTable } from '@seam-acs/runner/figures'
import { describeMachine } from '../../src/versions.ts'
import type { Findings } from '../check/check-imported.ts'
import type { CallCost } from '../cost/measure-call.ts'
import type { Cost, Costs } from '../measure/measure-programs.ts'
import { programs } from '../measure/programs.ts'
import { fitExponent } from './fit.ts'
import type { Line } from './plot.ts'

export interface Figures {
  sizes: number[]
  rounds: number
  /** The synthetic documents by their size, and the imported document by its name. */
  costs: Costs<number | string>
  imported: string
  findings: Findings
  dropped: [kind: string, count: number][]
  calls: Map<number, CallCost>
}

const limit = 1.15

const seconds = (cost: Cost | undefined) => (cost ? `${cost.seconds.toFixed(2)} s` : 'left out')
const megabytes = (bytes: number | undefined) => (bytes === undefined ? '' : `${(bytes / 1e6).toFixed(2)} MB`)

/** What each of our stages takes at each size, for the plot. */
export function listLines({ sizes, costs }: Figures): Line[] {
  const names = programs.filter(({ isOurs, name }) => isOurs && name !== 'types and client').map(({ name }) => name)
  return names.flatMap((name) => {
    const points = sizes.flatMap((size): Line['points'] => {
      const cost = costs.get(size)!.get(name)
      return cost ? [[size, cost.seconds]] : []
    })
    return points.length > 0 ? [{ name, points }] : []
  })
}

/** All figures in Markdown. */
export function describeFigures(figures: Figures): string {
  const { imported, findings, rounds } = figures
  return [
    `Seconds of processor time on ${describeMachine()}, the start of Node included: the median of ${rounds} rounds.`,
    stageTable(figures),
    `![The time of each stage by the number of operations, on logarithmic axes](scale.gen.svg)`,
    `Our stages beside generators of others, on ${imported} and on the largest synthetic document:`,
    peerTable(figures),
    'What one call costs in a client with more operations:',
    callTable(figures),
    `${imported} in house style has ${findings.operations} operations. ${findings.exchanges.toLocaleString('en')} exchanges of all of them went from the client to the mock, or to a response that the document allows, and back; the client's validators and Ajv accepted each. Every method compiles with literals of its request and its result. The ledger shows ${(findings.obligations - findings.unmet).toLocaleString('en')} of ${findings.obligations.toLocaleString('en')} obligations by synthetic exchanges; the document has no examples for the others.`,
    renderTable([
      ['reviewed against', 'bump', 'entries', 'contradictions'],
      ...findings.reviews.map(({ base, ...review }) => [base, ...Object.values(review).map(String)]),
    ]),
    `Of the ${findings.rules} house rules, it breaks these, which only a person can correct:`,
    countTable('rule', findings.lint),
    'What the import dropped:',
    countTable('kind', figures.dropped),
  ].join('\n\n')
}

function stageTable({ sizes, costs, imported }: Figures): string {
  const rows = programs
    .filter(({ isOurs, name }) => isOurs && name !== 'types and client')
    .map(({ name }) => {
      const own = sizes.map((size) => costs.get(size)!.get(name))
      const largest = own.at(-1)
      const points = own.flatMap((cost, index): [number, number][] => (cost ? [[sizes[index]!, cost.seconds]] : []))
      const exponent = fitExponent(points)
      return [
        name,
        ...own.map(seconds),
        `${exponent.toFixed(2)} ${exponent <= limit ? '✓' : '✗ missed'}`,
        largest ? `${largest.megabytes.toFixed(0)} MB` : '',
        megabytes(largest?.bytes),
        seconds(costs.get(imported)!.get(name)),
      ]
    })
  const head = ['stage', ...sizes.map(String), `exponent ≤ ${limit}`, 'memory', 'output', imported]
  return renderTable([head, ...rows])
}

function peerTable({ sizes, costs, imported }: Figures): string {
  const keys = [imported, sizes.at(-1)!]
  const names = ['types', 'openapi-typescript', 'types and client', 'redocly', 'hey-api', 'orval']
  const rows = names.map((name) => [
    programs.find((program) => program.name === name)!.isOurs ? `ours: ${name}` : name,
    ...keys.flatMap((key) => {
      const cost = costs.get(key)!.get(name)
      return [seconds(cost), megabytes(cost?.bytes)]
    }),
  ])
  return renderTable([['program', ...keys.flatMap((key) => [String(key), 'output'])], ...rows])
}

function callTable({ sizes, calls }: Figures): string {
  const first = calls.get(sizes[0]!)!
  const cell = (bytes: number, least: number) =>
    `${inBytes(bytes)} ${Math.abs(bytes - least) <= 100 ? '✓' : '✗ missed'}`
  const rows = sizes.map((size) => {
    const { instantiations, functionBytes, checkedBytes, methodBytes } = calls.get(size)!
    return [
      String(size),
      `${instantiations} ${instantiations <= 12 ? '✓' : '✗ missed'}`,
      cell(functionBytes, first.functionBytes),
      cell(checkedBytes, first.checkedBytes),
      inBytes(methodBytes),
    ]
  })
  const head = ['with its function, ± 100 B', 'with its checks too, ± 100 B', 'with the method']
  return renderTable([['operations', 'instantiations ≤ 12', ...head], ...rows])
}

const inBytes = (bytes: number) => `${bytes.toLocaleString('en')} B`

const countTable = (what: string, counts: [string, number][]) =>
  renderTable([[what, 'count'], ...counts.map(([name, count]) => [name, count.toLocaleString('en')])])
