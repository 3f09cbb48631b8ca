import type { Page } from '../contract/pages/pages.ts'
import { current } from '../contract/document/versions.ts'
import overview from '../styles/overview.css?raw'
import version from '../styles/version.css?raw'
import { minify } from './assets.ts'

const overviewStyles = minify(overview, 'css')
const bannerStyles = current ? minify(version, 'css') : ''

/** The rules that only this page needs. */
export const writePageStyles = (page: Page) =>
  bannerStyles + (page.kind === 'overview' ? overviewStyles : writeChoiceRules(page))

/** Rules that show, without a script, what belongs to the chosen example: one for each example of the page. */
function writeChoiceRules(page: Page): string {
  const count = countExamples(page)
  if (count < 2) return ''
  const places = Array.from({ length: count }, (_, index) => index + 1)
  const chosen = (place: number) =>
    `.examples:has(label:nth-of-type(${place}) [name=scenario]:checked) .each>:nth-child(${place})`
  const others = (place: number) => chosen(place).replace('.each>:nth', '.each>:not(:nth').concat(')')
  return `${places.map(others).join(',')}{display:none}`
}

function countExamples(page: Page): number {
  if (page.kind === 'schema') return page.schema.examples.length
  return page.kind === 'operation' || page.kind === 'samples' ? page.operation.scenarios.length : 0
}
