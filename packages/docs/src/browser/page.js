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

const copyPage = async (button) => {
  const response = await fetch(button.dataset.source)
  await navigator.clipboard.writeText(await response.text())
}

/**
 * Replaces the samples of the page by the samples in every language. It also runs when a reader who chose a language
 * before opens a page, and then leaves the focus and the address alone.
 */
const showLanguage = async (anchor) => {
  const isAsked = navigator.userActivation.isActive
  docs.store.language = anchor.dataset.language
  try {
    // From a file nothing can be fetched.
    if (location.protocol === 'file:') throw new Error('file')
    const response = await fetch(anchor.href)
    const samples = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.languages')
    const chosen = samples.querySelector(`[value=${anchor.dataset.language}]`)
    anchor.closest('.languages').replaceWith(samples)
    chosen.checked = true
    if (isAsked) chosen.focus({ preventScroll: true })
  } catch {
    if (isAsked) location.assign(anchor.href)
  }
}

docs.page = (control) => {
  const act = (work) =>
    work(control).then(
      () => say(control, 'Copied'),
      () => say(control, 'Not allowed here'),
    )
  if (control.matches('.theme')) changeTheme()
  else if (control.dataset.source) act(copyPage)
  else if (control.dataset.language) showLanguage(control)
  else act(copyCode)
}
