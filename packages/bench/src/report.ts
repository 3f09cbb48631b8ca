import { renderTable } from '@seam-acs/runner/figures'
import { baseline, contenders, type Contender } from './contenders.ts'
import type { Features } from './features.ts'
import type { Figure } from './measure.ts'
import type { Size } from './sizes.ts'
import { describeMachine, nameVersioned } from './versions.ts'

type Figures = Map<Contender, Figure>

/** All figures in Markdown. */
export function describeFigures(inProcess: Figures, overLoopback: Figures, sizes: Size[], features: Features): string {
  return [
    `On ${describeMachine()}, a bare \`fetch\` takes ${microseconds(inProcess)} in process and ${microseconds(overLoopback)} over loopback. The others are multiples of it: the median (the quartiles).`,
    timeTable(inProcess, overLoopback),
    'A program with one call:',
    sizeTable(sizes),
    'Programs with our client, in one file and with splitting:',
    programTable(features),
    'What the parts of one named call cost:',
    partTable(features),
  ].join('\n\n')
}

function timeTable(inProcess: Figures, overLoopback: Figures): string {
  const rows = contenders.map((contender) => [
    nameVersioned(contender),
    contender.loopbackOnly ? 'does not use `fetch`' : ratioCell(inProcess.get(contender)),
    ratioCell(overLoopback.get(contender)),
    targetCell(contender, inProcess.get(contender)),
  ])
  return renderTable([['client', 'in process', 'over loopback', 'target in process'], ...rows])
}

function sizeTable(sizes: Size[]): string {
  const rows = sizes.map(({ contender, bundled, packages, installed }) => [
    nameVersioned(contender),
    kilobytes(bundled),
    String(packages),
    kilobytes(installed),
  ])
  return renderTable([['client', 'in one file, gzip', 'packages', 'installed'], ...rows])
}

function programTable({ programs }: Features): string {
  const rows = programs.map(({ name, inOneFile, split }) => [
    name,
    inBytes(inOneFile),
    inBytes(split.atStart),
    split.later > 0 ? inBytes(split.later) : '',
  ])
  return renderTable([['program', 'in one file, gzip', 'split: at start', 'split: by `import()`'], ...rows])
}

function partTable({ parts }: Features): string {
  return renderTable([['part', 'gzip'], ...parts.map((part) => [part.name, inBytes(part.bytes)])])
}

function microseconds(figures: Figures): string {
  return `${figures.get(baseline)!.microseconds.toFixed(0)} µs`
}

function ratioCell(figure: Figure | undefined): string {
  if (!figure) return 'left out'
  const { median, lowerQuartile, upperQuartile } = figure.ratio
  return `${median.toFixed(2)} (${lowerQuartile.toFixed(2)}–${upperQuartile.toFixed(2)})`
}

function targetCell({ target }: Contender, figure: Figure | undefined): string {
  if (target === undefined || !figure) return ''
  return `≤ ${target.toFixed(1)} ${figure.ratio.median <= target ? '✓' : '✗ missed'}`
}

function inBytes(count: number): string {
  return `${count.toLocaleString('en')} B`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
