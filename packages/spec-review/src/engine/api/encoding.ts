import type { Level, Side, Usage } from '../../change.ts'
import { isWithinRange, normaliseMediaType } from '../../document/media-type.ts'
import { enter, enterEach, type OpenApi, type Place } from '../../document/document.ts'
import { asObject, asText, isSame, type JsonObject } from '../../document/json.ts'
import { below } from '../../document/pointer.ts'
import { enterAll, enterBoth, listExtensions, compareKeywords, schemaOf, type Both, type Context } from '../context.ts'
import { readItem } from '../schema/items.ts'
import { readMember } from '../schema/members.ts'
import { readKeyword, type Reader, type View } from '../schema/view.ts'
import { readStyle } from './parameters/parameter-style.ts'
import { isList, isSingle } from './parameters/text-value.ts'
import { compareUnknown } from './unknown.ts'

/** How each property of a form is written. What only says what holds anyway says nothing. */
export function compareEncoding(context: Context, media: Both, usage: Usage): void {
  const encodings = enterAll(context, enterBoth(context, media, 'encoding'))
  for (const [name, both] of encodings) {
    const place: Usage = { ...usage, steps: [...usage.steps, name] }
    const pointer = (both.head ?? both.base)!.pointer
    const [before, after] = (['base', 'head'] as const).map((version) => {
      const reader = context.schemas[usage.side].readers[version]
      const property = readProperty(reader, media[version], name)
      return property && readEncoding(context[version], reader, property, both[version])
    })
    compareKeywords(context, both, listExtensions(both), { rule: 'wording-changed', level: 'patch' }, place)
    compareUnknown(context, both, 'encoding', place)
    // What is said of a property that is new, gone or unknown does not change how one is written.
    if (!before || !after) continue
    const note = (key: keyof Encoding, level: Level, says: string) =>
      context.collector.note(
        { rule: 'encoding-changed', level, pointer: below(pointer, key), says, before: before[key], after: after[key] },
        place,
      )
    for (const key of ['style', 'explode', 'allowReserved'] as const) {
      if (before[key] !== after[key]) note(key, 'major', `is written differently (\`${key}\`)`)
    }
    if (!isSame(before.contentType, after.contentType)) {
      const says = `is sent as ${sayAll(after.contentType)} instead of ${sayAll(before.contentType)}`
      note('contentType', levelOfTypes(before.contentType, after.contentType, usage.side), says)
    }
    if (!isSame(before.headers, after.headers)) {
      const isOnlyMore = Object.entries(after.headers).every(([header, value]) =>
        header in before.headers ? isSame(value, before.headers[header]) : asObject(value)['required'] !== true,
      )
      const isLess = Object.keys(before.headers).some((header) => !(header in after.headers))
      note('headers', isOnlyMore && !isLess ? 'minor' : 'major', 'has different headers')
    }
  }
}

interface Encoding {
  style: unknown
  explode: unknown
  allowReserved: unknown
  contentType: string[]
  headers: JsonObject
}

function readEncoding(
  document: OpenApi,
  reader: Reader,
  property: View,
  place: Place<JsonObject> | undefined,
): Encoding {
  const node = asObject(place?.node)
  const { contentType } = node
  const headers = [...enterEach(document, enter(document, place, 'headers'))]
  const { style, explode, allowReserved } = readStyle({ ...node, in: 'query' })
  const items = isList(property) ? readItem(property, 0) : undefined
  const types =
    contentType === undefined
      ? [readContentType(items ? reader.read(items) : property)]
      : asText(contentType).split(',')
  return {
    // A single value is written in one way.
    ...(isSingle(property.types)
      ? { style: undefined, explode: undefined, allowReserved }
      : { style, explode, allowReserved }),
    contentType: types.map(normaliseMediaType).toSorted(),
    headers: Object.fromEntries(headers.map(([name, header]) => [name.toLowerCase(), header.node])),
  }
}

/** The media type of a part that has none said. */
function readContentType(property: View): string {
  const says = (keyword: string, value?: string) =>
    readKeyword(property, keyword).some(({ node }) => value === undefined || node === value)
  const [mediaType] = readKeyword(property, 'contentMediaType')
  if (mediaType) return asText(mediaType.node)
  if (says('contentEncoding') || says('format', 'binary') || property.types.size === 7)
    return 'application/octet-stream'
  return isSingle(property.types) ? 'text/plain' : 'application/json'
}

function readProperty(reader: Reader, media: Place<JsonObject> | undefined, name: string): View | undefined {
  const { isNamed, places } = readMember(reader, reader.read(schemaOf(media)), name)
  return isNamed ? reader.read(places) : undefined
}

/** Who sends a type that goes breaks, and who reads one that is new. */
function levelOfTypes(before: string[], after: string[], side: Side): Level {
  const isHeld = (type: string, by: string[]) => by.some((other) => other === type || isWithinRange(type, other))
  const [given, wanted] = side === 'request' ? [before, after] : [after, before]
  return given.every((type) => isHeld(type, wanted)) ? 'minor' : 'major'
}

const sayAll = (types: string[]) => types.map((type) => `\`${type}\``).join(', ')
