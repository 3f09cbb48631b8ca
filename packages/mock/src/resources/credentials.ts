import type { Contract, Json } from '../contract.ts'
import { paginate } from '../response/page.ts'
import { failure } from '../response/reply.ts'
import { fit } from '../schema/fit.ts'
import type { Schemas } from '../schema/schemas.ts'
import type { SeededValues } from '../seeded.ts'
import { describeCredential } from './describe-credential.ts'
import { findPeriodIssues } from './period.ts'
import type { Behaviour } from './resource.ts'
import { createStore } from './store.ts'

interface Dependencies {
  contract: Contract
  schemas: Schemas
  seeded: SeededValues
  now: () => Date
  /** The number of credentials to keep. */
  maxCredentials: number
}

/** The credentials that were created, and the behaviour of the operations on them by path. */
export function createCredentials({ contract, schemas, seeded, now, maxCredentials }: Dependencies) {
  const store = createStore(maxCredentials)
  const { schema, sample } = readCredential(contract, schemas)
  const properties = schemas.properties(schema)
  const notFound = failure(404, { type: 'acs_credential_not_found', message: 'Access control credential not found' })

  const create: Behaviour = {
    findIssues: (body) => findPeriodIssues(body, now()),
    run({ completed, count, workspaceId }) {
      const createdAt = now().toISOString().replace('Z', '000Z')
      const context = { schemas, seeded, schema, store, count, createdAt, workspaceId }
      return { result: fit(schemas, schema, describeCredential(completed, context), sample) ?? sample, schema }
    },
    store: store.put,
  }

  const get: Behaviour = {
    run({ body }) {
      const credential = store.find(body.acs_credential_id)
      return credential ? { result: credential } : { failure: notFound }
    },
  }

  const list: Behaviour = {
    run({ completed }) {
      const { created_before: before, search = '', acs_user_id: userId } = completed
      const filters = Object.keys(completed).filter((name) => Object.hasOwn(properties, name))
      const items = userId === undefined ? store.items : store.listWith('acs_user_id', userId)
      const indexOf = userId === undefined ? store.indexOf : undefined
      const matches = (credential: Json) =>
        filters.every((name) => credential[name] === completed[name]) &&
        (before === undefined || Date.parse(credential.created_at) < Date.parse(before)) &&
        searchedProperties.some((name) => credential[name]?.includes(search))
      return paginate({ items, idName: 'acs_credential_id', indexOf, matches }, completed, seeded)
    },
  }

  const update: Behaviour = {
    findIssues: (body) =>
      findPeriodIssues({ starts_at: store.find(body.acs_credential_id)?.starts_at, ...body }, now()),
    run({ body }) {
      const credential = store.find(body.acs_credential_id)
      if (!credential) return { failure: notFound }
      return { result: fit(schemas, schema, { ...credential, ...body }, credential) ?? credential }
    },
    store(credential) {
      if (store.find(credential.acs_credential_id)) store.put(credential)
    },
  }

  const remove: Behaviour = {
    run({ body }) {
      const credential = store.find(body.acs_credential_id)
      if (!credential) return { failure: notFound }
      store.remove(credential.acs_credential_id)
      return { result: credential }
    },
  }

  const behaviours: Record<string, Behaviour> = {
    '/acs/credentials/create': create,
    '/acs/credentials/delete': remove,
    '/acs/credentials/get': get,
    '/acs/credentials/list': list,
    '/acs/credentials/update': update,
  }
  return { store, behaviours }
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
