// What the controls of every page do.
const { documentElement: html } = document

const say = (button, text) => {
  const label = button.textContent
  button.textContent = text
  setTimeout(() => (button.textContent = label), 1500)
}

const changeTheme = () => {
  const isDark = html.dataset.theme ? html.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  docs.store.theme = html.dataset.theme = isDark ? 'light' : 'dark'
}

/** Copies the code beside the button, but only the shown example: the card contains the others too. */
const copyCode = async (button) => {
  const code = [...button.parentElement.querySelectorAll('pre')].find((element) => element.checkVisibility())
  await navigator.clipboard.writeText(code.innerText)
}

/** A property's name is a link to it, which a click copies too. */
const copyLink = async (anchor) => {
  // A page that is not from a safe origin has no clipboard.
  if (!navigator.clipboard) return
  await navigator.clipboard.writeText(anchor.href)
  anchor.dataset.copied = ''
  setTimeout(() => delete anchor.dataset.copied, 1500)
}

const copyPage = async (button) => {
  const response = await fetch(button.dataset.source)
  await navigator.clipboard.writeText(await response.text())
}

/** The next example in a language, under the language's name. It is taken out of the page that has all. */
const takeExample = (language) => {
  const example = document.createElement('div')
  const title = language.firstElementChild.cloneNode(true)
  title.className = 'case'
  example.append(title, language.querySelector('pre'))
  return example
}

/**
 * Replaces the sample of each example by the samples in every language. It also runs when a reader who chose a language
 * before opens a page, and then leaves the address alone.
 */
const loadLanguages = async ({ dataset: { from } }) => {
  const isAsked = navigator.userActivation.isActive
  const shown = [...document.querySelectorAll('.languages')]
  if (shown[0].children.length > 1) return
  try {
    // From a file nothing can be fetched.
    if (location.protocol === 'file:') throw new Error('file')
    const response = await fetch(from)
    const text = await response.text()
    // The policy of this page rejects the style element of the other, even where it is only parsed.
    const [style, rules] = text.match(/<style>(.*?)<\/style>/s)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
    const all = new DOMParser().parseFromString(text.replace(style, ''), 'text/html').querySelector('.languages')
    for (const example of shown) example.replaceChildren(...[...all.children].map(takeExample))
  } catch {
    if (isAsked) location.assign(from)
  }
}

docs.page = (control) => {
  const act = (work) =>
    work(control).then(
      () => say(control, 'Copied'),
      () => say(control, 'Not allowed here'),
    )
  if (control.matches('.theme')) changeTheme()
  else if (control.href) copyLink(control)
  else if (control.dataset.source) act(copyPage)
  else if (control.dataset.from) loadLanguages(control)
  else act(copyCode)
}
