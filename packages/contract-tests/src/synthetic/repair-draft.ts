import type { Json } from '@seam-acs/spec/model'
import type { Repair, Rule } from './rule.ts'

/** A successful request and its response, while they are being made. */
export interface Draft {
  /** Undefined where the operation takes no body. */
  request: Json
  response: Json
  /** For each object of the response, the request that created it, if that is not `request`. */
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
 * `listSubjects` lists the objects of a draft that have rules.
 *
 * @returns Undefined if no draft within reach keeps the rules and `isWanted`.
 */
export function repairDraft(
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
      // A repair changes the draft of its rule in place, so each gets its own copy.
      const copy = structuredClone(current)
      findRepairs(copy)![index]!()
      const repaired = search(copy)
      if (repaired) return repaired
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
