import { createCheck } from '../check.ts'
import { createAccepts } from '../ledger/accepts.ts'
import { createAuditor, type Auditor, type Named, type Obligation } from '../ledger/ledger.ts'
import type { BodyObligation, ExchangeObligation } from '../ledger/obligations.ts'
import { readOperations, type Body, type Example, type Operation } from '../ledger/operations.ts'
import { hashOperation } from '../operation-hash.ts'
import type { Json, Recording } from '../recording.ts'
import { createAjvValidate } from '../validators/ajv.ts'
import { createUuid } from './example-value.ts'
import { createGranter, deservesItsOwn, type Workshop } from './grants.ts'
import { writeObligation, writeSlug } from './names.ts'
import { createFindRefused, isBelievable } from './refusals.ts'
import { createTools } from './show.ts'

/** The day on which the document's examples play, so that a generated exchange is the same on any day. */
const at = '2025-06-16'

type Exchange = Pick<Recording, 'request' | 'response'>

/**
 * Exchanges for the obligations that no real recording meets.
 * What cannot be made valid and believable is left out, and the ledger has it as unmet.
 */
export function synthesize(contract: Json, real: Named[], auditor: Auditor = createAuditor(contract)): Named[] {
  const accepts = createAccepts(contract)
  const validate = createAjvValidate(contract, { allErrors: false })
  const workshop: Workshop = { accepts, validate, tools: createTools(contract, accepts) }
  const check = createCheck(contract, validate)
  const unmet = new Set(auditor.audit(real).flatMap(({ obligation, real: files }) => (files.length ? [] : obligation)))
  return readOperations(contract).flatMap(synthesizeOperation)

  function synthesizeOperation(operation: Operation): Named[] {
    const made: Named[] = []
    const findRefused = createFindRefused(contract, operation, workshop)
    const isOwn = (obligation: Obligation) => obligation.operation.id === operation.id
    for (const body of operation.bodies) {
      if (body.statuses.some((status) => status < 300)) addGrants(body)
      else if (body.statuses.length > 0) addRefusals(body)
    }
    for (const obligation of listUnmet().filter((each) => !('body' in each)) as ExchangeObligation[]) {
      if (obligation.demand.is === 'no body') addEmpty(obligation)
    }
    return made

    function listUnmet(): Obligation[] {
      return [...unmet].filter(isOwn)
    }

    function listUnmetOf(bodies: Body[]): BodyObligation[] {
      const found = listUnmet().filter((each): each is BodyObligation => 'body' in each)
      return found.filter(({ body }) =>
        bodies.some(({ side, content }) => side === body.side && content === body.content),
      )
    }

    /** Keeps an exchange that the spec allows and that meets something new. */
    function add(slug: string, exchange: Exchange, from: string, changes: string[] = []): boolean {
      const name = `${operation.id}/${exchange.response.status}-${slug}`
      const taken = made.filter(({ file }) => file.replace(/(-\d+)?\.gen\.json$/, '') === name).length
      const file = `${name}${taken > 0 ? `-${taken + 1}` : ''}.gen.json`
      const operationHash = hashOperation(contract, operation.path, operation.method)
      const recorded = { source: 'synthetic' as const, from, at, operationHash, ...(changes.length > 0 && { changes }) }
      const recording: Recording = { recorded, ...exchange }
      const met = auditor.findMet(recording).filter((obligation) => unmet.has(obligation))
      if (met.length === 0 || check(recording).length > 0) return false
      for (const obligation of met) unmet.delete(obligation)
      made.push({ file, recording })
      return true
    }

    function answer(status: number, content: string, value: Json, slug: string): Recording['response'] {
      if (typeof value === 'string') return { status, headers: { 'content-type': content }, text: value }
      const documented = operation.answers.find((each) => each.status === status)!.headers
      const requestId = value?.error?.request_id ?? createUuid(`${operation.id} ${status} ${slug}`)
      const headers = documented.map(([name, header]) => [name, name.endsWith('-id') ? requestId : header.example])
      return { status, headers: { 'content-type': content, ...Object.fromEntries(headers) }, body: value }
    }

    function addGrants(body: Body): void {
      const request = operation.bodies.find(({ side }) => side === 'request')!
      const { grant } = createGranter(contract, { request, answer: body }, workshop)
      const [status] = body.statuses as [number]
      for (const purpose of sortByPurpose(listUnmetOf([request, body]))) {
        if (!unmet.has(purpose)) continue
        const others = listUnmetOf([request, body]).filter((each) => each !== purpose)
        const granted = grant(purpose, others)
        if (!granted) continue
        const slug = writeSlug(purpose)
        const { path, method } = operation
        const exchange = {
          request: { method, path, headers: { 'content-type': request.content }, body: granted.request },
          response: answer(status, body.content, granted.answer, slug),
        }
        add(slug, exchange, describe(granted.example, purpose), listChanges(granted.extras))
      }
    }

    /** The document's examples first, then what can be made from them. */
    function addRefusals(body: Body): void {
      for (const example of body.examples) {
        refuse(body, example, example.value, toSlug(example.name), `the spec's example "${example.name}"`)
      }
      for (const purpose of listUnmetOf([body])) {
        if (!unmet.has(purpose)) continue
        const slug = writeSlug(purpose)
        for (const { example, value } of listChanged(body, purpose)) {
          if (refuse(body, example, value, slug, describe(example.name, purpose))) break
        }
      }
    }

    function refuse(body: Body, { status = 0 }: Example, value: Json, slug: string, from: string): boolean {
      if (!isBelievable(value)) return false
      const exchange = { request: findRefused(status, value), response: answer(status, body.content, value, slug) }
      return add(slug, exchange, from)
    }

    function listChanged(body: Body, purpose: BodyObligation) {
      const examples = body.examples.toSorted((one, other) => rate(other, purpose) - rate(one, purpose))
      return examples.flatMap((example) =>
        [0, 1, 2].map((entry) => {
          const value = workshop.tools.show(example.value, purpose, entry)
          const { demand, path } = purpose
          if (path.endsWith('error.type') && demand.is === 'value')
            value.error.message = demand.value.replaceAll('_', ' ')
          return { example, value }
        }),
      )
    }

    function addEmpty({ status }: ExchangeObligation): void {
      const request = findRefused(status, {})
      add(
        'empty',
        { request, response: { status, headers: {} } },
        'an answer of what stands before the API, without a body',
      )
    }
  }
}

