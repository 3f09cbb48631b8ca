import type { Change, Step, Usage } from '../../change.ts'

/** A place in a message, such as `acs_credential.tags[]` or `query limit`; empty for the body itself. */
export function sayPlace({ parameter, steps }: Pick<Usage, 'parameter' | 'steps'>): string {
  return steps.reduce<string>(extend, parameter ? `${parameter.in} ${parameter.name}` : '')
}

const words = { contained: '[contains]', content: '(content)', items: '[]', members: '*', names: '(names)' }

function extend(place: string, step: Step): string {
  const text = typeof step === 'string' ? step : 'index' in step ? `[${step.index}]` : words[step.all]
  if (place === '' || text.startsWith('[')) return place + text
  return text.startsWith('(') ? `${place} ${text}` : `${place}.${text}`
}

/** What a change is about, and the sentence on it. */
export function sayChange({ name, says, usages, breaks }: Pick<Change, 'breaks' | 'name' | 'says' | 'usages'>) {
  const place = usages.find(({ side }) => breaks.includes(side)) ?? usages[0]
  const path = name ?? (place ? sayPlace(place) : '')
  return { path, message: `${path === '' ? 'The body' : `\`${path}\``} ${says}.` }
}
