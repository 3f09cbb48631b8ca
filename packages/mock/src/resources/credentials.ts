import type { Contract, Json } from '../contract.ts'
import { paginate } from '../response/page.ts'
import { failure } from '../response/reply.ts'
import { fit } from '../schema/fit.ts'
import type { Schemas } from '../schema/schemas.ts'
import type { SeededValues } from '../seeded.ts'
import { describeCredential } from './describe-credential.ts'
import { findPeriodIssues } from './period.ts'
import type { Behaviour } from './resource.ts'

interface Dependencies {
  contract: Contract
  schemas: Schemas
  seeded: SeededValues
  now: () => Date
}

/** The credentials that were created, oldest first, and the behaviour of the operations on them by path. */
export function createCredentials({ contract, schemas, seeded, now }: Dependencies) {
  const stored: Json[] = []
  const { schema, sample } = readCredential(contract, schemas)
  const properties = schemas.properties(schema)
  const find = (body: Json) => stored.findIndex((each) => each.acs_credential_id === body.acs_credential_id)
  const notFound = failure(404, { type: 'acs_credential_not_found', message: 'Access control credential not found' })

  const create: Behaviour = {
    findIssues: (body) => findPeriodIssues(body, now()),
    run({ completed, count, workspaceId }) {
      const createdAt = now().toISOString().replace('Z', '000Z')
      const context = { schemas, seeded, schema, credentials: stored, count, createdAt, workspaceId }
      return { result: fit(schemas, schema, describeCredential(completed, context), sample) ?? sample }
    },
    store: (credential) => void stored.push(credential),
  }

  const get: Behaviour = {
    run({ body }) {
      const credential = stored[find(body)]
      return credential ? { result: credential } : { failure: notFound }
    },
  }

  const list: Behaviour = {
    run({ completed }) {
      const { created_before: before, search = '' } = completed
      const filters = Object.keys(completed).filter((name) => Object.hasOwn(properties, name))
      const found = stored
        .filter((credential) => filters.every((name) => credential[name] === completed[name]))
        .filter(({ created_at: created }) => before === undefined || Date.parse(created) < Date.parse(before))
        .filter((credential) => searchedProperties.some((name) => credential[name]?.includes(search)))
      return paginate(found, 'acs_credential_id', completed, seeded)
    },
  }

  const update: Behaviour = {
    findIssues: (body) => findPeriodIssues({ starts_at: stored[find(body)]?.starts_at, ...body }, now()),
    run({ body }) {
      const credential = stored[find(body)]
      if (!credential) return { failure: notFound }
      return { result: fit(schemas, schema, { ...credential, ...body }, credential) ?? credential }
    },
    store(credential) {
      const index = find(credential)
      if (index >= 0) stored[index] = credential
    },
  }

  const remove: Behaviour = {
    run({ body }) {
      const index = find(body)
      if (index < 0) return { failure: notFound }
      return { result: stored.splice(index, 1)[0] }
    },
  }

  const behaviours: Record<string, Behaviour> = {
    '/acs/credentials/create': create,
    '/acs/credentials/delete': remove,
    '/acs/credentials/get': get,
    '/acs/credentials/list': list,
    '/acs/credentials/update': update,
  }
  return { stored, behaviours }
}

/** The schema and an example of a credential, from an operation that returns one. */
function readCredential({ operations, schemas: definitions }: Contract, schemas: Schemas) {
  const operation = operations.find(({ result }) => 'key' in result && result.key === 'acs_credential')
  if (!operation?.response) return { schema: {}, sample: undefined }
  const [example] = Object.values(operation.responses[operation.success]?.examples ?? {})
  const { acs_credential: schema = {} } = schemas.properties(definitions[operation.response]!)
  return { schema, sample: example?.value.acs_credential }
}

const searchedProperties = ['acs_credential_id', 'acs_user_id', 'card_number', 'code', 'display_name']
