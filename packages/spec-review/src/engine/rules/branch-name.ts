import type { Place } from '../../document/document.ts'
import { isObject } from '../../document/json.ts'
import { splitFragment } from '../../document/pointer.ts'
import { nameTypes } from '../schema/types.ts'
import type { Reader } from '../schema/view.ts'
import { quote, quoteAll } from './report.ts'

/** What to call an alternative: its component, its values, or its type. */
export function nameBranch(reader: Reader, branch: Place[]): string {
  const node = branch.at(-1)?.node
  if (isObject(node) && typeof node['$ref'] === 'string') return quote(splitFragment(node['$ref']).at(-1))
  if (isObject(node) && typeof node['title'] === 'string') return quote(node['title'])
  const { types, values } = reader.read(branch)
  return values && values.length > 0 ? quoteAll(values) : `another ${nameTypes(types)}`
}
