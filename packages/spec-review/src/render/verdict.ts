import { compareBumps, largest } from '../gate/bump.ts'
import type { Cause, Report } from '../report.ts'
import { code, count, type Inline } from './document.ts'
import { sides } from './entry.ts'

/** The verdict in words: what the change is, the release that it needs, and what the changesets say. */
export function describeVerdict({ bump, source, gate, packages }: Report): Inline[] {
  const change = largest([bump, source])
  const word = change === 'major' ? 'Breaking' : change === 'minor' ? 'Compatible' : 'Wording only'
  const mark = gate.passes ? '✅' : '❌'
  if (packages.length === 0) return [gate.passes ? word : `${mark} ${word}`]
  const needed = largest(packages.map((verdict) => verdict.needed))
  const announced = largest(packages.map((verdict) => verdict.announced))
  if (needed === 'none') return [`${mark} ${word}: needs no release`]
  const isEarly = packages.every(({ version }) => version.startsWith('0.')) && change === 'major'
  const says: Inline[] =
    announced === 'none'
      ? [' (no changeset says so)']
      : compareBumps(announced, needed) === 0
        ? [' (as the changeset says)']
        : [' (the changeset says ', code(announced), ')']
  return [`${mark} ${word}: needs a `, code(needed), ` release${isEarly ? ' before 1.0' : ''}`, ...says]
}

/** Who breaks, in one sentence. */
export function describeWho({ causes }: Report, breaks: Cause[]): Inline[] {
  const approved = causes.filter((cause) => cause.approved !== undefined).length
  const approvals = approved > 0 ? ` ${count(approved, 'break is', 'breaks are')} approved.` : ''
  if (breaks.length === 0) return [`Nobody breaks.${approvals}`]
  const [senders, readers] = [sides('request', breaks), sides('response', breaks)]
  const operations = new Set(breaks.flatMap(({ usages }) => usages.map(({ operation }) => operation))).size
  const parts = [
    ...(senders > 0 ? [`code that sends (${count(senders, 'change')})`] : []),
    ...(readers > 0 ? [`code that reads (${count(readers, 'change')})`] : []),
  ]
  const where = operations > 0 ? `, in ${count(operations, 'operation')}` : ''
  return [`Breaks ${parts.join(' and ') || 'callers'}${where}.${approvals}`]
}
