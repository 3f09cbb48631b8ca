import { isDeepStrictEqual } from 'node:util'
import { listValidationErrors, Seam, SeamApiError, type Issue } from '@seam-acs/client'
import { serveFetch } from '@seam-acs/recorder/loopback-server'
import type { Json, OpenApiDocument, Operation } from '@seam-acs/spec/model'
import type { Validate } from '../../src/validators/validate.ts'
import { dropUndeclared, listAmbiguous } from './declared.ts'
import { findMissingEchoes } from './echoes.ts'

export interface Parties {
  contract: OpenApiDocument
  operation: Operation
  /** The client's check before it sends, which reports undeclared properties. */
  validateRequest: (path: string, body: unknown) => Issue[]
  /** Validators of the closed schemas, by name. */
  validators: Record<string, Validate>
  /** A fetch handler that stands in for the API. */
  fetch: (request: Request) => Promise<Response>
  /** The clock of that handler. */
  now: Date
}

export interface Agreement {
  /** What the parties disagree about in a request that is sent through the client and a socket; empty if they agree. */
  compare(body: Json): Promise<string[]>
  close(): void
}

export async function createAgreement(parties: Parties): Promise<Agreement> {
  const { contract, operation, validateRequest, validators, now } = parties
  const { path, names, request, success, result } = operation
  const requestSchema = request?.schema ?? {}
  const responseSchema = success?.schema
  const ambiguous = listAmbiguous(contract, requestSchema)
  const isAmbiguous = (at: string) => at === '' || ambiguous.has(at.split(/[.[]/)[0]!)
  // Only operations that create something have to keep the rules that no schema can express.
  const isCreation = path.endsWith('/create')
  const server = await serveFetch(parties.fetch)
  const seam = new Seam({ apiKey: 'seam_test_key', endpoint: server.endpoint, maxRetries: 0 })
  const call: (...given: Json[]) => Promise<Json> = names.reduce((node: Json, name) => node[name], seam)

  return {
    close: server.close,
    async compare(body) {
      const known = request ? dropUndeclared(contract, [requestSchema], body) : undefined
      const issues = request ? validateRequest(path, body) : []
      const isWhole = isDeepStrictEqual(known, body)
      const verdicts = Object.entries(validators).map(([name, validate]) => {
        const isValid = !request || validate(requestSchema, body).length === 0
        return { name, isValid, isKnownValid: isWhole ? isValid : validate(requestSchema, known).length === 0 }
      })
      const isKnownValid = verdicts.every((verdict) => verdict.isKnownValid)
      const breaksRule = isKnownValid && breaksPeriod(known, now)
      const outcome = await (request ? call(body) : call()).then(
        (returned) => ({ returned }),
        (error: unknown) => ({ error }),
      )
      const { text = '' } = server.sent.at(-1)!
      const responseBody: Json = text === '' ? undefined : JSON.parse(text)
      // They would grow with the number of cases.
      server.received.length = server.sent.length = 0
      return [
        ...verdicts
          .filter(({ isValid }) => isValid !== (issues.length === 0))
          .map(({ name, isValid }) => `${name} ${isValid ? 'accepts' : 'rejects'} it, the client ${toText(issues)}`),
        ...verdicts
          .filter((verdict) => verdict.isKnownValid !== isKnownValid)
          .map(({ name }) => `${name} accepts what is known of it, and another does not`),
        ...('returned' in outcome ? checkAccepted(outcome.returned) : checkRejected(outcome.error)),
      ]

      function checkAccepted(returned: Json): string[] {
        if (!isKnownValid || (breaksRule && isCreation)) return ['the mock accepts it, though not all do']
        return [
          ...Object.entries(validators).flatMap(([name, validate]) =>
            responseSchema
              ? validate(responseSchema, responseBody).map((problem) => `${name}, of the response: ${problem}`)
              : [],
          ),
          ...(isDeepStrictEqual(returned, readResult(responseBody))
            ? []
            : ['the client returns something other than the response']),
          ...(isCreation && result.kind === 'one' ? checkEchoes(result.key, returned) : []),
        ]
      }

      function checkEchoes(key: string, object: Json): string[] {
        const schema = result.kind === 'one' ? result.schema : {}
        return findMissingEchoes(contract, schema, known, object)
          .filter(({ path: at, value }) => {
            // An id of one kind of owner may be anything in the request of another kind, but not in a response.
            const changed = withValue(responseBody, [key, ...at], value)
            return Object.values(validators).every((validate) => validate(responseSchema!, changed).length === 0)
          })
          .map(
            ({ path: at, value }) => `the response has something else than ${JSON.stringify(value)} at ${at.join('.')}`,
          )
      }

      function checkRejected(error: unknown): string[] {
        if (!(error instanceof SeamApiError)) return [`the client throws ${String(error)}`]
        // An id that a valid request names may be of nothing that was created.
        if (error.status === 404 && isKnownValid && !isCreation) return []
        if (error.status !== 400 || error.type !== 'invalid_input') return [`the client throws ${String(error)}`]
        if (isKnownValid && !breaksRule) return [`the mock rejects it, though all others accept it: ${error.message}`]
        const paths = listValidationErrors(error.validationErrors).map((issue) => issue.path)
        const expected = isKnownValid ? ['ends_at'] : issues.filter(isAboutKnown).map((issue) => issue.path)
        const missing = expected.filter((each) => !paths.includes(each))
        return missing
          .filter((each) => !isAmbiguous(each) || !paths.some(isAmbiguous))
          .map((each) => `the mock names ${paths.join(', ')}, the client "${each}"`)
      }
    },
  }

  function readResult(body: Json): Json {
    if (result.kind === 'none') return undefined
    const { ok: _, ...others } = body
    if (result.kind === 'object') return others
    return result.kind === 'page' ? { data: body[result.key], pagination: body.pagination } : body[result.key]
  }
}

const isAboutKnown = ({ message }: Issue) => message !== 'is not a known property'

const toText = (issues: Issue[]) =>
  issues.length === 0 ? 'accepts it' : issues.map(({ path, message }) => `says "${path}" ${message}`).join(', ')

/** The rule that no schema can say: the end is after the start, and in the future. */
function breaksPeriod(body: Json, now: Date): boolean {
  const { starts_at: start, ends_at: end } = Object(body)
  return end !== undefined && (Date.parse(end) <= now.getTime() || Date.parse(end) <= Date.parse(start))
}

function withValue(object: Json, [name, ...rest]: string[], value: Json): Json {
  return { ...object, [name!]: rest.length > 0 ? withValue(object?.[name!], rest, value) : value }
}
