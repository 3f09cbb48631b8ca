import type { Usage } from '../../change.ts'
import { compareKeywords, compareSchema, enterAll, listExtensions, type Both, type Context } from '../context.ts'

/** What is sent or answered, by media type. */
export function compareContent(context: Context, both: Both, usage: Usage): void {
  for (const [mediaType, media] of enterAll(context, both, normaliseMediaType)) {
    const place: Usage = { ...usage, mediaType }
    if (media.base && media.head) compareMedia(context, media, place)
    else {
      const isAdded = media.head !== undefined
      const rule = isAdded ? 'media-type-added' : 'media-type-removed'
      const { pointer } = (media.head ?? media.base)!
      const says = isAdded ? `may now be \`${mediaType}\`` : `may no longer be \`${mediaType}\``
      context.collector.note({ rule, level: isAdded ? 'minor' : 'major', pointer, says }, place)
    }
  }
}

function compareMedia(context: Context, media: Both, usage: Usage): void {
  const wording = ['example', 'examples', ...listExtensions(media)]
  compareKeywords(context, media, wording, { rule: 'wording-changed', level: 'patch' }, usage)
  compareKeywords(context, media, ['encoding'], { rule: 'encoding-changed', level: 'major' }, usage)
  compareSchema(context, media, usage)
}

/** `application/json; charset=utf-8` is `application/json`: JSON has one character set. */
function normaliseMediaType(mediaType: string): string {
  return mediaType.split(';')[0]!.trim().toLowerCase()
}
