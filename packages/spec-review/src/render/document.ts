/** A piece of a line. A string is text as it is: each renderer escapes it in its own way. */
export type Inline =
  | string
  | { code: string }
  | { strong: Inline[] }
  | { small: Inline[] }
  | { link: string; text: Inline[] }

/** What a report consists of, before it is Markdown or HTML. */
export type Block =
  | { type: 'title' | 'heading' | 'paragraph'; content: Inline[] }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'list'; items: Item[] }
  | { type: 'fold'; summary: Inline[]; blocks: Block[] }
  | { type: 'code'; language: string; text: string }

/** A first line, and lines below it that belong to it. */
export interface Item {
  line: Inline[]
  below?: Inline[][]
}

export const code = (text: string): Inline => ({ code: text })
export const strong = (...content: Inline[]): Inline => ({ strong: content })
export const small = (...content: Inline[]): Inline => ({ small: content })

/** A link where an address is known, else its text. The address does not come from a spec. */
export const link = (address: string | undefined, ...text: Inline[]): Inline[] =>
  address === undefined ? text : [{ link: address, text }]

export const list = (items: Item[]): Block => ({ type: 'list', items })
export const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
export const fold = (summary: Inline[], ...blocks: Block[]): Block => ({ type: 'fold', summary, blocks })

/** The engine puts names between backticks. */
export function readMessage(message: string): Inline[] {
  return message
    .split(/(`[^`]+`)/)
    .filter(Boolean)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : part))
}

/** Joins with a separator, as `Array.join` does. */
export function join(parts: Inline[][], separator: string): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]))
}

export const count = (number: number, singular: string, plural = `${singular}s`) =>
  `${number} ${number === 1 ? singular : plural}`
