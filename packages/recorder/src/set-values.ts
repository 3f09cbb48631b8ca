import type { Json } from '@seam-acs/spec/model'
import { RecordError } from './record-error.ts'
import type { Exchange } from './recording/recording.ts'

/** A request with the values of `--set`. */
export interface Replaced {
  request: Exchange['request']
  /** Each value that is sent, with the value that the recording keeps. */
  replaced: Map<string, string>
  /** The properties that were found. */
  names: Set<string>
}

export function replaceValues(request: Exchange['request'], set: Map<string, string[]>): Replaced {
  const replaced = new Map<string, string>()
  const names = new Set<string>()
  const visit = (value: Json, name: string, index: number): Json => {
    if (Array.isArray(value)) return value.map((item, place) => visit(item, name, place))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, visit(item, inner, 0)]))
    }
    const own = set.get(name)?.[index] ?? set.get(name)?.at(-1)
    if (own === undefined || typeof value !== 'string') return value
    names.add(name)
    replaced.set(own, replaced.get(own) ?? value)
    return own
  }
  if (request.body === undefined || set.size === 0) return { request, replaced, names }
  return { request: { ...request, body: visit(request.body, '', 0) }, replaced, names }
}

/** @throws {RecordError} when `--set` names a property that no request has. */
export function rejectUnusedNames(set: Map<string, string[]>, requests: Replaced[]): void {
  const unused = [...set.keys()].filter((name) => !requests.some(({ names }) => names.has(name)))
  if (unused.length > 0) throw new RecordError(`No request has a string named ${unused.join(', ')}, which --set names.`)
}
