import { writeDemand } from '../ledger/demands.ts'
import type { BodyObligation } from '../ledger/obligations.ts'

/** `answer acs_credential.code null`. */
export function writeObligation({ body, path, demand }: BodyObligation): string {
  return [body.statuses.length > 0 ? 'answer' : 'request', path, writeDemand(demand)].filter(Boolean).join(' ')
}

/** `external-type-pti-card`: the last two names on the way there, and what is to be seen. */
export function writeSlug({ body, steps, demand }: BodyObligation): string {
  const names = steps.flatMap((step) => ('items' in step ? [] : 'property' in step ? [step.property] : ['inside']))
  // All of an answer is inside its one result.
  const [side, path] = body.statuses.length > 0 ? [[], names.length > 1 ? names.slice(1) : names] : [['request'], names]
  const kind = path.at(-1)?.replace(/s$/, '')
  const words = demand.is === 'unknown' ? 'unlisted' : writeDemand(demand).replace(new RegExp(`_${kind}$`), '')
  const text = [...side, ...path.slice(-2), words].join('-').toLowerCase()
  return text.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
}
