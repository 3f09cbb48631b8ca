import type { Json } from '../../change.ts'
import type { Comparison } from '../schema/comparison.ts'
import type { Place } from '../../document/document.ts'
import { asObject, asStrings } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import { requiredOf } from '../schema/members.ts'
import { readKeyword, type View } from '../schema/view.ts'
import { locate } from './report.ts'

/** Properties that must come with another: `dependentRequired` and `dependentSchemas`. */
export function compareDependencies(comparison: Comparison): void {
  const { base, head, readers, report, descend } = comparison
  const before = readDependencies(base)
  const after = readDependencies(head)
  const always = { before: requiredOf(readers.base, base), after: requiredOf(readers.head, head) }
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const given = new Set([...(before.get(name) ?? []), ...always.before])
    const wanted = new Set([...(after.get(name) ?? []), ...always.after])
    const added = [...(after.get(name) ?? [])].filter((other) => !given.has(other))
    const removed = [...(before.get(name) ?? [])].filter((other) => !wanted.has(other))
    if (added.length + removed.length === 0) continue
    report({
      rule: 'dependent-required-changed',
      pointer: locate(base, head, 'dependentRequired', 'dependentSchemas'),
      says: `with \`${name}\` ${[...sayAll('needs', added), ...sayAll('no longer needs', removed)].join(' and ')}`,
      before: before.get(name) && [...before.get(name)!],
      after: after.get(name) && [...after.get(name)!],
      narrows: added.length > 0,
      widens: removed.length > 0,
    })
  }
  const schemas = { before: readSchemas(base), after: readSchemas(head) }
  for (const name of new Set([...schemas.before.keys(), ...schemas.after.keys()])) {
    descend(schemas.before.get(name) ?? [], schemas.after.get(name) ?? [], undefined, { isCondition: true })
  }
}

function sayAll(verb: string, names: string[]): string[] {
  return names.length > 0 ? [`${verb} ${names.map((name) => `\`${name}\``).join(', ')}`] : []
}

/** The other properties that each one needs, with what these need in turn. */
function readDependencies(view: View): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>()
  const add = (name: string, others: unknown) =>
    result.set(name, new Set([...(result.get(name) ?? []), ...asStrings(others)]))
  for (const { node } of readKeyword(view, 'dependentRequired')) {
    for (const [name, others] of Object.entries(asObject(node))) add(name, others)
  }
  for (const { node } of readKeyword(view, 'dependentSchemas')) {
    for (const [name, schema] of Object.entries(asObject(node))) {
      if (isRequired(schema)) add(name, asObject(schema)['required'])
    }
  }
  for (const [name, others] of result) {
    for (const other of others) for (const next of result.get(other) ?? []) others.add(next)
    others.delete(name)
  }
  return result
}

/** A schema of an object that asks for some properties and nothing else. */
function isRequired(schema: Json | undefined): boolean {
  const { type = 'object', required, ...rest } = asObject(schema)
  return type === 'object' && required !== undefined && Object.keys(rest).length === 0
}

function readSchemas(view: View): Map<string, Place[]> {
  const result = new Map<string, Place[]>()
  for (const { node, pointer } of readKeyword(view, 'dependentSchemas')) {
    for (const [name, schema] of Object.entries(asObject(node))) {
      if (isRequired(schema)) continue
      result.set(name, [...(result.get(name) ?? []), { node: schema, pointer: below(pointer, name) }])
    }
  }
  return result
}
