import { document } from '../document/document.ts'
import type { DescribedResponse } from '../operations/operation.ts'
import { listSchemes, type Scheme } from '../operations/security.ts'
import { operations, schemas } from './pages.ts'
import type { Property, Shape } from '../schemas/shape.ts'

/** The ways to authenticate with which most operations are called. */
export const security: Scheme[][] = listSchemes(document.security)

/** The schemes that only some operations ask for, each by itself. */
export const otherSchemes: Scheme[][] = [
  ...new Map(
    operations
      .flatMap((operation) => operation.security.flat())
      .filter(({ id }) => !security.flat().some((scheme) => scheme.id === id))
      .map((scheme) => [scheme.id, [scheme]]),
  ).values(),
]

/** The first response that any operation describes for each status, from the smallest status on. */
export const responses: DescribedResponse[] = [
  ...new Map(
    operations
      .flatMap((operation) => operation.responses.map((response) => [response.status, response] as const))
      .toReversed(),
  ).values(),
].toSorted((a, b) => a.status.localeCompare(b.status))

export const rateLimit = responses.find(({ status }) => status === '429')

const callWithoutBody = operations.find(
  ({ method, parameters }) => method === 'GET' && !parameters.some(({ required }) => required),
)

/** The operation and the example that show a first call: the shortest request there is, or else one without a body. */
export const firstCall = operations
  .flatMap((operation) => operation.scenarios.map(({ value, summary }) => ({ operation, value, summary })))
  .filter(({ value }) => value !== undefined)
  .toSorted((a, b) => JSON.stringify(a.value).length - JSON.stringify(b.value).length)
  .concat(callWithoutBody ? { operation: callWithoutBody, value: undefined, summary: callWithoutBody.summary } : [])[0]

/** The places in a response where values other than the listed ones can occur. */
export const openEnums: { schema: string; anchor: string; label: string }[] = schemas.flatMap(({ name, shape }) => [
  ...(shape.open ? [{ schema: name, anchor: '', label: name }] : []),
  ...listOpen(shape).map(({ property, anchor }) => ({ schema: name, anchor, label: `${name}.${property}` })),
])

/** A property that has an open enum of its own, or one that is open only here. */
function listOpen(shape: Shape): Property[] {
  const isOpenElsewhere = ({ name }: Property) => schemas.some((schema) => schema.name === name && schema.shape.open)
  return shape.groups.flatMap(({ properties }) => properties).filter((field) => field.open && !isOpenElsewhere(field))
}