/** What deserves an exchange of its own comes first, for the rest fits into those. */
function sortByPurpose(obligations: BodyObligation[]): BodyObligation[] {
  const rank = (each: BodyObligation) => Number(deservesItsOwn(each)) + Number(each.demand.is === 'alternative')
  return obligations.toSorted((one, other) => rank(other) - rank(one))
}

function describe(example: string | undefined, purpose: BodyObligation): string {
  const origin = example ? `the spec's example "${example}", changed` : 'the least that the spec allows'
  return `${origin} to show ${writeObligation(purpose)}`
}

/** That something is present goes without saying where its value is mentioned. */
function listChanges(extras: BodyObligation[]): string[] {
  const isMentioned = ({ body, path, demand }: BodyObligation) =>
    demand.is === 'present' &&
    extras.some((other) => other.demand.is !== 'present' && other.body === body && other.path.startsWith(path))
  return extras.filter((extra) => !isMentioned(extra)).map(writeObligation)
}

/** How many of its last words an example has in common with the value that is looked for. */
function rate({ name }: Example, { demand }: BodyObligation): number {
  const [words, others] = [name, String('value' in demand ? demand.value : '')].map((text) =>
    text.split('_').toReversed(),
  )
  const different = words!.findIndex((word, index) => word !== others![index])
  return different === -1 ? words!.length : different
}

const toSlug = (name: string) => name.replaceAll('_', '-')
