// Runs in the head, before anything is shown, and is all the script of a first load. What a control does is in a script
// of its own, loaded when the control is first used: `data-script="page"` loads page.js and calls `docs.page(control)`.
const { documentElement: html } = document
const loading = {}
let store = {}
try {
  store = localStorage
} catch {} // Storage may be forbidden.

html.className = 'js'
html.dataset.theme = store.theme ?? ''

globalThis.docs = { store }

const run = (control) => {
  const name = control.dataset.script ?? 'page'
  // Letters typed before the dialog is there go into it.
  if (name === 'search' && !docs.search) docs.typed ??= ''
  loading[name] ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `${html.dataset.root}${name}.js`
    script.addEventListener('load', resolve)
    script.addEventListener('error', reject)
    document.head.append(script)
  })
  loading[name].then(
    () => docs[name](control),
    () => {
      loading[name] = docs.typed = undefined
    },
  )
}

addEventListener('click', (event) => {
  const control = event.target.closest?.('button[data-script],dt>a,.title>a')
  if (!control || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (!control.href) event.preventDefault()
  run(control)
})
addEventListener('keydown', (event) => {
  const { key, target } = event
  if (docs.typed !== undefined && !event.ctrlKey && !event.metaKey) {
    if (key === 'Backspace') docs.typed = docs.typed.slice(0, -1)
    else if (key.length === 1) docs.typed += key
    else return
    event.preventDefault()
    return
  }
  const isTyped = target.closest?.('input:not([type=radio]),select,textarea')
  if (event.ctrlKey || event.metaKey ? key !== 'k' : key !== '/' || isTyped || store.slash === 'off') return
  event.preventDefault()
  run(document.querySelector('.find'))
})
addEventListener('change', ({ target }) => {
  if (!target.closest('.picks')) return
  store[target.name] = target.value
  if (target.dataset.from) run(target)
})
// The section of the page that is in view
const markSection = () => {
  const links = [...document.querySelectorAll('.here a')]
  const isAbove = ({ hash }) => document.getElementById(hash.slice(1)).getBoundingClientRect().top < 120
  // The last section can be too short to reach the top.
  const isEnd = scrollY > 0 && scrollY + innerHeight > html.scrollHeight - 9
  const current = isEnd ? links.at(-1) : links.findLast(isAbove)
  for (const link of links) link.ariaCurrent = link === current ? 'true' : null
}
addEventListener('scroll', markSection, { passive: true })
addEventListener('DOMContentLoaded', () => {
  markSection()
  for (const select of document.querySelectorAll('.picks select')) {
    const chosen = [...select.options].find(({ value }) => value === store[select.name])
    // A page from a folder may fetch nothing.
    if (!chosen || chosen.selected || (select.dataset.from && location.protocol === 'file:')) continue
    chosen.selected = true
    if (select.dataset.from) run(select)
  }
})
// Browsers open closed details for a link into them, but not all do, and none when going back.
const reveal = () => {
  for (let node = document.querySelector(':target'); node; node = node.parentElement)
    if ('open' in node) node.open = true
}
addEventListener('pageshow', reveal)
addEventListener('hashchange', reveal)
