import { listAlternatives, listProperties, listReachable, type Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { contract } from '../../src/contract.ts'
import { recordings } from '../../src/recordings.ts'
import { compileLiterals, createStructuralCheck, listBodies, mutateLiteral, type Literal } from './assignability.ts'
import { recordFigure } from '../figures/record-figure.ts'
import * as sampled from '../sampled.ts'

const isAllowed = createStructuralCheck(contract)
const bodies = listBodies(contract, recordings)
const accepted = bodies.filter(isAllowed)
// Bodies that are already wrong would be rejected whatever the change.
const mutated = listBodies(sampled.contract, sampled.recordings).filter(isAllowed)
const mutants = omitAlike(mutated.flatMap((body) => [...mutateLiteral(body)]))
const literals = [...bodies, ...mutants]
const complaints = compileLiterals(literals)
const isAssignable = new Map(literals.map((literal, index) => [literal, complaints[index] === undefined]))

/** Of the mutants with one change at one place, the first that the schema accepts and the first that it rejects. */
function omitAlike(all: Literal[]): Literal[] {
  const seen = new Set<string>()
  return all.filter((mutant) => {
    const key = [mutant.type, mutant.change, isAllowed(mutant)].join(' ')
    return !seen.has(key) && seen.add(key)
  })
}

/** What the types accept although the schemas reject it, and why they have to. */
const blindSpots: Record<string, (mutant: Literal) => boolean> = {
  // `string` accepts the known codes too, because no type says "any other string".
  'the alternative for unlisted values takes it': createStructuralCheck(contract, ['not']),
  // An index signature has to admit what the named properties hold.
  'the type of a dictionary has one type for all of its properties': ({ change }) =>
    /\/validation_errors\/.+ made \[\]$/.test(change),
}

const branches = [...listReachable(contract, Object.values(contract.components?.schemas ?? {}))].flatMap(
  listAlternatives,
)
const ofAlternatives = new Set(branches.flatMap((branch) => listProperties(contract, branch).map(({ name }) => name)))

/** What the types reject although the schemas accept it, and why that does no harm. */
const stricter: Record<string, (mutant: Literal) => boolean> = {
  // JSON Schema does not look at the properties of an alternative that need not hold, such as `acs_user_id: 5`.
  'another alternative holds, and the type checks the properties of all': ({ change }) =>
    ofAlternatives.has(change.split(' ')[0]!.split('/').at(-1)!),
}

function listDisputes(accepts: (literal: Literal) => boolean): { letThrough: Literal[]; rejected: Literal[] } {
  const disputed = literals.filter((literal) => accepts(literal) !== isAssignable.get(literal))
  return {
    letThrough: disputed.filter((literal) => isAssignable.get(literal)),
    rejected: disputed.filter((literal) => !isAssignable.get(literal)),
  }
}

function listUnexplained(disputed: Literal[], reasons: typeof blindSpots): string[] {
  return disputed.filter((each) => !Object.values(reasons).some((explains) => explains(each))).map(({ name }) => name)
}

const hint = 'Correct packages/codegen/src/types, or add the reason above, if there is one.'

test('every body that the spec accepts is assignable to its type', () => {
  expect(accepted.length).toBeGreaterThan(bodies.length / 2)
  const messages = literals.flatMap((literal, index) =>
    accepted.includes(literal) && complaints[index] ? `${literal.name}: ${complaints[index]}` : [],
  )
  expect(messages).toEqual([])
})

test('a request that was rejected for its structure is not assignable', () => {
  const wrong = bodies.filter((body) => !isAllowed(body))
  expect(wrong.map(({ name }) => name)).toContain('acs_credentials_create/400-owner-missing.gen.json /request/body')
  expect(wrong.filter((body) => isAssignable.get(body)).map(({ name }) => name)).toEqual([])
})

test('every structural mutant of a body is rejected by its type', () => {
  const { letThrough } = listDisputes(isAllowed)
  expect(listUnexplained(letThrough, blindSpots), hint).toEqual([])
  const wrong = mutants.filter((mutant) => !isAllowed(mutant))
  expect(wrong.length).toBeGreaterThan(500)
  recordFigure('type mutants rejected', `${wrong.length - letThrough.length} of ${wrong.length}`)
})

test('the types reject no mutant that the spec accepts, except where JSON Schema does not look', () => {
  expect(listUnexplained(listDisputes(isAllowed).rejected, stricter), hint).toEqual([])
})

test.each(Object.entries(blindSpots))('this reason still applies: %s', (_, explains) => {
  expect(listDisputes(isAllowed).letThrough.filter(explains), 'Remove this reason.').not.toEqual([])
})

test.each<[string, (schemas: Json) => void, 'letThrough' | 'rejected', string]>([
  [
    'requires a property',
    (schemas) => schemas.acs_credential.required.push('starts_at'),
    'letThrough',
    '/response/body/acs_credential/starts_at: dropped',
  ],
  [
    'lets a property be absent',
    (schemas) => schemas.acs_credential.required.shift(),
    'rejected',
    '/response/body/acs_credential/access_method: dropped',
  ],
  [
    'changes a type',
    (schemas) => (schemas.visionline_metadata.properties.is_valid.type = 'string'),
    'letThrough',
    '/response/body/acs_credential/visionline_metadata/is_valid: made true',
  ],
  [
    'lets a property be null',
    (schemas) => (schemas.acs_credential.properties.starts_at.type = ['string', 'null']),
    'rejected',
    '/response/body/acs_credential/starts_at: made null',
  ],
  [
    'adds a property',
    (schemas) => (schemas.requested_visionline_metadata.properties.undeclared = { type: 'integer' }),
    'rejected',
    '/request/body/visionline_metadata/undeclared: added',
  ],
  [
    'opens an enum',
    (schemas) => (schemas.access_method = { type: 'string' }),
    'rejected',
    '/request/body/access_method: made "of_tomorrow"',
  ],
  [
    'demands no owner',
    (schemas) => schemas.create_acs_credential_request.allOf[1].anyOf.push({}),
    'rejected',
    '/request/body/acs_user_id: dropped',
  ],
  [
    'has another `ok`',
    (schemas) => (schemas.create_acs_credential_response.properties.ok.const = false),
    'letThrough',
    '/response/body/ok: made true',
  ],
])('types of a spec that %s are noticed, naming recording and path', (_, change, kind, path) => {
  const document = structuredClone<Json>(contract)
  change(document.components.schemas)
  const names = listDisputes(createStructuralCheck(document))[kind].map(({ name }) => name)
  expect(names).toContainEqual(expect.stringMatching(/^acs_credentials_create\/\d{3}-/))
  expect(
    names.some((name) => name.endsWith(path)),
    names.join('\n'),
  ).toBe(true)
})
