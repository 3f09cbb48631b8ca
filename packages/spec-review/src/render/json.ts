import type { Usage } from '../change.ts'
import type { Report } from '../report.ts'
import { sayPlace } from './text/say.ts'

/** The report for other programs, each place in words too. */
export function toJson(report: Report): string {
  const causes = report.causes.map(({ usages, types, ...cause }) => ({
    ...cause,
    usages: usages.map(addPath),
    types: types.map((effect) => ({
      ...effect,
      path: effect.name ?? sayPlace(effect.usages[0]!),
      usages: effect.usages.map(addPath),
    })),
  }))
  return `${JSON.stringify({ ...report, causes }, undefined, 2)}\n`
}

const addPath = (usage: Usage) => ({ ...usage, path: sayPlace(usage) })
