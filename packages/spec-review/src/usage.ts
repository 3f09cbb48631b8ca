import type { Step, Usage } from './change.ts'

/** Whether two usages are about the same body, parameter or header, whichever part of it. */
export const isSameMessage = (one: Usage, other: Usage) => keyOfMessage(one) === keyOfMessage(other)

/** A text that is the same for usages of the same body, parameter or header. The names of headers are the same in any case. */
export function keyOfMessage({ operation, side, status, mediaType, parameter }: Usage): string {
  const name = parameter?.in === 'header' ? parameter.name.toLowerCase() : parameter?.name
  return [operation, side, status, mediaType, parameter?.in, name].join('\n')
}

export function isSameStep(one: Step | undefined, other: Step | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return 'all' in one ? 'all' in other && one.all === other.all : 'index' in other && one.index === other.index
}
