import { document } from '../src/contract/document/document.ts'
import { operations } from '../src/contract/pages/pages.ts'
import { listOwnFacts, listProperties, type Fact } from '../test/helpers/facts.ts'
import { plain, readText } from '../test/helpers/site.ts'

/** Blanks do not count, because generators break lines differently. */
const squeeze = (text: string) => text.replaceAll(/\s+/g, '')

/** Every different text of the bundle that a reader has to find: names, descriptions, values, headers, statuses. */
function listTexts(): Set<string> {
  const literals: string[] = [document.info.title, document.info.version]
  const prose: (string | undefined)[] = [document.info.summary, document.info.description]
  for (const [name, schema] of Object.entries(document.components!.schemas!)) {
    literals.push(name)
    add(listOwnFacts(schema, name))
  }
  for (const { name, facts } of listProperties()) {
    literals.push(name)
    add(facts)
  }
  for (const { method, path, id, summary, description, responses, scenarios } of operations) {
    literals.push(method, path, id, summary)
    prose.push(description)
    for (const response of responses) {
      literals.push(response.status, ...response.headers.map(({ property }) => property))
      prose.push(response.description, ...response.headers.map((header) => header.description))
      for (const example of response.contents.flatMap(({ examples }) => examples)) addExample(example)
    }
    for (const scenario of scenarios) addExample(scenario)
  }
  const texts = [...literals, ...prose.filter((text) => text !== undefined).map(plain)]
  return new Set(texts.map(squeeze).filter((text) => text !== ''))

  function add(facts: Iterable<Fact>) {
    for (const { text, isMarkdown } of facts) (isMarkdown ? prose : literals).push(text)
  }

  function addExample({
    summary,
    description,
    value,
  }: {
    summary: string
    description: string | undefined
    value: unknown
  }) {
    literals.push(summary, ...listStrings(value))
    prose.push(description)
  }
}

/** As they are in the JSON of an example. */
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [JSON.stringify(value).slice(1, -1)]
  return typeof value === 'object' && value ? Object.values(value).flatMap(listStrings) : []
}

const texts = listTexts()

/** How many of the facts all pages of a site have together without a script, in percent. */
export function measureFacts(pages: string[]): number {
  const content = pages.map((html) => squeeze(readText(html))).join(' ')
  return ([...texts].filter((text) => content.includes(text)).length / texts.size) * 100
}
