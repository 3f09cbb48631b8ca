import type { Page } from '../contract/pages/pages.ts'
import { current } from '../contract/document/versions.ts'
import list from '../styles/list.css?raw'
import overview from '../styles/overview.css?raw'
import version from '../styles/version.css?raw'
import { listSamplesOf } from '../samples/template.ts'
import { minify } from './assets.ts'

const listStyles = minify(list, 'css')
const overviewStyles = minify(overview, 'css')
const bannerStyles = current ? minify(version, 'css') : ''

/** The rules that only this page needs. */
export function writePageStyles(page: Page): string {
  if (page.kind === 'overview') return bannerStyles + overviewStyles
  const isList = page.kind === 'operations' || page.kind === 'schemas' || page.kind === 'errors'
  return bannerStyles + (isList ? listStyles : writeChoiceRules(page))
}

/** Rules that show, without a script, the chosen example in the chosen language: one for each that can be chosen. */
function writeChoiceRules(page: Page): string {
  const [scenarios, languages] = countChoices(page)
  const hidden = [
    ...listHidden('scenario', scenarios, (place) => `.each>:not(:nth-child(${place}))`),
    ...listHidden('language', languages, (place) => `.languages>:not(:nth-child(${place}))`),
  ]
  return hidden.length > 0 ? `${hidden.join(',')}{display:none}` : ''
}

function listHidden(name: string, count: number, others: (place: number) => string): string[] {
  const places = count > 1 ? Array.from({ length: count }, (_, index) => index + 1) : []
  return places.map((place) => `.examples:has([name=${name}] :nth-child(${place}):checked) ${others(place)}`)
}

function countChoices(page: Page): [scenarios: number, languages: number] {
  if (page.kind === 'schema') return [page.schema.examples.length, 0]
  if (page.kind !== 'operation' && page.kind !== 'samples') return [0, 0]
  // On the page of an operation, a script loads the other languages, with the rules of their page.
  const languages = page.kind === 'samples' ? listSamplesOf(page.operation).length : 0
  return [page.operation.scenarios.length, languages]
}
