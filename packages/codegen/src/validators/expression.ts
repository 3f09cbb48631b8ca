import { camelCase } from '@seam-acs/spec/model'
import { toKey } from '../quote.ts'

/** A piece of TypeScript, whose parts may be expressions of their own; one with a name can become a constant. */
export interface Expression {
  name?: string
  /** The type of the constant. */
  type?: string
  parts: (string | Expression)[]
  /** For a reference, from inside of it, to an expression that then becomes a constant. */
  refersTo?: Expression
}

type Part = string | Expression

export function toArray(items: Part[]): Expression {
  return { parts: ['[', ...separate(items), ']'] }
}

/** A call of a function. */
export function toCall(name: string, parameters: Part[]): Expression {
  return { parts: [`${name}(`, ...separate(parameters), ')'] }
}

const separate = (items: Part[]) => items.flatMap((item, index) => (index > 0 ? [', ', item] : [item]))

/** An object literal, with a line for each member if it `isBroken`. */
export function toObject(members: [key: string, value: Part][], isBroken = false): Expression {
  if (members.length === 0) return { parts: ['{}'] }
  const [open, separator, close] = isBroken ? ['{\n', ',\n', ',\n}'] : ['{ ', ', ', ' }']
  const entries = members.flatMap(([key, value], index) => [index > 0 ? separator : open, `${toKey(key)}: `, value])
  return { parts: [...entries, close] }
}

/**
 * Prepares to write expressions such that each that has a name and occurs more than once becomes a constant.
 * Rendering adds to `constants` what it uses.
 *
 * @param reserved Names that no constant can have.
 */
export function shareRepeated(
  roots: Expression[],
  reserved: string[],
): { constants: string[]; render: (part: Part) => string } {
  const counts = new Map<string, number>()
  const names = new Map<string, string>()
  const defined = new Set<string>()
  const constants: string[] = []
  /** What is only read later, so that it can have its constant after those that refer to it. */
  const references = new Set<Expression>()
  for (const root of roots) count(root)
  return { constants, render }

  function count(part: Part): void {
    if (typeof part === 'string') return
    const text = flatten(part)
    counts.set(text, (counts.get(text) ?? 0) + 1)
    // What is inside of one without a name occurs as often as it does.
    if (part.name && counts.get(text)! > 1) return
    // Once for itself and once for the reference.
    if (part.refersTo) [part.refersTo, part.refersTo].forEach(count)
    part.parts.forEach(count)
  }

  function render(part: Part): string {
    const text = write(part)
    // Writing them can add others.
    for (const reference of references) define(reference)
    return text
  }

  function write(part: Part): string {
    if (typeof part === 'string') return part
    if (part.refersTo) {
      references.add(part.refersTo)
      return nameOf(part.refersTo)
    }
    if (!part.name || counts.get(flatten(part)) === 1) return part.parts.map(write).join('')
    define(part)
    return nameOf(part)
  }

  function define(part: Expression): void {
    const name = nameOf(part)
    if (defined.has(name)) return
    defined.add(name)
    constants.push(`const ${name}: ${part.type} = ${asPure(part.parts.map(write).join(''))}`)
  }

  function nameOf(part: Expression): string {
    const flat = flatten(part)
    const name = names.get(flat) ?? findFreeName(camelCase(part.name!.replaceAll(/\W+/g, '_')).replace(/^\d/, '_$&'))
    names.set(flat, name)
    return name
  }

  function findFreeName(name: string): string {
    const taken = new Set([...reserved, ...names.values()])
    // Another expression may have the same name.
    const candidates = Array.from({ length: taken.size + 1 }, (_, index) => `${name}${index > 0 ? index + 1 : ''}`)
    return candidates.find((candidate) => !taken.has(candidate))!
  }
}

/** Lets a bundler leave out an expression that nothing needs, although it calls functions. */
export const asPure = (expression: string) =>
  `/* @__PURE__ */ (() => ${expression.startsWith('{') ? `(${expression})` : expression})()`

/** The text of an expression; a reference counts as the name of what it refers to. */
function flatten({ parts, refersTo }: Expression): string {
  if (refersTo) return `reference to ${refersTo.name}`
  return parts.map((part) => (typeof part === 'string' ? part : flatten(part))).join('')
}

/** Indents lines by the brackets that they end and begin with. */
export function indent(text: string): string {
  let depth = 0
  return text
    .split('\n')
    .map((line) => {
      if (/^[\]})]/.test(line)) depth -= 1
      const indented = line && '  '.repeat(depth) + line
      if (/[[{(]$/.test(line)) depth += 1
      return indented
    })
    .join('\n')
}
