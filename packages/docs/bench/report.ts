import { renderTable } from '@seam-acs/runner/figures'
import { categories, type Audit } from './audit.ts'
import type { FirstLoad } from './first-load.ts'

/** What is measured of a site. */
export interface Figures {
  name: string
  /** In percent. */
  facts: number
  loads: FirstLoad[]
  audits: Audit[]
}

export interface Scale {
  operations: number
  seconds: number
  files: number
  /** The heaviest page of an operation, and the heaviest of all, compressed. */
  operationBytes: number
  heaviestBytes: number
}

/** What the build of another document made. */
export interface DocumentFigures {
  name: string
  operations: number
  seconds: number
  pages: number
  heaviestBytes: number
}

const most = (numbers: number[]) => Math.max(...numbers)

/** All figures in Markdown. */
export const describeFigures = (sites: Figures[], scales: Scale[]): string =>
  [
    'Of several pages, and of both devices, the worst counts. The paint is the largest contentful one on the simulated phone.',
    renderTable([
      ['reference', 'facts', 'first load, gzip', 'requests', 'other hosts', 'axe', 'Lighthouse', 'paint', 'TBT', 'CLS'],
      ...sites.map(describeSite),
    ]),
    'The Lighthouse scores are performance, accessibility, best practices and SEO.',
    renderTable([
      ['operations', 'build', 'files', 'page of an operation', 'heaviest page'],
      ...scales.map(({ operations, seconds, files, operationBytes, heaviestBytes }) => [
        String(operations),
        `${seconds.toFixed(1)} s`,
        String(files),
        kilobytes(operationBytes),
        kilobytes(heaviestBytes),
      ]),
    ]),
  ].join('\n\n')

export const describeDocuments = (documents: DocumentFigures[]): string =>
  renderTable([
    ['document', 'operations', 'build', 'pages', 'heaviest page'],
    ...documents.map(({ name, operations, seconds, pages, heaviestBytes }) => [
      name,
      String(operations),
      `${seconds.toFixed(1)} s`,
      String(pages),
      kilobytes(heaviestBytes),
    ]),
  ])

function describeSite({ name, facts, loads, audits }: Figures): string[] {
  const phone = audits.filter(({ device }) => device === 'mobile')
  return [
    name,
    `${facts.toFixed(facts === 100 ? 0 : 1)} %`,
    kilobytes(most(loads.map(({ bytes }) => bytes))),
    String(most(loads.map(({ requests }) => requests))),
    [...new Set(loads.flatMap(({ hosts }) => hosts))].join(', ') || 'none',
    String(loads.reduce((sum, { faults }) => sum + faults, 0)),
    categories.map((category) => Math.min(...audits.map(({ scores }) => scores[category]))).join(' / '),
    `${(most(phone.map((audit) => audit.largestContentfulPaint)) / 1000).toFixed(2)} s`,
    `${most(phone.map((audit) => audit.totalBlockingTime))} ms`,
    String(most(audits.map((audit) => audit.cumulativeLayoutShift))),
  ]
}

/** In units of 1,024 bytes, as the limit of a page is. */
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`
