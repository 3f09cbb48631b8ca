import type { Json, Level, Side } from '../../change.ts'
import type { Comparison } from '../schema/comparison.ts'
import type { Place } from '../../document/document.ts'
import { isSame, words } from '../../document/json.ts'
import { readKeyword, type View } from '../schema/view.ts'
import { locate, quote } from './report.ts'

const WORDING = ['title', 'description', 'example', 'examples', 'externalDocs', '$comment']
const FLAGS = ['readOnly', 'writeOnly']
/** What rules and readers speak of. Definitions and identifiers matter where something refers to them. */
const UNDERSTOOD = new Set([
  ...words('$ref $defs $id $anchor $dynamicAnchor $dynamicRef definitions allOf anyOf oneOf not'),
  ...words('if then else type enum const default deprecated discriminator xml'),
  ...FLAGS,
  ...WORDING,
  ...words('properties required additionalProperties unevaluatedProperties patternProperties propertyNames'),
  ...words('minProperties maxProperties dependentRequired dependentSchemas items prefixItems contains'),
  ...words('minContains maxContains minItems maxItems uniqueItems unevaluatedItems minLength maxLength'),
  ...words('pattern format contentMediaType contentEncoding contentSchema minimum maximum'),
  ...words('exclusiveMinimum exclusiveMaximum multipleOf'),
])

/** What no set of values shows. */
export function compareAnnotations(comparison: Comparison): void {
  compareDefault(comparison)
  compareDeprecated(comparison)
  compareUnknown(comparison)
  compareByPolicy(comparison, 'xml', { request: 'minor', response: 'minor' })
  for (const flag of FLAGS) compareByPolicy(comparison, flag, { request: 'minor', response: 'minor' })
  compareWording(comparison)
}

/** A call that leaves the property out gets another behaviour; a default that is only written down is news. */
function compareDefault({ base, head, isRequired, report }: Comparison): void {
  const before = last(readKeyword(base, 'default'))
  const after = last(readKeyword(head, 'default'))
  if (isSame(before?.node, after?.node)) return
  const request: Level = before && !isRequired ? 'major' : 'minor'
  report({
    rule: before ? (after ? 'default-changed' : 'default-removed') : 'default-added',
    pointer: locate(base, head, 'default'),
    says: after ? `has ${sayValue(after.node)} as its default` : 'no longer has a default',
    before: before?.node,
    after: after?.node,
    narrows: false,
    widens: false,
    floor: { request, response: 'minor' },
  })
}

/** An object or list would be a page of its own. */
const sayValue = (value: Json) => (typeof value === 'object' && value !== null ? 'another value' : quote(value))

function compareDeprecated({ base, head, report }: Comparison): void {
  const before = readKeyword(base, 'deprecated').some(({ node }) => node === true)
  const after = readKeyword(head, 'deprecated').some(({ node }) => node === true)
  if (before === after) return
  report({
    rule: after ? 'property-deprecated' : 'property-undeprecated',
    pointer: locate(base, head, 'deprecated'),
    says: after ? 'is deprecated' : 'is no longer deprecated',
    before,
    after,
    narrows: false,
    widens: false,
    floor: { request: 'minor', response: 'minor' },
  })
}

function compareByPolicy(
  { base, head, report }: Comparison,
  keyword: string,
  floor: Partial<Record<Side, Level>>,
  rule = `${keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-changed`,
): void {
  const [before, after] = [readValues(base, keyword), readValues(head, keyword)]
  if (isSame(before, after)) return
  report({
    rule,
    pointer: locate(base, head, keyword),
    says: `has a different \`${keyword}\``,
    before: before[0],
    after: after[0],
    narrows: false,
    widens: false,
    floor,
  })
}

/** What is said of a keyword; a flag that is not set says nothing. */
function readValues(view: View, keyword: string): Json[] {
  const values = readKeyword(view, keyword).map(({ node }) => node)
  return FLAGS.includes(keyword) ? values.filter(Boolean).slice(0, 1) : values
}

/** What no rule understands may mean anything, so it is at least a minor change. */
function compareUnknown(comparison: Comparison): void {
  const keys = [comparison.base, comparison.head].flatMap(({ parts }) => parts.flatMap(({ node }) => Object.keys(node)))
  for (const key of new Set(keys)) {
    if (UNDERSTOOD.has(key) || key.startsWith('x-')) continue
    compareByPolicy(comparison, key, { request: 'minor', response: 'minor' }, 'not-understood')
  }
}

function compareWording({ base, head, report }: Comparison): void {
  const keywords = new Set([...base.parts, ...head.parts].flatMap(({ node }) => Object.keys(node)))
  for (const keyword of keywords) {
    if (!isWording(keyword)) continue
    const before = readKeyword(base, keyword)
    const after = readKeyword(head, keyword)
    const [one, other] = [before, after].map((places) => places.map(({ node }) => node))
    if (isSame(one, other)) continue
    report({
      rule: 'wording-changed',
      pointer: locate(base, head, keyword),
      says: `has a different \`${keyword}\``,
      before: difference(before, after)?.node,
      after: difference(after, before)?.node,
      narrows: false,
      widens: false,
    })
  }
}

function isWording(keyword: string): boolean {
  return WORDING.includes(keyword) || (keyword.startsWith('x-') && keyword !== 'x-extensible-enum')
}

function difference(places: Place[], others: Place[]): Place | undefined {
  return places.find(({ node }) => !others.some((other) => isSame(other.node, node))) ?? places[0]
}

function last(places: Place[]): Place | undefined {
  return places.at(-1)
}
