import { recordingSchema, type Recording } from '@seam-acs/recorder/recording'
import {
  componentName,
  findResponse,
  listReachable,
  readOperations,
  type Json,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from '@seam-acs/spec/model'
import { collectSchemas, createCheck } from '../../src/check.ts'
import type { Accepts } from '../../src/ledger/accepts.ts'
import { createAjvValidate } from '../../src/validators/ajv.ts'
import { findContent } from '../../src/validators/check-body.ts'
import { findRejection } from '../../src/validators/check-request.ts'
import type { Mutant } from './mutant.ts'
import { mutateRecording } from './recordings.ts'
import { createCompile } from './spec-accepts.ts'
import { toExchanges } from './spec-exchanges.ts'
import type { SpecMutant } from './spec.ts'

/** Bodies that one schema of the spec is there for. */
interface Bodies {
  schema: Json
  /** The names of the components that the schema is made of. */
  components: Set<string>
  accepted: Json[]
  /** By each name on the way to what is wrong; under `''` all of them. */
  rejected: Map<string, Json[]>
}

/**
 * Tells whether a mutant of the spec is noticed: whether it changes the verdict on a recording, on an example or a
 * default of the spec, or on a mutant of these that the spec rejects. The ledger and the types are not used.
 */
export function createJudge(contract: OpenApiDocument, recordings: Recording[]): (mutant: SpecMutant) => boolean {
  const validate = createAjvValidate(contract, { allErrors: false })
  const operations = readOperations(contract)
  const accepted = [...recordings, ...toExchanges(contract)]
  const rejected = selectMutants()
  const exchanges = rejected.filter(({ at }) => !at.includes('/body/'))
  const compile = createCompile()
  const groups = collectBodies()

  return ({ at, contract: mutated }) => {
    if (mutated.components.schemas === contract.components?.schemas) return noticesInExchanges(mutated)
    const accepts = compile(mutated)
    return (
      groups.some((group) => group.components.has(`${at[2]}`) && noticesInBodies(group, at, accepts)) ||
      (at.at(-1) === 'default' && breaksDefault(mutated, at, accepts))
    )
  }

  /** Two of a kind are enough, because each is checked once for every mutant of the spec. */
  function selectMutants(): Mutant[] {
    const counts = new Map<string, Set<Recording>>()
    return accepted.flatMap((recording) =>
      [...mutateRecording(contract, recording, accepted)].filter(({ operator, at, recording: mutant }) => {
        const schemas = Object.values(findSchemas(operations, recording))
        const place = at.replaceAll(/\/\d+/g, '/*')
        // What is around the bodies is a matter of the operation, and what is inside of the schema.
        const about = at.includes('/body/') ? schemas : recording.request.path
        const kind = JSON.stringify([recording.response.status, operator, place, listItemNames(recording, at), about])
        const alike = counts.get(kind) ?? new Set()
        if (alike.size > 1 && !alike.has(recording)) return false
        counts.set(kind, alike.add(recording))
        // The spec does not decide on the others.
        return validate(recordingSchema, mutant).length === 0
      }),
    )
  }

  function noticesInExchanges(mutated: Json): boolean {
    const check = createCheck(mutated, validate)
    return (
      accepted.some((recording) => check(recording).length > 0) ||
      exchanges.some(({ recording }) => check(recording).length === 0)
    )
  }

  function noticesInBodies({ schema, ...bodies }: Bodies, at: SpecMutant['at'], accepts: Accepts): boolean {
    const isAccepted = (body: Json) => accepts(schema, body)
    const near = bodies.rejected.get(`${at.findLast((name) => bodies.rejected.has(`${name}`)) ?? ''}`)!
    return !bodies.accepted.every(isAccepted) || near.some(isAccepted) || bodies.rejected.get('')!.some(isAccepted)
  }

  function collectBodies(): Bodies[] {
    const found = new Map<string, Bodies>()
    for (const schema of collectSchemas(contract)) {
      const components = listComponents(contract, schema)
      found.set(JSON.stringify(schema), { schema, components, accepted: [], rejected: new Map([['', []]]) })
    }
    const seen = new Set<string>()
    const add = (recording: Recording, at: string) => {
      for (const [side, schema] of Object.entries(findSchemas(operations, recording))) {
        const { body } = recording[side as 'request' | 'response']
        const key = JSON.stringify(schema) + JSON.stringify(body)
        if (!schema || body === undefined || seen.has(key)) continue
        seen.add(key)
        const bodies = found.get(JSON.stringify(schema))!
        if (validate(schema, body).length === 0) bodies.accepted.push(body)
        else for (const name of new Set(['', ...at.split('/')])) push(bodies.rejected, name, body)
      }
    }
    for (const recording of accepted) add(recording, '')
    for (const { at, recording } of rejected) if (/\/body/.test(at)) add(recording, at)
    return [...found.values()]
  }
}

/** The names in the nearest item of a list on the way to a value, because items may be of several kinds. */
function listItemNames(recording: Recording, at: string): string[] {
  const [item] = /^.*\/\d+(?=\/)/.exec(at) ?? []
  return Object.keys(
    item
      ?.slice(1)
      .split('/')
      .reduce((node: Json, name) => node?.[name], recording) ?? {},
  )
}

function push(map: Map<string, Json[]>, name: string, value: Json): void {
  const values = map.get(name)
  if (values) values.push(value)
  else map.set(name, [value])
}

function breaksDefault(contract: Json, at: SpecMutant['at'], accepts: Accepts): boolean {
  const schema = at.slice(0, -1).reduce((node: Json, name) => node[name], contract)
  return 'default' in schema && !accepts(schema, schema.default)
}

/** The schemas that decide on the bodies of an exchange; on a request only where it is not rejected for something else. */
function findSchemas(operations: Operation[], { request, response }: Recording): Partial<Record<string, Schema>> {
  const operation = operations.find(({ path, method }) => path === request.path && method === request.method)
  const isJudged = !['malformed', 'invalid_content_type'].includes(findRejection(response) ?? '')
  const described = operation && findResponse(operation, response.status)
  return {
    request: isJudged ? findContent(operation?.request?.contents, request)?.schema : undefined,
    response: findContent(described?.contents, response)?.schema,
  } as Partial<Record<string, Schema>>
}

const listComponents = (contract: OpenApiDocument, schema: Schema): Set<string> =>
  new Set([...listReachable(contract, [schema])].flatMap((each) => componentName(each) ?? []))
