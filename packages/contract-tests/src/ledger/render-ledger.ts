import { writeDemand } from './demands.ts'
import type { Entry } from './ledger.ts'
import type { BodyObligation, ExchangeObligation } from './obligations.ts'
import type { Body, Operation } from './operations.ts'

interface EntryOf<Obligation> extends Entry {
  obligation: Obligation & Entry['obligation']
}

const marks = { real: '●', synthetic: '○', unmet: '✗' }

/** The ledger as Markdown, in the order of the document. */
export function renderLedger(entries: Entry[], countsBySource: [source: string, count: number][]): string {
  const operations = [...new Map(entries.map(({ obligation: { operation } }) => [operation.id, operation])).values()]
  const lines = [
    '# What the spec lets occur, and which recordings show it',
    '',
    'Generated from the spec and the recordings by the `generate` verb.',
    '',
    ...renderSummary(entries, operations),
    '',
    `Recordings: ${countsBySource.map(([source, count]) => `${count} ${source}`).join(', ')}.`,
    '',
    `${marks.real} seen in a real exchange: of the documentation, the API itself or the vendor's fake server.`,
    `${marks.synthetic} seen in a synthetic one only. ${marks.unmet} not seen at all. An empty cell demands nothing.`,
    '',
    'A request counts where it was granted. A refusal on a path that the spec lacks counts for the shape of refusals,',
    'which is one for all, and for nothing else. `[]` stands for the items of an array, `*` for any other property.',
    '',
    ...operations.flatMap((operation) => renderOperation(operation, entries)),
  ]
  return `${lines.join('\n').trim()}\n`
}

function renderSummary(entries: Entry[], operations: Operation[]): string[] {
  const parts = operations.flatMap((operation): [string, Entry[]][] => {
    const own = entries.filter(({ obligation }) => obligation.operation.id === operation.id)
    const statuses: [string, Entry[]] = [`${operation.id} statuses and headers`, own.filter(isOfExchange)]
    return [
      statuses,
      ...listBodies(own).map((body): [string, Entry[]] => [`${operation.id} ${nameBody(body)}`, listOf(own, body)]),
    ]
  })
  return toTable([
    ['part', 'obligations', 'met by real exchanges', 'by synthetic ones only', 'unmet'],
    ...[...parts, ['**all**', entries] as [string, Entry[]]].map(([name, some]) => [
      name,
      ...[some.length, ...countKinds(some)].map(String),
    ]),
  ])
}

/** How many are met by real exchanges, by synthetic ones only, and not at all. */
export function countKinds(entries: Entry[]): [real: number, synthetic: number, unmet: number] {
  const kinds = entries.map(findKind)
  const countKind = (kind: string) => kinds.filter((each) => each === kind).length
  return [countKind('real'), countKind('synthetic'), countKind('unmet')]
}

function renderOperation({ id, method, path, answers }: Operation, entries: Entry[]): string[] {
  const own = entries.filter(({ obligation }) => obligation.operation.id === id)
  const statuses = answers.map(({ status }) => {
    const some = own.filter(isOfExchange).filter(({ obligation }) => obligation.status === status)
    const list = (kind: string) => writeValues(some.filter(({ obligation }) => obligation.demand.is === kind))
    const contents = [list('content'), list('no body')].filter(Boolean).join('<br>')
    return [String(status), list('status'), contents, list('header')]
  })
  return [
    `## ${id}`,
    '',
    `\`${method} ${path}\``,
    '',
    ...toTable([['status', 'seen', 'content', 'headers'], ...statuses]),
    '',
    ...listBodies(own).flatMap((body) => renderBody(body, listOf(own, body))),
  ]
}

function renderBody(body: Body, entries: EntryOf<BodyObligation>[]): string[] {
  const paths = [...new Set(entries.map(({ obligation }) => obligation.path))]
  const rows = paths.map((path) => {
    const own = entries.filter(({ obligation }) => obligation.path === path)
    const cell = (kind: string) =>
      own
        .filter(({ obligation }) => obligation.demand.is === kind)
        .map(mark)
        .join(' ')
    const others = own.filter(({ obligation }) => !['present', 'absent', 'null'].includes(obligation.demand.is))
    return [path ? `\`${path}\`` : 'the whole', cell('present'), cell('absent'), cell('null'), writeValues(others)]
  })
  return [`### ${nameBody(body)}`, '', ...toTable([['property', 'present', 'absent', 'null', 'values'], ...rows]), '']
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

const isOfExchange = (entry: Entry): entry is EntryOf<ExchangeObligation> => 'status' in entry.obligation

const isOfBody = (entry: Entry): entry is EntryOf<BodyObligation> => 'body' in entry.obligation

const nameBody = ({ side, content }: Body) => `${side} ${content}`

function listBodies(entries: Entry[]): Body[] {
  return [...new Map(entries.filter(isOfBody).map(({ obligation: { body } }) => [nameBody(body), body])).values()]
}

function listOf(entries: Entry[], body: Body): EntryOf<BodyObligation>[] {
  return entries.filter(isOfBody).filter(({ obligation }) => nameBody(obligation.body) === nameBody(body))
}

function toTable([head, ...rows]: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head!), line(head!.map(() => '---')), ...rows.map(line)]
}
