import type { Usage } from '../../change.ts'
import { compareContent } from './content.ts'
import { compareKeywords, enterBoth, listExtensions, type Context } from '../context.ts'
import { compareUnknown } from './unknown.ts'
import type { Operation } from './operation.ts'

export function compareBody(context: Context, { both, name, sides }: Operation): void {
  const body = enterBoth(context, both, 'requestBody')
  const usage: Usage = { operation: name, side: sides.request, steps: [] }
  const [before, after] = [body.base, body.head].map((place) => place?.node['required'] === true)
  if (!body.base && !body.head) return
  if (!body.base || !body.head) {
    const { pointer } = (body.head ?? body.base)!
    const rule = body.head ? (after ? 'required-body-added' : 'body-added') : 'body-removed'
    const says = body.head ? (after ? 'is new and required' : 'is new') : 'is removed'
    context.collector.note({ rule, level: body.head && !after ? 'minor' : 'major', pointer, says }, usage)
    return
  }
  if (before !== after) {
    const pointer = `${(after ? body.head : body.base).pointer}/required`
    const rule = after ? 'body-became-required' : 'body-became-optional'
    const says = after ? 'is now required' : 'may now be missing'
    context.collector.note({ rule, level: after ? 'major' : 'minor', pointer, says, before, after }, usage)
  }
  const wording = ['description', ...listExtensions(body)]
  compareKeywords(context, body, wording, { rule: 'wording-changed', level: 'patch' }, usage)
  compareUnknown(context, body, 'requestBody', usage)
  compareContent(context, enterBoth(context, body, 'content'), usage)
}
