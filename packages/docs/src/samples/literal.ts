/** How a language writes values. Lists and objects come as their written members, each on a line of its own. */
export interface Syntax {
  text(value: string): string
  /** `null`, `true` and `false`. */
  constants: [none: string, yes: string, no: string]
  list: [open: string, close: string, empty: string]
  object: [open: string, close: string, empty: string]
  /** A key with what separates it from its value: `"code": `. */
  key(name: string): string
  /** Whether the last member has a comma too. */
  trailingComma: boolean
  indent: string
}

/** A JSON value in a language's own words, its lines after the first indented by `margin`. */
export function writeLiteral(value: unknown, syntax: Syntax, margin = ''): string {
  const [none, yes, no] = syntax.constants
  if (value === null || value === undefined) return none
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'string') return syntax.text(value.toWellFormed())
  if (typeof value === 'number') return String(value)
  if (JSON.isRawJSON(value)) return value.rawJSON
  const inner = margin + syntax.indent
  const members = Array.isArray(value)
    ? value.map((item) => writeLiteral(item, syntax, inner))
    : Object.entries(value).map(([name, item]) => syntax.key(name) + writeLiteral(item, syntax, inner))
  const [open, close, empty] = Array.isArray(value) ? syntax.list : syntax.object
  if (members.length === 0) return empty
  return `${open}\n${members.map((member) => inner + member).join(',\n')}${syntax.trailingComma ? ',' : ''}\n${margin}${close}`
}

/** A text in double quotes with JSON's escapes, which Python, JavaScript and (but for `#`) Ruby understand. */
export const quote = (text: string) => JSON.stringify(text.toWellFormed())

/** A text in single quotes with JavaScript's escapes. */
export const quoteSingle = (text: string) =>
  `'${quote(text)
    .slice(1, -1)
    .replaceAll(/\\"|'/g, (found) => (found === "'" ? String.raw`\'` : '"'))}'`

/** A quoted `__proto__` would set the prototype. */
function writeKey(name: string): string {
  if (name === '__proto__') return `[${quoteSingle(name)}]`
  return /^[a-z_$][\w$]*$/i.test(name) ? name : quoteSingle(name)
}

export const typescript: Syntax = {
  text: quoteSingle,
  constants: ['null', 'true', 'false'],
  list: ['[', ']', '[]'],
  object: ['{', '}', '{}'],
  key: (name) => `${writeKey(name)}: `,
  trailingComma: true,
  indent: '  ',
}

export const python: Syntax = {
  text: quote,
  constants: ['None', 'True', 'False'],
  list: ['[', ']', '[]'],
  object: ['{', '}', '{}'],
  key: (name) => `${quote(name)}: `,
  trailingComma: true,
  indent: '    ',
}

export const quoteRuby = (text: string) => quote(text).replaceAll('#', String.raw`\#`)

export const ruby: Syntax = {
  text: quoteRuby,
  constants: ['nil', 'true', 'false'],
  list: ['[', ']', '[]'],
  object: ['{', '}', '{}'],
  key: (name) => (/^[a-z_]\w*$/i.test(name) ? `${name}: ` : `${quoteRuby(name)} => `),
  trailingComma: true,
  indent: '  ',
}

export const quotePhp = (text: string) => `'${text.replaceAll(/[\\']/g, (found) => `\\${found}`)}'`

export const php: Syntax = {
  text: quotePhp,
  constants: ['null', 'true', 'false'],
  list: ['[', ']', '[]'],
  object: ['[', ']', 'new stdClass()'],
  key: (name) => `${quotePhp(name)} => `,
  trailingComma: true,
  indent: '    ',
}
