import { createHighlighterCore, type GrammarState, type ThemedToken } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import csharp from 'shiki/langs/csharp.mjs'
import go from 'shiki/langs/go.mjs'
import java from 'shiki/langs/java.mjs'
import json from 'shiki/langs/json.mjs'
import php from 'shiki/langs/php.mjs'
import python from 'shiki/langs/python.mjs'
import ruby from 'shiki/langs/ruby.mjs'
import shellscript from 'shiki/langs/shellscript.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import { escapeText } from './markdown.ts'

/** Classes instead of colours, because the policy of the pages forbids inline styles. `site.css` gives each its colour. */
const classes: Record<string, string[]> = {
  k: ['keyword', 'storage', 'variable.language'],
  c: ['comment'],
  s: ['string', 'punctuation.definition.string', 'constant.character.escape'],
  n: ['constant.numeric', 'constant.language'],
  f: ['entity.name.function', 'support.function'],
}
const plain = '#000000'
const names = Object.keys(classes)
/** Shiki only outputs colours: the last digit is the index of the class. */
const color = (name: string) => `#00000${names.indexOf(name) + 1}`

const theme = {
  name: 'classes',
  fg: plain,
  bg: '#ffffff',
  settings: [
    ...names.map((name) => ({ scope: classes[name]!, settings: { foreground: color(name) } })),
    // Keys stay plain, or everything would have a colour.
    {
      scope: ['support.type.property-name', 'string.json support', 'meta.object-literal.key'],
      settings: { foreground: plain },
    },
  ],
}

const highlighter = await createHighlighterCore({
  themes: [theme],
  langs: [csharp, go, java, json, php, python, ruby, shellscript, typescript],
  engine: createOnigurumaEngine(import('shiki/wasm')),
})

/** Between two lines of code: what the grammar is inside of, and the lines that were highlighted there before. */
interface Place {
  state: GrammarState | undefined
  lines: Map<string, { html: string; next: Place }>
}
const places = new Map<string, Place[]>()

/** Code as HTML, with a class around what has a colour. Most lines of samples are alike, so each is highlighted once. */
export function highlight(code: string, language: string): string {
  if (language === 'text') return escapeText(code)
  let place = findPlace(language, undefined)
  return code
    .trimEnd()
    .split('\n')
    .map((line) => {
      const known = place.lines.get(line) ?? highlightLine(line, language, place)
      place.lines.set(line, known)
      place = known.next
      return known.html
    })
    .join('\n')
}

function highlightLine(line: string, lang: string, { state }: Place) {
  // No time limit: on a busy machine, it would cut the highlighting short and change the page.
  const options = { lang, theme: 'classes', tokenizeTimeLimit: 0, ...(state && { grammarState: state }) }
  const { tokens, grammarState } = highlighter.codeToTokens(line, options)
  return { html: join(tokens[0]!).map(render).join(''), next: findPlace(lang, grammarState) }
}

/** The place with this state: two states that are equal have the same lines. */
function findPlace(language: string, state: GrammarState | undefined): Place {
  const known = places.get(language) ?? []
  places.set(language, known)
  const isSame = (place: Place) => {
    const [one, other] = [place.state, state].map((each) => each?.getInternalStack())
    return one && other ? one.equals(other) : one === other
  }
  const place = known.find(isSame) ?? { state, lines: new Map() }
  if (!known.includes(place)) known.push(place)
  return place
}

/** Merges neighbours of the same class, and spaces with the text before them, which halves the markup. */
function join(line: ThemedToken[]): { content: string; name: string | undefined }[] {
  const joined: { content: string; name: string | undefined }[] = []
  for (const { content, color: found } of line) {
    const name = names.find((known) => color(known) === found?.toLowerCase())
    const last = joined.at(-1)
    if (last && (last.name === name || content.trim() === '')) last.content += content
    else joined.push({ content, name })
  }
  return joined
}

const render = ({ content, name }: { content: string; name: string | undefined }) =>
  name ? `<span class=${name}>${escapeText(content)}</span>` : escapeText(content)
