import { fingerprint } from '../../src/gate/approvals.ts'
import { compareWithChangesets } from '../../src/gate/verdicts.ts'
import { decide } from '../../src/gate/gate.ts'
import type { Bump } from '../../src/gate/bump.ts'
import type { Usage } from '../../src/change.ts'
import type { Cause, Report } from '../../src/report.ts'

/** A break of readers, with everything that a report can say of one. */
export function makeBreak(change: Partial<Cause> = {}): Cause {
  const path = change.path ?? 'acs_credential.is_issued'
  const usage: Usage = {
    operation: 'POST /acs/credentials/create',
    side: 'response',
    status: '200',
    steps: path.split('.'),
  }
  const cause: Omit<Cause, 'fingerprint'> = {
    rule: 'property-became-nullable',
    level: 'major',
    breaks: ['response'],
    pointer: '/components/schemas/acs_credential/properties/is_issued',
    path,
    message: `\`${path}\` may now be null.`,
    before: ['boolean'],
    after: ['boolean', 'null'],
    usages: [usage],
    seenBy: 'contract',
    typesCompared: true,
    types: [{ kind: 'can be null', breaks: ['response'], before: 'boolean', after: 'boolean | null', usages: [usage] }],
    place: { file: 'spec/components/schemas/acs_credential.yaml', line: 98, at: 'head' },
    payload: {
      usage: { ...usage, steps: [] },
      value: { acs_credential: { code: '1234', is_issued: null }, ok: true },
      problem: 'must be boolean',
    },
    ...change,
  }
  return { ...cause, fingerprint: fingerprint(cause) }
}

/** The report on some causes, of a repository with three packages. */
export function makeReport(causes: Cause[], announced: Bump = 'none', version = '1.2.3'): Report {
  const bump = causes.some(({ level }) => level === 'major') ? 'major' : causes.length > 0 ? 'minor' : 'none'
  const names = ['@seam-acs/types', '@seam-acs/client', '@seam-acs/mock']
  const packages = compareWithChangesets(
    names.map((name) => ({ name, version, announced })),
    bump,
    bump,
  )
  const changesets = announced === 'none' ? [] : ['.changeset/quick-dogs-run.md']
  const gate = decide({ packages, changesets, causes, defects: [], unused: [] })
  return {
    base: '554621b',
    head: 'work tree',
    bump,
    source: bump,
    packages,
    causes,
    calls: {
      compiled: 5,
      broken: causes.length > 0 ? [{ file: '200-card.json', message: 'No overload matches.' }] : [],
    },
    unsearched: [],
    defects: [],
    gate,
  }
}

/** Ten different breaks, as a large change has them. */
export const tenBreaks = () =>
  Array.from({ length: 10 }, (_, index) =>
    makeBreak({
      path: `acs_credential.property_number_${index}`,
      usages: Array.from({ length: 30 }, (__, operation) => ({
        operation: `POST /acs/credentials/operation_${operation}`,
        side: 'response' as const,
        status: '200',
        steps: ['acs_credential', `property_number_${index}`],
      })),
    }),
  )
