import type { Json } from '../recording.ts'
import type { Rule } from './coherence.ts'

/** A granted request and its answer, while they are being made. */
export interface Draft {
  request: Json
  answer: Json
}

/** Drafts that a search may look at, of which it usually needs fewer than ten. */
const patience = 150

/**
 * The first draft that keeps all rules and still `isWanted`, made by mending the given one step by step.
 *
 * @returns Undefined where what is wanted cannot be had together.
 */
export function settle(draft: Draft, rules: Rule[], isWanted: (draft: Draft) => boolean): Draft | undefined {
  const seen = new Set<string>()
  return search(draft)

  function search(current: Draft): Draft | undefined {
    const text = JSON.stringify(current)
    if (seen.has(text) || seen.size > patience || !isWanted(current)) return undefined
    seen.add(text)
    const key = findResult(current.answer)
    if (!key) return current
    for (const rule of rules) {
      const mends = rule(current.request, current.answer[key])
      if (!mends) continue
      // The closures of a rule change the draft that it was asked about, so each gets a copy of its own.
      for (const index of mends.keys()) {
        const copy = structuredClone(current)
        rule(copy.request, copy.answer[key])![index]!(copy.request, copy.answer[key])
        const settled = search(copy)
        if (settled) return settled
      }
      return undefined
    }
    return current
  }
}

/** The name under which an answer has its one result. */
export function findResult(answer: Json): string | undefined {
  return Object.keys(answer).find((name) => name !== 'ok' && typeof answer[name] === 'object' && answer[name] !== null)
}
