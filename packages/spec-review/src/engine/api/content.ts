import type { Usage } from '../../change.ts'
import { isWithinRange, normaliseMediaType } from '../../document/media-type.ts'
import { asObject, type JsonObject } from '../../document/json.ts'
import { compareKeywords, compareSchema, enterAll, listExtensions, type Both, type Context } from '../context.ts'
import { compareEncoding } from './encoding.ts'
import { compareUnknown } from './unknown.ts'

/** What is sent or answered, by media type. */
export function compareContent(context: Context, both: Both, usage: Usage): void {
  const all = enterAll(context, both, normaliseMediaType)
  const ranges = [...all].filter(([name]) => name.endsWith('/*'))
  for (const [mediaType, media] of all) {
    const place: Usage = { ...usage, mediaType }
    const rangeOf = (version: 'base' | 'head') =>
      ranges.find(([range, other]) => other[version] && isWithinRange(mediaType, range))?.[1][version]
    const matched = { base: media.base ?? rangeOf('base'), head: media.head ?? rangeOf('head') }
    const isNarrowedRange = [...all].some(([name, other]) => other.head && isWithinRange(name, mediaType))
    if (!media.base || !media.head) noteMissing(context, media, matched, place, isNarrowedRange)
    if (matched.base && matched.head) compareMedia(context, matched, place)
  }
}

/** Who sends what a range holds is still served; who reads gets no more than before where a range is narrowed. */
function noteMissing(context: Context, media: Both, matched: Both, usage: Usage, isNarrowedRange: boolean): void {
  const { mediaType, side } = usage
  const isAdded = media.head !== undefined
  const isHeld = matched.head !== undefined || (side === 'response' && isNarrowedRange)
  const { pointer } = (media.head ?? media.base)!
  const rule = isAdded ? 'media-type-added' : isHeld ? 'media-type-changed' : 'media-type-removed'
  const says = isAdded ? `may now be \`${mediaType}\`` : `is no longer listed as \`${mediaType}\``
  context.collector.note({ rule, level: isAdded || isHeld ? 'minor' : 'major', pointer, says }, usage)
}

function compareMedia(context: Context, media: Both, usage: Usage): void {
  const isForm = /^(multipart\/|application\/x-www-form-urlencoded)/.test(usage.mediaType!)
  const wording = ['example', 'examples', ...(isForm ? [] : ['encoding']), ...listExtensions(media)]
  compareKeywords(context, media, wording, { rule: 'wording-changed', level: 'patch' }, usage)
  if (isForm) compareEncoding(context, media, usage)
  compareUnknown(context, media, 'mediaType', usage)
  const [isFile, isFileAfter] = [media.base!, media.head!].map(({ node }) => isAnyFile(node, usage.mediaType!))
  if (!isFile || !isFileAfter) compareSchema(context, media, usage)
}

/** A file is said without a schema, or as a string of any bytes: neither says more than the media type. */
function isAnyFile({ schema }: JsonObject, mediaType: string): boolean {
  if (/json|xml|^text\/|^multipart\/|urlencoded/.test(mediaType)) return false
  const { type, format, contentMediaType, contentEncoding, ...rest } = asObject(schema)
  const isPlain = Object.keys(rest).every((key) => ['description', 'example', 'examples', 'title'].includes(key))
  if (schema === undefined || (isPlain && type === undefined && format === undefined)) return true
  const isOctets =
    format === 'binary' || contentMediaType === 'application/octet-stream' || contentMediaType === mediaType
  return isPlain && type === 'string' && isOctets && contentEncoding === undefined
}
