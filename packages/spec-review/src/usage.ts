import type { Parameter, Step, Usage } from './change.ts'

/** Whether two usages are about the same body, parameter or header, whichever part of it. */
export function isSameMessage(one: Usage, other: Usage): boolean {
  return (
    one.operation === other.operation &&
    one.side === other.side &&
    one.status === other.status &&
    one.mediaType === other.mediaType &&
    isSameParameter(one.parameter, other.parameter)
  )
}

/** The names of headers are the same in any case. */
function isSameParameter(one: Parameter | undefined, other: Parameter | undefined): boolean {
  if (!one || !other) return one === other
  const [name, otherName] = [one, other].map((parameter) =>
    parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name,
  )
  return one.in === other.in && name === otherName
}

export function isSameStep(one: Step | undefined, other: Step | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return 'all' in one ? 'all' in other && one.all === other.all : 'index' in other && one.index === other.index
}
