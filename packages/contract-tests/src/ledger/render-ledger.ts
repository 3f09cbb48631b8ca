import type { Operation } from '@seam-acs/spec/model'
import { writeDemand } from './demands.ts'
import type { Body } from './bodies.ts'
import type { Entry } from './ledger.ts'
import type { BodyObligation, ExchangeObligation } from './obligations.ts'

interface EntryOf<Obligation> extends Entry {
  obligation: Obligation & Entry['obligation']
}

/** A real recording that somebody should look at, and why. */
export interface Remark {
  file: string
  text: string
}

const marks = { real: '●', synthetic: '○', unmet: '✗' }

/** The ledger as Markdown, in the order of the document. */
export function renderLedger(
  entries: Entry[],
  countsBySource: [source: string, count: number][],
  remarks: Remark[],
): string {
  const operations = new Map(
    entries.filter(isOfExchange).map(({ obligation: { operation } }) => [operation.id, operation]),
  )
  const errors = listBodies(entries).filter(({ side }) => side === 'error')
  const lines = [
    '# What the spec allows, and which recordings show it',
    '',
    'Generated from the spec and the recordings by the `generate` verb.',
    '',
    ...renderSummary(entries, [...operations.values()], errors),
    '',
    `Recordings: ${countsBySource.map(([source, count]) => `${count} ${source}`).join(', ')}.`,
    '',
    `${marks.real} seen in a real exchange: from the documentation, the API itself or the vendor's test server.`,
    `${marks.synthetic} seen in a synthetic exchange only. ${marks.unmet} not seen. An empty cell means that nothing has to be seen.`,
    '',
    'A request counts if it succeeded. Error bodies with one schema count together, because the server has one shape',
    'for all; recordings that are not checked against the spec count only for these. `[]` means the items of an array,',
    'and `*` any other property.',
    '',
    ...renderRemarks(remarks),
    ...[...operations.values()].flatMap((operation) => renderOperation(operation, entries)),
    ...(errors.length > 0
      ? ['## Errors', '', ...errors.flatMap((body) => renderBody(body, listOf(entries, body)))]
      : []),
  ]
  return `${lines.join('\n').trim()}\n`
}

function renderSummary(entries: Entry[], operations: Operation[], errors: Body[]): string[] {
  const parts = operations.flatMap((operation): [string, Entry[]][] => [
    [`${operation.id} statuses and headers`, entries.filter((entry) => isOfExchange(entry) && isOf(operation, entry))],
    ...listBodiesOf(operation, entries).map((body): [string, Entry[]] => [body.id, listOf(entries, body)]),
  ])
  const ofErrors = errors.map((body): [string, Entry[]] => [body.id, listOf(entries, body)])
  return toTable([
    ['part', 'obligations', 'met by real exchanges', 'by synthetic ones only', 'unmet'],
    ...[...parts, ...ofErrors, ['**all**', entries] as [string, Entry[]]].map(([name, some]) => [
      name,
      ...[some.length, ...countKinds(some)].map(String),
    ]),
  ])
}

function renderRemarks(remarks: Remark[]): string[] {
  if (remarks.length === 0) return []
  return [
    '## Real exchanges to look at',
    '',
    ...toTable([
      ['recording', 'why'],
      ...remarks.map(({ file, text }) => [`\`${file}\``, text.replaceAll('|', '\\|')]),
    ]),
    '',
  ]
}

/** How many are met by real exchanges, by synthetic ones only, and not at all. */
export function countKinds(entries: Entry[]): [real: number, synthetic: number, unmet: number] {
  const kinds = entries.map(findKind)
  const countKind = (kind: string) => kinds.filter((each) => each === kind).length
  return [countKind('real'), countKind('synthetic'), countKind('unmet')]
}

function renderOperation(operation: Operation, entries: Entry[]): string[] {
  const own = entries.filter(isOfExchange).filter((entry) => isOf(operation, entry))
  const statuses = operation.responses.map((response) => {
    const some = own.filter(({ obligation }) => obligation.response === response)
    const list = (kind: string) => writeValues(some.filter(({ obligation }) => obligation.demand.is === kind))
    const contents = [list('content'), list('no body')].filter(Boolean).join('<br>')
    return [response.status, list('status'), contents, list('header')]
  })
  return [
    `## ${operation.id}`,
    '',
    `\`${operation.method} ${operation.path}\``,
    '',
    ...toTable([['status', 'seen', 'content', 'headers'], ...statuses]),
    '',
    ...listBodiesOf(operation, entries).flatMap((body) => renderBody(body, listOf(entries, body))),
  ]
}

function renderBody(body: Body, entries: EntryOf<BodyObligation>[]): string[] {
  const rows = [...Map.groupBy(entries, ({ obligation }) => obligation.path)].map(([path, own]) => {
    const cell = (kind: string) =>
      own
        .filter(({ obligation }) => obligation.demand.is === kind)
        .map(mark)
        .join(' ')
    const others = own.filter(({ obligation }) => !['present', 'absent', 'null'].includes(obligation.demand.is))
    return [path ? `\`${path}\`` : 'the whole', cell('present'), cell('absent'), cell('null'), writeValues(others)]
  })
  return [`### ${body.id}`, '', ...toTable([['property', 'present', 'absent', 'null', 'values'], ...rows]), '']
}

/** What has one mark together, the real ones first. */
function writeValues(entries: Entry[]): string {
  return Object.keys(marks)
    .map((kind) => entries.filter((entry) => findKind(entry) === kind))
    .filter((some) => some.length > 0)
    .map((some) => [mark(some[0]!), some.map(({ obligation }) => writeValue(obligation)).join(', ')].join(' ').trim())
    .join('<br>')
}

function writeValue({ demand }: Entry['obligation']): string {
  if (demand.is === 'status') return ''
  if (demand.is === 'no body' || demand.is === 'content' || demand.is === 'header') {
    return 'name' in demand ? demand.name : demand.is
  }
  return writeDemand(demand).replaceAll('"', '')
}

function findKind({ real, synthetic }: Entry): keyof typeof marks {
  if (real.length > 0) return 'real'
  return synthetic.length > 0 ? 'synthetic' : 'unmet'
}

const mark = (entry: Entry) => marks[findKind(entry)]

const isOfExchange = (entry: Entry): entry is EntryOf<ExchangeObligation> => 'operation' in entry.obligation

const isOfBody = (entry: Entry): entry is EntryOf<BodyObligation> => 'body' in entry.obligation

const isOf = ({ id }: Operation, { obligation }: EntryOf<ExchangeObligation>) => obligation.operation.id === id

const listBodies = (entries: Entry[]): Body[] => [
  ...new Set(entries.filter(isOfBody).map(({ obligation: { body } }) => body)),
]

const listBodiesOf = ({ id }: Operation, entries: Entry[]): Body[] =>
  listBodies(entries).filter(({ side, places }) => side !== 'error' && places[0]!.operation.id === id)

const listOf = (entries: Entry[], body: Body): EntryOf<BodyObligation>[] =>
  entries.filter(isOfBody).filter(({ obligation }) => obligation.body === body)

function toTable([head, ...rows]: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head!), line(head!.map(() => '---')), ...rows.map(line)]
}
