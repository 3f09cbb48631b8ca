import { createHashExchange, type Exchange, type Recording, type RecordingFile } from '@seam-acs/recorder/recording'
import { readOperations, type Json, type OpenApiDocument, type Operation } from '@seam-acs/spec/model'
import { createCheck } from '../check.ts'
import { createAccepts } from '../ledger/accepts.ts'
import { toStatus, type Body, type Place } from '../ledger/bodies.ts'
import type { Auditor } from '../ledger/ledger.ts'
import type { ExchangeObligation } from '../ledger/obligations.ts'
import { createAjvValidate } from '../validators/ajv.ts'
import type { Synthesis, SynthesisContext } from './context.ts'
import { synthesizeErrors } from './errors.ts'
import { createUuid } from './example-value.ts'
import { createFindRejected } from './rejected-requests.ts'
import { createTools } from './body-tools.ts'
import { synthesizeSuccesses } from './successes.ts'

/** The day of the document's examples. It is fixed, so that generated exchanges stay the same. */
const at = '2025-06-16'

/**
 * Exchanges for the obligations that no real recording meets.
 * The ledger lists what cannot be shown by a valid and plausible exchange as unmet.
 */
export function synthesize(contract: OpenApiDocument, real: RecordingFile[], auditor: Auditor): RecordingFile[] {
  const accepts = createAccepts(contract)
  const validate = createAjvValidate(contract, { allErrors: false })
  const context: SynthesisContext = {
    contract,
    accepts,
    validate,
    tools: createTools(contract, auditor.bodies, accepts),
  }
  const check = createCheck(contract, validate)
  const hashExchange = createHashExchange(contract)
  const unmet = new Set(auditor.audit(real).flatMap(({ obligation, real: files }) => (files.length ? [] : obligation)))
  return readOperations(contract).flatMap(synthesizeOperation)

  function synthesizeOperation(operation: Operation): RecordingFile[] {
    const made: RecordingFile[] = []
    const own = (side: Body['side']) => auditor.listBodiesAt(operation.path).filter((body) => body.side === side)
    const request = own('request').find(({ content }) => content === 'application/json')
    const synthesis: Synthesis = {
      ...context,
      operation,
      request,
      isUnmet: (obligation) => unmet.has(obligation),
      listUnmetOf: (bodies) =>
        bodies
          .flatMap((body) => (body ? auditor.listObligationsOf(body) : []))
          .filter((obligation) => unmet.has(obligation)),
      add,
      createResponse,
    }
    for (const body of own('success')) synthesizeSuccesses(synthesis, body)
    const findRejected = createFindRejected(context, operation, request)
    const ofExchanges = auditor.listExchangeObligationsAt(operation.path)
    const ofErrors = own('error').flatMap(auditor.listObligationsOf)
    // An exchange of another operation may already show the errors that both have.
    if ([...ofExchanges, ...ofErrors].some((obligation) => unmet.has(obligation))) {
      for (const body of own('error')) synthesizeErrors(synthesis, findRejected, body)
    }
    for (const obligation of ofExchanges) if (obligation.condition.is === 'no body') addEmpty(obligation)
    return made

    function add(slug: string, exchange: Exchange, from: string, changes: string[] = []): boolean {
      const name = `${operation.id}/${exchange.response.status}-${slug}`
      let file = `${name}.gen.json`
      for (let count = 2; made.some((other) => other.file === file); count++) file = `${name}-${count}.gen.json`
      const operationHash = hashExchange(exchange)!
      const recorded = { source: 'synthetic' as const, from, at, operationHash, ...(changes.length > 0 && { changes }) }
      const recording: Recording = { recorded, ...exchange }
      const met = auditor.findMet(recording).filter((obligation) => unmet.has(obligation))
      if (met.length === 0 || check(recording).length > 0) return false
      for (const obligation of met) unmet.delete(obligation)
      made.push({ file, recording })
      return true
    }

    function addEmpty({ places }: ExchangeObligation): void {
      const { response } = places.find((place) => place.operation.id === operation.id)!
      const isSuccess = response.status === operation.success?.status
      const body = request?.examples[0]?.value ?? (request && context.tools.exemplify(request.schema))
      const { path, method } = operation
      const granted = {
        method,
        path,
        headers: request ? { 'content-type': request.content } : {},
        ...(request && { body }),
      }
      const exchange: Exchange = {
        request: isSuccess ? granted : findRejected(toStatus(response), {}),
        response: { status: toStatus(response), headers: {} },
      }
      add('empty', exchange, isSuccess ? 'the spec' : 'a response without a body, from a proxy in front of the API')
    }

    function createResponse({ response }: Place, content: string, value: Json, slug: string): Exchange['response'] {
      const status = toStatus(response!)
      if (typeof value === 'string') return { status, headers: { 'content-type': content }, text: value }
      const requestId = value?.error?.request_id ?? createUuid(`${operation.id} ${status} ${slug}`)
      const headers = response!.headers.map(({ name, schema = {}, example }) => [
        name.toLowerCase(),
        name.endsWith('-id') ? requestId : String(example ?? context.tools.exemplify(schema, name)),
      ])
      return { status, headers: { 'content-type': content, ...Object.fromEntries(headers) }, body: value }
    }
  }
}
