import { renderTable } from '@seam-acs/runner/figures'
import type { Operation } from '@seam-acs/spec/model'
import { writeCondition } from './conditions.ts'
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

/** The entries about an operation itself, and its bodies except those of errors. */
interface OperationEntries {
  operation: Operation
  own: EntryOf<ExchangeObligation>[]
  bodies: Body[]
}

/** The entries by what they are about, in the order of the document. */
interface Index {
  bodies: Map<Body, EntryOf<BodyObligation>[]>
  operations: OperationEntries[]
}

const marks = { real: '●', synthetic: '○', unmet: '✗' }

/** The ledger as Markdown, in the order of the document. */
export function renderLedger(
  entries: Entry[],
  countsBySource: [source: string, count: number][],
  remarks: Remark[],
): string {
  const index = createIndex(entries)
  const errors = [...index.bodies.keys()].filter(({ side }) => side === 'error')
  const lines = [
    '# What the spec allows, and which recordings show it',
    '',
    'Generated from the spec and the recordings by the `generate` verb.',
    '',
    renderSummary(entries, index, errors),
    '',
    `Recordings: ${countsBySource.map(([source, count]) => `${count} ${source}`).join(', ')}.`,
    '',
    `${marks.real} seen in a real exchange: from the documentation, the API itself or the vendor's test server.`,
    `${marks.synthetic} seen in a synthetic exchange only. ${marks.unmet} not seen. An empty cell means that there is no obligation.`,
    '',
    'A request counts if it succeeded. Error bodies with one schema count together, because the server has one form',
    'for all. Recordings that are not checked against the spec count only for these. An error response that operations',
    'describe in the same words is listed with the first of them. `[]` means the items of an array, and `*` means any',
    'other property.',
    '',
    ...renderRemarks(remarks),
    ...index.operations.flatMap((part) => renderOperation(part, index)),
    ...(errors.length > 0
      ? ['## Errors', '', ...errors.flatMap((body) => renderBody(body, index.bodies.get(body)!))]
      : []),
  ]
  return `${lines.join('\n').trim()}\n`
}

function renderSummary(entries: Entry[], index: Index, errors: Body[]): string {
  const ofBody = (body: Body): [string, Entry[]] => [body.id, index.bodies.get(body)!]
  const parts = index.operations.flatMap(({ operation, own, bodies }): [string, Entry[]][] => [
    [`${operation.id} statuses and headers`, own],
    ...bodies.map(ofBody),
  ])
  const ofErrors = errors.map(ofBody)
  return renderTable([
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
    renderTable([['recording', 'why'], ...remarks.map(({ file, text }) => [`\`${file}\``, text])]),
    '',
  ]
}

/** How many are met by real exchanges, by synthetic ones only, and not at all. */
export function countKinds(entries: Entry[]): [real: number, synthetic: number, unmet: number] {
  const kinds = entries.map(findKind)
  const countKind = (kind: string) => kinds.filter((each) => each === kind).length
  return [countKind('real'), countKind('synthetic'), countKind('unmet')]
}

function renderOperation({ operation, own, bodies }: OperationEntries, index: Index): string[] {
  const byResponse = Map.groupBy(own, ({ obligation }) => obligation.places[0]!.response)
  const statuses = [...byResponse].map(([response, some]) => {
    const list = (kind: string) => writeValues(some.filter(({ obligation }) => obligation.condition.is === kind))
    const contents = [list('content'), list('no body')].filter(Boolean).join('<br>')
    return [response.status, list('status'), contents, list('header')]
  })
  return [
    `## ${operation.id}`,
    '',
    `\`${operation.method} ${operation.path}\``,
    '',
    renderTable([['status', 'seen', 'content', 'headers'], ...statuses]),
    '',
    ...bodies.flatMap((body) => renderBody(body, index.bodies.get(body)!)),
  ]
}

function renderBody(body: Body, entries: EntryOf<BodyObligation>[]): string[] {
  const rows = [...Map.groupBy(entries, ({ obligation }) => obligation.path)].map(([path, own]) => {
    const cell = (kind: string) =>
      own
        .filter(({ obligation }) => obligation.condition.is === kind)
        .map(mark)
        .join(' ')
    const others = own.filter(({ obligation }) => !['present', 'absent', 'null'].includes(obligation.condition.is))
    return [path ? `\`${path}\`` : 'the body', cell('present'), cell('absent'), cell('null'), writeValues(others)]
  })
  return [`### ${body.id}`, '', renderTable([['property', 'present', 'absent', 'null', 'values'], ...rows]), '']
}

/** The values by their mark, those of real exchanges first. */
function writeValues(entries: Entry[]): string {
  return Object.keys(marks)
    .map((kind) => entries.filter((entry) => findKind(entry) === kind))
    .filter((some) => some.length > 0)
    .map((some) => [mark(some[0]!), some.map(({ obligation }) => writeValue(obligation)).join(', ')].join(' ').trim())
    .join('<br>')
}

function writeValue({ condition }: Entry['obligation']): string {
  if (condition.is === 'status') return ''
  if (condition.is === 'no body' || condition.is === 'content' || condition.is === 'header') {
    return 'name' in condition ? condition.name : condition.is
  }
  return writeCondition(condition).replaceAll('"', '')
}

function findKind({ real, synthetic }: Entry): keyof typeof marks {
  if (real.length > 0) return 'real'
  return synthetic.length > 0 ? 'synthetic' : 'unmet'
}

const mark = (entry: Entry) => marks[findKind(entry)]

const isOfExchange = (entry: Entry): entry is EntryOf<ExchangeObligation> => 'places' in entry.obligation

const isOfBody = (entry: Entry): entry is EntryOf<BodyObligation> => 'body' in entry.obligation

function createIndex(entries: Entry[]): Index {
  const bodies = Map.groupBy(entries.filter(isOfBody), ({ obligation }) => obligation.body)
  const bodiesOf = Map.groupBy(
    [...bodies.keys()].filter(({ side }) => side !== 'error'),
    ({ places }) => places[0]!.operation.id,
  )
  const own = Map.groupBy(entries.filter(isOfExchange), ({ obligation }) => obligation.places[0]!.operation.id)
  const operations = [...own].map(([id, some]) => ({
    operation: some[0]!.obligation.places[0]!.operation,
    own: some,
    bodies: bodiesOf.get(id) ?? [],
  }))
  return { bodies, operations }
}
