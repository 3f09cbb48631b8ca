import type { Context, Schema, Visitor } from '../redocly.ts'

const isSentence = (line: string) => /^[A-Z`"'].*\.$/.test(line)
const isHeadingOrItem = (line: string) => /^(#+|[-*]|\d+\.) /.test(line)

const findFlaw = (text: string, mayHaveLayout: boolean) => {
  const lines = text.split('\n')
  return lines.find((line) => {
    const isBlankBetween = line === '' && lines.length > 1
    return !isBlankBetween && !isSentence(line) && !(mayHaveLayout && isHeadingOrItem(line))
  })
}

/** A description has whole sentences in each line. Only those of the document and its operations have headings and lists. */
export const descriptionSentences = (): Visitor => {
  const check = (node: Schema, { location, report, type }: Context) => {
    const texts = Object.entries(node['x-enumDescriptions'] ?? {}).map(([value, text]) => ({
      text: String(text),
      place: location.child(['x-enumDescriptions', value]),
    }))
    if (typeof node.description === 'string')
      texts.push({ text: node.description, place: location.child('description') })
    for (const { text, place } of texts) {
      const flaw = findFlaw(text, ['Info', 'Operation'].includes(type.name))
      if (flaw === undefined) continue
      report({
        message: `Make each line a sentence, from a capital letter to a full stop: "${flaw}".`,
        location: place,
      })
    }
  }
  // `ref` visits a description beside a `$ref`.
  return { any: check, ref: check }
}
