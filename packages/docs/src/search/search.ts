import { adopt, element } from '../browser/elements.ts'
import { loadPart } from '../browser/load-part.ts'
import { find } from './find.ts'
import type { Manifest, Postings, Result } from './index-parts.ts'
import styles from './search.css'

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
const dialog = element(
  'dialog',
  { class: 'search', 'aria-label': 'Search', closedby: 'any' },
  element('div', { class: 'query' }, input, close),
  list,
  status,
)

adopt(styles)
document.body.append(dialog)
docs.search = () => {
  if (!dialog.open) dialog.showModal()
  input.select()
}

let last = 0
let active = -1

async function search() {
  const turn = ++last
  try {
    const results = await find(input.value, source)
    // A part of the index may come later than the answer to what was typed next.
    if (turn === last) show(results)
  } catch {
    status.textContent = 'The index could not be loaded.'
  }
}

function show(results: Result[]) {
  const { root } = document.documentElement.dataset
  list.replaceChildren(
    ...results.map(([kind, name, place, text, address], index) =>
      element(
        'a',
        { role: 'option', id: `search-${index}`, href: `${root}${address}`, tabindex: '-1', 'aria-selected': 'false' },
        element('span', { class: 'name' }, element('b', {}, name), ' ', element('small', {}, place)),
        element('span', { class: 'kind' }, kind),
        text !== '' && element('span', { class: 'text' }, text),
      ),
    ),
  )
  list.hidden = results.length === 0
  list.scrollTop = 0
  input.setAttribute('aria-expanded', String(results.length > 0))
  const count = results.length === 1 ? '1 result' : `${results.length} results`
  status.textContent = input.value.trim() === '' ? '' : results.length > 0 ? count : 'Nothing has this name or word.'
  activate(results.length > 0 ? 0 : -1)
}

function activate(index: number) {
  list.children[active]?.setAttribute('aria-selected', 'false')
  active = index
  const chosen = list.children[active]
  chosen?.setAttribute('aria-selected', 'true')
  chosen?.scrollIntoView({ block: 'nearest' })
  if (chosen) input.setAttribute('aria-activedescendant', chosen.id)
  else input.removeAttribute('aria-activedescendant')
}

input.addEventListener('input', () => void search())
input.addEventListener('keydown', (event) => {
  const count = list.childElementCount
  const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 + count }
  const moved = moves[event.key]
  if (event.key === 'Enter') (list.children[active] as HTMLElement | undefined)?.click()
  else if (moved !== undefined && count > 0) activate(moved % count)
  else return
  event.preventDefault()
})
list.addEventListener('click', (event) => {
  // A result that opens elsewhere leaves the others in view.
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close()
})
close.addEventListener('click', () => dialog.close())
