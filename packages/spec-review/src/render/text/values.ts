import type { Cause } from '../../report.ts'
import { code, type Inline } from '../document.ts'
import { limits, toLine } from './plain-text.ts'

/** The value before, where the sentence does not have it and it is short; lists and schemas would say the same at length. */
export function describeBefore({ before, after, message, rule }: Cause): Inline[] {
  if (after !== undefined && before === undefined && /^(pattern|format)-added$/.test(rule)) return [' (before: any)']
  if (typeof before !== 'string' && typeof before !== 'number') return []
  const text = toLine(String(before), limits.code)
  if (after === undefined || text === '' || message.includes(`\`${text}\``) || isWord(rule)) return []
  return [' (before: ', code(text), ')']
}

/** The sentence says it. */
const isWord = (rule: string) => /wording|required|optional|renamed|deprecated|stability/.test(rule)
