import { writeCondition } from '../ledger/conditions.ts'
import type { BodyObligation } from '../ledger/obligations.ts'

/** `response acs_credential.code null`. */
export function writeObligation({ body, path, condition }: BodyObligation): string {
  return [body.side === 'request' ? 'request' : 'response', path, writeCondition(condition)].filter(Boolean).join(' ')
}

/** `external-type-pti-card`: the last two names of the path, and the condition. */
export function writeSlug(obligation: BodyObligation): string {
  const { condition } = obligation
  const path = listNames(obligation)
  const kind = path.at(-1)?.replace(/s$/, '')
  const words = condition.is === 'unknown' ? 'unlisted' : writeCondition(condition).replace(new RegExp(`_${kind}$`), '')
  return toSlug([...(obligation.body.side === 'request' ? ['request'] : []), ...path.slice(-2), words])
}

/** `acs-credential-visionline-metadata`: the object around the property of an obligation. */
export function writeGroupSlug(obligation: BodyObligation): string {
  const around = { ...obligation, steps: obligation.steps.slice(0, -1) }
  const names = obligation.body.side === 'request' ? ['request', ...listNames(around)] : listNames(around)
  return toSlug(names.length > 0 ? names.slice(-3) : ['body'])
}

function listNames({ body, steps }: BodyObligation): string[] {
  const names = steps.flatMap((step) => ('items' in step ? [] : 'property' in step ? [step.property] : ['entry']))
  // Everything in a response is inside its result.
  return body.side !== 'request' && names.length > 1 ? names.slice(1) : names
}

export const toSlug = (words: string[]): string =>
  words
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
