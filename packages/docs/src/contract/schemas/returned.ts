import type { Result } from '@seam-acs/spec/model'
import type { Property, Shape } from './shape.ts'

/** What a successful response holds. */
export interface Returned {
  /** Of the response itself; those of its result are apart, because its component has a page with the details. */
  properties: Property[]
  result: { key: string; component: string; properties: Property[] } | undefined
}

/** Whether the list of its properties describes a shape completely. */
export const isPlainObject = ({ type, choices, items }: Shape) => type === 'object' && choices.length === 0 && !items

export function describeReturned(result: Result, { groups }: Shape): Returned {
  const properties = groups.flatMap((group) => group.properties)
  switch (result.kind) {
    case 'one':
    case 'list':
    case 'page':
      return separateResult(properties, result.key)
    case 'none':
    case 'object':
      return { properties, result: undefined }
  }
}

function separateResult(properties: Property[], key: string): Returned {
  const holder = properties.find(({ property }) => property === key)
  const shape = holder?.items ?? holder
  if (!shape?.name) return { properties, result: undefined }
  const plain = (property: Property) =>
    property === holder ? { ...property, groups: [], choices: [], items: undefined } : property
  return {
    properties: properties.map(plain),
    result: { key, component: shape.name, properties: shape.groups.flatMap((group) => group.properties) },
  }
}
