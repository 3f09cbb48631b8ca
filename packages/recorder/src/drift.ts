import type { Json } from '@seam-acs/spec/model'
import { isClosed, type KnownSchemas, listValues, type Schemas } from './known-schemas.ts'
import { formOf } from './redact/pseudonyms.ts'
import { type Exchange, mediaTypeOf } from './recording/recording.ts'
import { codes } from './redact/redact-values.ts'

/**
 * How the shape of a response differs from the recorded one, one line each: properties, types, formats, the precision of
 * date-times, codes of errors and warnings, and values that a closed enum does not have. Other values do not matter.
 */
export function findDrift(known: KnownSchemas, recorded: Exchange, now: Exchange): string[] {
  const { path, method } = recorded.request
  const [before, after] = [recorded.response, now.response]
  const mediaTypes = [before, after].map(({ headers }) => mediaTypeOf(headers) ?? 'none')
  const shapes = [before, after].map(({ status, body, text }) => {
    const shape = new Map<string, Set<string>>()
    if (text !== undefined) shape.set('', new Set([`text ${JSON.stringify(text)}`]))
    if (body !== undefined) describe(shape, body, known.response(path, method, status), '')
    return shape
  })
  const lines = [
    ...(before.status === after.status
      ? []
      : [`status changed ${before.status} → ${after.status}${nameError(after.body)}`]),
    ...(mediaTypes[0] === mediaTypes[1] ? [] : [`content type changed ${mediaTypes[0]} → ${mediaTypes[1]}`]),
  ]
  // With another status everything differs, so the details say nothing.
  return before.status === after.status ? [...lines, ...compare(shapes[0]!, shapes[1]!)] : lines

  function describe(shape: Map<string, Set<string>>, value: Json, schemas: Schemas, at: string): void {
    const types = shape.get(at) ?? new Set()
    shape.set(at, types.add(nameType(value, schemas, at)))
    if (Array.isArray(value)) {
      for (const item of value) describe(shape, item, known.items(schemas), `${at}/*`)
    } else if (typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) describe(shape, value[name], known.child(schemas, name), `${at}/${name}`)
    }
  }
}

/** Why the server rejects the request now, which shows what to `--set`. */
function nameError(body: Json): string {
  const { type, message } = body?.error ?? {}
  return typeof type === 'string' ? ` ${type}: ${message}` : ''
}

function nameType(value: Json, schemas: Schemas, at: string): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value !== 'string') return typeof value
  if (isClosed(schemas) && !listValues(schemas).includes(value)) {
    return `a new value, not one of ${listValues(schemas).join(', ')}`
  }
  if (schemas.length > 0 && codes.has(at.split('/').at(-1)!)) return `"${value}"`
  const form = formOf(value)
  if (form === 'date-time') return `date-time with ${/\.(\d+)/.exec(value)?.[1]!.length ?? 0} decimals`
  return form === 'uuid' ? 'uuid' : 'string'
}

function compare(before: Map<string, Set<string>>, after: Map<string, Set<string>>): string[] {
  const list = (types: Set<string>) => [...types].toSorted().join(' or ')
  const isOwnDifference = (at: string, other: Map<string, Set<string>>) =>
    !other.has(at) && (at === '' || other.has(at.slice(0, at.lastIndexOf('/'))))
  const shown = (at: string) => at || 'the body'
  return [
    ...[...before.keys()].flatMap((at) => {
      const now = after.get(at)
      if (!now) return isOwnDifference(at, after) ? [`- ${shown(at)} ${list(before.get(at)!)}`] : []
      return list(before.get(at)!) === list(now)
        ? []
        : [`type changed ${shown(at)} ${list(before.get(at)!)} → ${list(now)}`]
    }),
    ...[...after.keys()]
      .filter((at) => isOwnDifference(at, before))
      .map((at) => `+ ${shown(at)} ${list(after.get(at)!)}`),
  ]
}
