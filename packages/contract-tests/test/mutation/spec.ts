import type { Json } from '@seam-acs/spec/model'
import { unlisted } from './recordings-values.ts'
import type { Change, Path } from './spec-change.ts'
import { mutateOperations } from './spec-operations.ts'

/** The bundle with one change to what it demands. */
export interface SpecMutant {
  /** What was done, such as `drop`. */
  operator: string
  at: Path
  contract: Json
}

/** Every systematic change of the bundle to what is demanded of an exchange. Wording and examples are left alone. */
export function mutateSpec(contract: Json): SpecMutant[] {
  const schemas = Object.entries<Json>(contract.components.schemas)
  const changes = [
    ...schemas.flatMap(([name, schema]) => [...mutateSchema(schema, ['components', 'schemas', name], contract)]),
    ...mutateOperations(contract),
  ]
  const seen = new Set<string>()
  return changes.flatMap(([operator, at, value]) => {
    const key = JSON.stringify([at, value])
    if (seen.has(key)) return []
    seen.add(key)
    return { operator, at, contract: replaceAt(contract, at, value) }
  })
}

const otherTypes: Json = { string: 'integer', boolean: 'string', array: 'object', object: 'array' }
const otherFormats: Json = { uuid: 'date-time', 'date-time': 'uuid' }

function* mutateSchema(schema: Json, at: Path, contract: Json): Generator<Change> {
  const { type, required = [], properties = {}, patternProperties = {}, items, not } = schema
  if (typeof type === 'string') {
    yield ['retype', [...at, 'type'], otherTypes[type]]
    yield ['nullable on', [...at, 'type'], [type, 'null']]
  } else if (type) {
    yield ['nullable off', [...at, 'type'], type.filter((each: string) => each !== 'null')[0]]
    yield ['retype', [...at, 'type'], [...type.filter((each: string) => each === 'null'), 'integer']]
  }
  for (const keyword of ['type', 'const', 'enum', 'format', 'pattern', 'minLength', 'items', 'anyOf', 'allOf', 'not']) {
    if (keyword in schema) yield [`drop ${keyword}`, [...at, keyword], undefined]
  }
  if (schema.$ref) yield ['drop $ref', [...at, '$ref'], undefined]
  if (schema.$ref) yield ['other $ref', [...at, '$ref'], findOtherRef(schema.$ref, contract)]
  if ('const' in schema)
    yield ['alter const', [...at, 'const'], schema.const === true ? false : schema.const === false || unlisted]
  if (schema.format) yield ['alter format', [...at, 'format'], otherFormats[schema.format] ?? 'uuid']
  if (schema.pattern) yield ['alter pattern', [...at, 'pattern'], '^[a-z]+$']
  if (schema.pattern) yield ['alter pattern', [...at, 'pattern'], schema.pattern.replace(/\$$/, '')]
  if (schema.minLength) yield ['alter minLength', [...at, 'minLength'], schema.minLength - 1]
  if (schema.minLength) yield ['alter minLength', [...at, 'minLength'], 1000]
  if ('default' in schema) yield ['drop default', [...at, 'default'], undefined]
  if ('default' in schema) yield ['alter default', [...at, 'default'], 7]

  yield* mutateList('enum value', schema.enum, [...at, 'enum'], unlisted)
  yield* mutateList('enum value', not?.enum, [...at, 'not', 'enum'], unlisted)
  for (const [index] of required.entries()) yield ['drop required', [...at, 'required'], required.toSpliced(index, 1)]
  for (const [name, inner] of Object.entries<Json>(properties)) {
    if (!required.includes(name)) yield ['add required', [...at, 'required'], [...required, name]]
    yield ['drop property', [...at, 'properties', name], undefined]
    const { [name]: _, ...others } = properties
    yield ['rename property', [...at, 'properties'], { ...others, [`${name}s`]: inner }]
    yield* mutateSchema(inner, [...at, 'properties', name], contract)
  }
  if (type === 'object' && schema.properties) yield ['add property', [...at, 'properties', 'undeclared'], {}]
  for (const [pattern, inner] of Object.entries<Json>(patternProperties)) {
    yield ['drop patternProperties', [...at, 'patternProperties'], undefined]
    yield ['alter pattern', [...at, 'patternProperties'], { '^x': inner }]
    yield* mutateSchema(inner, [...at, 'patternProperties', pattern], contract)
  }
  const { additionalProperties: entry } = schema
  if (typeof entry === 'object') yield* mutateSchema(entry, [...at, 'additionalProperties'], contract)
  if (items) yield* mutateSchema(items, [...at, 'items'], contract)
  for (const keyword of ['anyOf', 'allOf']) {
    const branches: Json[] = schema[keyword] ?? []
    for (const [index, branch] of branches.entries()) {
      if (branches.length > 1) yield [`drop branch of ${keyword}`, [...at, keyword], branches.toSpliced(index, 1)]
      yield* mutateSchema(branch, [...at, keyword, index], contract)
    }
    if (branches.length === 0) continue
    const { [keyword]: _, ...others } = schema
    const other = keyword === 'anyOf' ? 'allOf' : 'anyOf'
    if (!schema[other]) yield [`${keyword} to ${other}`, at, { ...others, [other]: branches }]
  }
}

function* mutateList(operator: string, values: Json[] = [], at: Path, added: Json): Generator<Change> {
  if (values.length === 0) return
  for (const [index] of values.entries()) yield [`drop ${operator}`, at, values.toSpliced(index, 1)]
  yield [`add ${operator}`, at, [...values, added]]
}

/** Another component, which refers to none, so that no circle comes about. */
function findOtherRef($ref: string, contract: Json): string {
  const schemas = Object.entries<Json>(contract.components.schemas)
  const [name] = schemas.find(
    ([each, schema]) => !$ref.endsWith(`/${each}`) && !JSON.stringify(schema).includes('$ref'),
  )!
  return `#/components/schemas/${name}`
}

function replaceAt(node: Json, [key, ...rest]: Path, value: Json): Json {
  const replaced = rest.length > 0 ? replaceAt(node[key!], rest, value) : value
  if (Array.isArray(node)) return node.with(Number(key), replaced)
  const { [key!]: _, ...others } = node
  return replaced === undefined ? others : { ...node, [key!]: replaced }
}
