import type { Page } from '../contract/pages/pages.ts'
import { current } from '../contract/document/versions.ts'
import overview from '../styles/overview.css?raw'
import version from '../styles/version.css?raw'
import { listSamplesOf } from '../samples/template.ts'
import { minify } from './assets.ts'

const overviewStyles = minify(overview, 'css')
const bannerStyles = current ? minify(version, 'css') : ''

/** The rules that only this page needs. */
export const writePageStyles = (page: Page) =>
  bannerStyles + (page.kind === 'overview' ? overviewStyles : writeChoiceRules(page))

/** Rules that show, without a script, the chosen example in the chosen language: one for each that can be chosen. */
function writeChoiceRules(page: Page): string {
  const [scenarios, languages] = countChoices(page)
  const hidden = [
    ...listHidden('scenario', scenarios, (place) => `.each>:not(:nth-child(${place}))`),
    // The first language is alone until a script has loaded the others.
    ...listHidden('language', languages, (place) => `.languages>:not(:nth-child(${place}),:only-child)`),
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
  return [page.operation.scenarios.length, listSamplesOf(page.operation).length]
}
