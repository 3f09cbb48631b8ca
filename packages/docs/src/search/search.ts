import { adopt, element } from '../browser/elements.ts'
import { loadPart } from '../browser/load-part.ts'
import { find } from './find.ts'
import type { Manifest, Postings, Result } from './index-parts.ts'
import styles from './search.css'
import { splitWords } from './words.ts'

/** Set when the site is built. */
declare const MANIFEST: Manifest

const source = {
  manifest: MANIFEST,
  loadWords: (part: number) => loadPart<Record<string, Postings>>(`search/words-${part}`),
  loadEntries: (part: number) => loadPart<Result[]>(`search/entries-${part}`),
}

const input = element('input', {
  type: 'search',
  role: 'combobox',
  'aria-label': 'Search',
  'aria-autocomplete': 'list',
  'aria-controls': 'search-results',
  'aria-expanded': 'false',
  autocomplete: 'off',
  spellcheck: 'false',
  placeholder: 'A name, a value or a word',
})
const close = element('button', { type: 'button' }, 'Close')
const list = element('div', { id: 'search-results', role: 'listbox', 'aria-label': 'Results', hidden: true })
const status = element('p', { role: 'status' })
const slash = element('input', { type: 'checkbox' })
slash.checked = docs.store['slash'] !== 'off'
const dialog = element(
  'dialog',
  { class: 'search', 'aria-label': 'Search', closedby: 'any' },
  element('div', { class: 'query' }, input, close),
  list,
  element('div', { class: 'foot' }, status, element('label', {}, slash, ' Open with the key /')),
)

adopt(styles)
document.body.append(dialog)
docs.search = () => {
  if (!dialog.open) dialog.showModal()
  const { typed } = docs
  docs.typed = undefined
  if (typed) {
    // What was typed while this script was loading.
    input.value = typed
    void search()
  } else input.select()
}

let last = 0
let active = -1
let options: HTMLElement[] = []

async function search() {
  const turn = ++last
  try {
    const results = await find(input.value, source)
    // A part of the index can arrive after the results of the next query.
    if (turn === last) show(results)
  } catch {
    status.textContent = 'The search index could not be loaded.'
  }
}

function show(results: Result[]) {
  const words = splitWords(input.value)
  let index = 0
  list.replaceChildren(
    ...[...Map.groupBy(results, ([kind, name]) => `${kind} ${name}`)].map(([label, [first, ...others]]) => {
      const [kind, name, place, text] = first!
      const shown = createOption(
        first!,
        index++,
        element('span', { class: 'name' }, element('b', {}, ...mark(name, words)), ' ', element('small', {}, place)),
        element('span', { class: 'kind' }, kind),
        text !== '' && element('span', { class: 'text' }, ...mark(text, words)),
      )
      if (others.length === 0) return shown
      // The same name in several places is one entry.
      const more = others.map((other) =>
        createOption(other, index++, element('span', { class: 'name' }, 'also in ', element('small', {}, other[2]))),
      )
      return element('div', { role: 'group', 'aria-label': label }, shown, ...more)
    }),
  )
  options = [...list.querySelectorAll<HTMLElement>('[role=option]')]
  list.hidden = results.length === 0
  list.scrollTop = 0
  input.setAttribute('aria-expanded', String(results.length > 0))
  const count = results.length === 1 ? '1 result' : `${results.length} results`
  status.textContent = input.value.trim() === '' ? '' : results.length > 0 ? count : 'No results'
  activate(results.length > 0 ? 0 : -1)
}

function createOption([, , , , address]: Result, index: number, ...parts: (Node | false)[]) {
  const { root } = document.documentElement.dataset
  const href = `${root}${address}`
  const id = `search-${index}`
  return element('a', { role: 'option', id, href, tabindex: '-1', 'aria-selected': 'false' }, ...parts)
}

/** A text with the words of the query marked in it. */
function mark(text: string, words: string[]): (Node | string)[] {
  const pattern = new RegExp(`(${words.join('|')})`, 'iu')
  return text
    .split(pattern)
    .flatMap((part, place) => (place % 2 === 1 ? element('mark', {}, ...allowBreaks(part)) : allowBreaks(part)))
}

/** A long name breaks after an underscore, and not inside a word. */
const allowBreaks = (text: string) =>
  text.split(/(?<=_)/).flatMap((part) => (part.endsWith('_') ? [part, element('wbr')] : [part]))

function activate(index: number) {
  options[active]?.setAttribute('aria-selected', 'false')
  active = index
  const chosen = options[active]
  chosen?.setAttribute('aria-selected', 'true')
  chosen?.scrollIntoView({ block: 'nearest' })
  if (chosen) input.setAttribute('aria-activedescendant', chosen.id)
  else input.removeAttribute('aria-activedescendant')
}

input.addEventListener('input', () => void search())
input.addEventListener('keydown', (event) => {
  const count = options.length
  const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 + count }
  const moved = moves[event.key]
  if (event.key === 'Enter') options[active]?.click()
  // The browser's own Escape empties the field first.
  else if (event.key === 'Escape') dialog.close()
  else if (moved !== undefined && count > 0) activate(moved % count)
  else return
  event.preventDefault()
})
list.addEventListener('click', (event) => {
  // A result that opens elsewhere leaves the others in view.
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close()
})
slash.addEventListener('change', () => (docs.store['slash'] = slash.checked ? 'on' : 'off'))
close.addEventListener('click', () => dialog.close())
