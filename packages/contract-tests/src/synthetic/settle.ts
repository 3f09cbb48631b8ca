import type { Json } from '@seam-acs/spec/model'
import type { Repair, Rule } from './rule.ts'

/** A granted request and its response, while they are being made. */
export interface Draft {
  /** Undefined where the operation takes no body. */
  request: Json
  response: Json
  /** For each object of the response the request that once created it, where that is not the one here. */
  origins: Json[]
}

/** An object of a response and the request that its rules are about. */
export interface Subject {
  asked: Json
  object: Json
  rules: Rule[]
}

/** How many drafts a search looks at, of which it usually needs fewer than ten. */
const maxDrafts = 150

/**
 * The first draft that keeps all rules and still `isWanted`, made by repairing the given one step by step.
 * `listSubjects` gives what of a draft has rules.
 *
 * @returns Undefined where what is wanted cannot be had together.
 */
export function settle(
  draft: Draft,
  listSubjects: (draft: Draft) => Subject[],
  isWanted: (draft: Draft) => boolean,
): Draft | undefined {
  const seen = new Set<string>()
  return search(draft)

  function search(current: Draft): Draft | undefined {
    const text = JSON.stringify(current)
    if (seen.has(text) || seen.size > maxDrafts || !isWanted(current)) return undefined
    seen.add(text)
    const repairs = findRepairs(current)
    if (!repairs) return current
    for (const index of repairs.keys()) {
      // A repair changes the draft that its rule was asked about, so each gets a copy of its own.
      const copy = structuredClone(current)
      findRepairs(copy)![index]!()
      const settled = search(copy)
      if (settled) return settled
    }
    return undefined
  }

  /** How to keep the first rule that the draft breaks. */
  function findRepairs(current: Draft): (() => void)[] | undefined {
    for (const { asked, object, rules } of listSubjects(current)) {
      for (const rule of rules) {
        const repairs: Repair[] | undefined = rule(asked, object)
        if (repairs) return repairs.map((repair) => () => repair(asked, object))
      }
    }
    return undefined
  }
}
