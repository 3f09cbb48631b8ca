import type { Json } from '../../../change.ts'
import type { Place } from '../../../document/document.ts'
import { isObject, toKey } from '../../../document/json.ts'
import { splitFragment } from '../../../document/pointer.ts'
import { readMember, requiredOf } from '../members.ts'
import { OF_VALUE, type Reader } from '../view.ts'

/** The required properties with one possible value, which tell alternatives apart. */
export function readTags(reader: Reader, branch: Place[]): Map<string, Json> {
  const view = reader.read(branch)
  if (!view.types.has('object')) return new Map()
  return new Map(
    [...requiredOf(reader, view)].toSorted().flatMap((name): [string, Json][] => {
      const { values } = reader.read(readMember(reader, view, name).places)
      return values?.length === 1 ? [[name, values[0]!]] : []
    }),
  )
}

const MOST_PARTS = 30

/** An alternative as one for each value of a required property that has several; itself where there is none. */
export function splitByValues(reader: Reader, branch: Place[]): Place[][] {
  const view = reader.read(branch)
  if (!view.types.has('object')) return [branch]
  const lists = [...requiredOf(reader, view)].map((name) => {
    const { values } = reader.read(readMember(reader, view, name).places)
    return { name, values: values ?? [] }
  })
  const several = lists.find(({ values }) => values.length > 1 && values.length <= MOST_PARTS)
  if (!several) return [branch]
  const pointer = branch[0]?.pointer ?? ''
  return several.values.map((value) => {
    const node = { properties: { [several.name]: { const: value } } }
    return [{ node, pointer: `${pointer}${OF_VALUE}${encodeURIComponent(toKey(value))}` }, ...branch]
  })
}

/** The component that an alternative is. */
export function componentOf(branch: Place[]): string | undefined {
  const node = branch.at(-1)?.node
  return isObject(node) && typeof node['$ref'] === 'string' ? splitFragment(node['$ref']).at(-1) : undefined
}
