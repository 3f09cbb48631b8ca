import { isDeepStrictEqual } from 'node:util'
import { listValidationErrors, Seam, SeamApiError, type Issue } from '@seam-acs/client'
import { camelCase } from '@seam-acs/spec/model'
import { resolve } from '../check.ts'
import { serveFetch } from '../loopback-server.ts'
import type { Json } from '../recording.ts'
import type { Validate } from '../validators/validate.ts'
import { dropUndeclared, listDeclared } from './declared.ts'

export interface Parties {
  contract: Json
  /** The operation's path, which takes a POST. */
  path: string
  /** The check of the client before it sends, under which undeclared properties are issues. */
  validateRequest: (path: string, body: unknown) => Issue[]
  /** Validators of the closed schemas, by name. */
  validators: Record<string, Validate>
  /** A fetch handler in the place of the API. */
  fetch: (request: Request) => Promise<Response>
  /** The clock of that handler. */
  now: Date
}

export interface Agreement {
  /** What the parties disagree about in a request that is sent through the client and a socket; empty where nothing. */
  compare(body: Json): Promise<string[]>
  close(): void
}

export async function createAgreement(parties: Parties): Promise<Agreement> {
  const { contract, path, validateRequest, validators, now } = parties
  const { requestBody, responses } = contract.paths[path].post
  const requestSchema = requestBody.content['application/json'].schema
  const responseSchema = responses[200].content['application/json'].schema
  const [resultKey, [resultSchema]] = [...listDeclared(contract, responseSchema)].find(([name]) => name !== 'ok')!
  const branches = listBranchNames(contract, requestSchema)
  // Which of several owners was meant is a matter of opinion.
  const isOfBranch = (at: string) => at === '' || branches.has(at.split(/[.[]/)[0]!)
  const server = await serveFetch(parties.fetch)
  const seam = new Seam({ apiKey: 'seam_test_key', endpoint: server.endpoint, maxRetries: 0 })
  const create: (body: Json) => Promise<Json> = path
    .slice(1)
    .split('/')
    .reduce((node: Json, name) => node[camelCase(name)], seam)

  return {
    close: server.close,
    async compare(body) {
      const known = dropUndeclared(contract, requestSchema, body)
      const issues = validateRequest(path, body)
      const isWhole = isDeepStrictEqual(known, body)
      const valid = Object.entries(validators).map(([name, validate]) => {
        const isValid = validate(requestSchema, body).length === 0
        return { name, isValid, isKnownValid: isWhole ? isValid : validate(requestSchema, known).length === 0 }
      })
      const isKnownValid = valid.every((verdict) => verdict.isKnownValid)
      const isAccepted = isKnownValid && !breaksPeriod(known, now)
      const outcome = await create(body).then(
        (returned) => ({ returned }),
        (error: unknown) => ({ error }),
      )
      const answered = JSON.parse(server.answered.at(-1)!.text!)
      // They would grow with the number of cases.
      server.received.length = server.answered.length = 0
      return [
        ...valid
          .filter(({ isValid }) => isValid !== (issues.length === 0))
          .map(({ name, isValid }) => `${name} ${isValid ? 'accepts' : 'refuses'} it, the client ${toText(issues)}`),
        ...valid
          .filter((verdict) => verdict.isKnownValid !== isKnownValid)
          .map(({ name }) => `${name} accepts what is known of it, and another does not`),
        ...('returned' in outcome ? checkAccepted(outcome.returned) : checkRefused(outcome.error)),
      ]

      function checkAccepted(returned: Json): string[] {
        if (!isAccepted) return ['the mock accepts it, though not all do']
        return [
          ...Object.entries(validators).flatMap(([name, validate]) =>
            validate(responseSchema, answered).map((problem) => `${name}, of the answer: ${problem}`),
          ),
          ...(isDeepStrictEqual(returned, answered[resultKey]) ? [] : ['the client returns something else than came']),
          ...findMissingEchoes(contract, resultSchema, known, returned)
            .filter(({ path: at, value }) => canSay(at, value))
            .map(
              ({ path: at, value }) => `the answer has something else than ${JSON.stringify(value)} at ${at.join('.')}`,
            ),
        ]
      }

      /** An id of one kind of owner may be anything in the request of another kind, but not in an answer. */
      function canSay(at: string[], value: Json): boolean {
        const changed = withValue(answered, [resultKey, ...at], value)
        return Object.values(validators).every((validate) => validate(responseSchema, changed).length === 0)
      }

      function checkRefused(error: unknown): string[] {
        if (!(error instanceof SeamApiError) || error.status !== 400 || error.type !== 'invalid_input') {
          return [`the client throws ${String(error)}`]
        }
        if (isAccepted) return [`the mock refuses it, though all others accept it: ${error.message}`]
        const paths = listValidationErrors(error.validationErrors).map((issue) => issue.path)
        const expected = isKnownValid ? ['ends_at'] : issues.filter(isNoUnknownProperty).map((issue) => issue.path)
        const missing = expected.filter((each) => !paths.includes(each))
        return missing
          .filter((each) => !isOfBranch(each) || !paths.some(isOfBranch))
          .map((each) => `the mock names ${paths.join(', ')}, the client "${each}"`)
      }
    },
  }
}

const isNoUnknownProperty = ({ message }: Issue) => message !== 'is not a known property'

const toText = (issues: Issue[]) =>
  issues.length === 0 ? 'accepts it' : issues.map(({ path, message }) => `says "${path}" ${message}`).join(', ')

/** The rule that no schema can say: the end is after the start, and in the future. */
function breaksPeriod({ starts_at: start, ends_at: end }: Json, now: Date): boolean {
  return end !== undefined && (Date.parse(end) <= now.getTime() || Date.parse(end) <= Date.parse(start))
}

/** The properties that some branch of an `anyOf` declares. */
function listBranchNames(contract: Json, reference: Json): Set<string> {
  const { allOf = [], anyOf = [] } = resolve(contract, reference)
  return new Set([
    ...anyOf.flatMap((branch: Json) => [...listDeclared(contract, branch).keys()]),
    ...allOf.flatMap((part: Json) => [...listBranchNames(contract, part)]),
  ])
}

interface Echo {
  path: string[]
  value: Json
}

/** What is asked for and the answer does not say. A PIN code is one of a credential that is a code. */
function findMissingEchoes(contract: Json, schema: Json, request: Json, answer: Json): Echo[] {
  const declared = listDeclared(contract, schema)
  return Object.entries<Json>(request).flatMap(([name, value]): Echo[] => {
    const [property] = declared.get(name) ?? []
    if (!property || (name === 'code' && request.access_method !== 'code')) return []
    if (resolve(contract, property).properties) {
      const inner = findMissingEchoes(contract, property, value, answer[name] ?? {})
      return inner.map((echo) => ({ ...echo, path: [name, ...echo.path] }))
    }
    return isDeepStrictEqual(value, answer[name]) ? [] : [{ path: [name], value }]
  })
}

function withValue(object: Json, [name, ...rest]: string[], value: Json): Json {
  return { ...object, [name!]: rest.length > 0 ? withValue(object?.[name!], rest, value) : value }
}
