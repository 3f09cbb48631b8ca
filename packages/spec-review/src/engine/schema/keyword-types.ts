import { words, type JsonObject } from '../../document/json.ts'
import type { TypeName } from './types.ts'

/** The keywords that say nothing about values of other types. */
const KEYWORDS: [types: TypeName[], keywords: string[]][] = [
  [['integer', 'fraction'], words('exclusiveMaximum exclusiveMinimum maximum minimum multipleOf')],
  [['string'], words('contentEncoding contentMediaType contentSchema maxLength minLength pattern')],
  [['integer', 'fraction', 'string'], ['format']],
  [
    ['array'],
    words('contains items maxContains maxItems minContains minItems prefixItems unevaluatedItems uniqueItems'),
  ],
  [
    ['object'],
    [
      ...words('additionalProperties dependentRequired dependentSchemas maxProperties minProperties patternProperties'),
      ...words('properties propertyNames required unevaluatedProperties'),
    ],
  ],
]

const typesOf = new Map(KEYWORDS.flatMap(([types, keywords]) => keywords.map((keyword) => [keyword, types] as const)))

/** A schema object without what it says about values of other types. */
export function keepTypes(node: JsonObject, types: ReadonlySet<TypeName>): JsonObject {
  const isKept = (keyword: string) => typesOf.get(keyword)?.some((type) => types.has(type)) ?? true
  return Object.keys(node).every(isKept)
    ? node
    : Object.fromEntries(Object.entries(node).filter(([keyword]) => isKept(keyword)))
}

/** Whether a schema says something about values of one type and nothing about others. */
export function isOf(node: JsonObject, name: TypeName): boolean {
  return Object.keys(node).length > 0 && Object.keys(node).every((keyword) => typesOf.get(keyword)?.includes(name))
}
