import type { Content } from '../blocks/block.ts'
import type { Page } from '../contract/pages/pages.ts'
import { current } from '../contract/document/versions.ts'
import list from '../styles/list.css?raw'
import overview from '../styles/overview.css?raw'
import version from '../styles/version.css?raw'
import { minify } from './assets.ts'

const listStyles = minify(list, 'css')
const overviewStyles = minify(overview, 'css')
const bannerStyles = current ? minify(version, 'css') : ''

/** The rules that only this page needs. */
export function writePageStyles(page: Page, { examples }: Content): string {
  if (page.kind === 'overview') return bannerStyles + overviewStyles
  const isList = page.kind === 'operations' || page.kind === 'schemas' || page.kind === 'errors'
  return bannerStyles + (isList ? listStyles : '') + writeChoiceRules(examples)
}

/** Rules that show, without a script, the chosen example in the chosen language: one for each that can be chosen. */
function writeChoiceRules(examples: Content['examples']): string {
  const choices = examples?.choices ?? []
  // What another page has, a script loads, with the rules of that page.
  const hidden = choices
    .filter(({ from, options }) => !from && options.length > 1)
    .flatMap(({ name, options }) =>
      options.map(
        (_, place) =>
          `.examples:has([name=${name}] :nth-child(${place + 1}):checked) .${name}s>:not(:nth-child(${place + 1}))`,
      ),
    )
  return hidden.length > 0 ? `${hidden.join(',')}{display:none}` : ''
}
