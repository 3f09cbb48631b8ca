import type { Json } from '../../../change.ts'
import type { Place } from '../../../document/document.ts'
import { isObject } from '../../../document/json.ts'
import { splitFragment } from '../../../document/pointer.ts'
import { readMember, requiredOf } from '../members.ts'
import type { Reader } from '../view.ts'

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

/** The component that an alternative is. */
export function componentOf(branch: Place[]): string | undefined {
  const node = branch.at(-1)?.node
  return isObject(node) && typeof node['$ref'] === 'string' ? splitFragment(node['$ref']).at(-1) : undefined
}
