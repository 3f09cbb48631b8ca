import { words } from '../../../document/json.ts'
import { readKeyword, type View } from '../view.ts'

/** Keywords that look at a value of any type, so that they would leak from one branch to the other. */
const CROSS_TYPE = ['not', 'if', '$dynamicRef', 'x-extensible-enum']

/** Whether each keyword of a view speaks of one type only, so that views of different types can be said as one. */
export function isSimple(view: View): boolean {
  return (
    view.unions.length === 0 &&
    view.knownValues.length === 0 &&
    CROSS_TYPE.every((keyword) => readKeyword(view, keyword).length === 0)
  )
}

const ANNOTATIONS = [
  ...words('$comment $ref allOf deprecated description example examples'),
  ...words('externalDocs title type'),
]
const VALUES = [...ANNOTATIONS, 'anyOf', 'const', 'enum', 'oneOf']
const UNION = [...ANNOTATIONS, 'anyOf', 'discriminator', 'oneOf']

export function isNull({ types }: View): boolean {
  return types.size === 1 && types.has('null')
}

/** A type and nothing else. */
export function isPlain(view: View): boolean {
  return isSimple(view) && view.values === undefined && isBare(view, ANNOTATIONS)
}

/** Values and nothing else. */
export const isListOnly = (view: View) => isBare(view, VALUES) && (view.values !== undefined || isNull(view))

/** A union and nothing else that could be said beside it. */
export const isUnionOnly = (view: View) => isBare({ parts: view.parts.filter((part) => !part.isMerged) }, UNION)

function isBare({ parts }: Pick<View, 'parts'>, keywords: string[]): boolean {
  return parts.every(({ node }) => Object.keys(node).every((key) => keywords.includes(key) || key.startsWith('x-')))
}
