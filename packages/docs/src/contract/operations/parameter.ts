import { resolve, type Header, type Operation, type Parameter, type Schema } from '@seam-acs/spec/model'
import { document } from '../document/document.ts'
import { toAnchor } from '../pages/paths.ts'
import { describe } from '../schemas/describe.ts'
import { makeExample } from '../schemas/example-value.ts'
import { formatValue, type Property } from '../schemas/shape.ts'

export interface Field extends Property {
  /** `path`, `query`, `header` or `cookie`. */
  in: string
}

export interface DescribedParameter extends Field {
  style: string
  explode: boolean
  /** The value that samples send; undefined for none. */
  example: unknown
}

/** What an operation sends beside its body. */
export const describeParameters = (operation: Operation): DescribedParameter[] =>
  nameApart(listParameters(operation).filter(isSent).map(describeParameter))

/** Those that the document describes, and those that only the path names. */
function listParameters({ path, parameters }: Operation): Parameter[] {
  const names = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!))
  const isDescribed = (name: string) =>
    parameters.some((parameter) => parameter.in === 'path' && parameter.name === name)
  const others = [...names].filter((name) => !isDescribed(name))
  return [...parameters, ...others.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))]
}

/** OpenAPI ignores parameters of these names, because other keywords describe them. */
const isSent = ({ in: place, name }: Parameter) =>
  place !== 'header' || !/^(?:accept|authorization|content-type)$/i.test(name)

function describeParameter({ name, in: place, ...header }: Parameter): DescribedParameter {
  const { required, schema = {}, example, examples = {} } = takeMedia(header)
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple'
  const style = header.content ? 'json' : (header.style ?? usual)
  const [named] = Object.values(examples).map((reference) => resolve(document, reference).value)
  const own = [example, named, ...listOwnExamples(schema)].find((value) => value !== undefined)
  return {
    ...describeField(name, header, place),
    style,
    explode: header.explode ?? style === 'form',
    example: own ?? (required ? makeExample(schema, 'request') : undefined),
  }
}

function listOwnExamples(schema: Schema): unknown[] {
  const { example, examples = [] } = resolve(document, schema)
  return [example, ...examples]
}

/** Parameters of one name have addresses with their places. */
const nameApart = (parameters: DescribedParameter[]) =>
  parameters.map((parameter, index) =>
    parameters.findIndex(({ property }) => property === parameter.property) === index
      ? parameter
      : { ...parameter, anchor: `${parameter.in}.${parameter.anchor}` },
  )

/** What the only media type of a header says is said of the header. */
const takeMedia = (header: Header): Header => ({ ...header, ...Object.values(header.content ?? {})[0] })

/** A header or a parameter, in the form of a property. */
export function describeField(name: string, given: Header, place: string): Field {
  const header = takeMedia(given)
  const shape = describe(header.schema ?? {})
  const named = Object.values(header.examples ?? {}).map((reference) => resolve(document, reference).value)
  const example = [header.example, ...named].flatMap((value) =>
    value === undefined ? [] : [{ label: 'Example', value: formatValue(value) }],
  )
  return {
    ...shape,
    property: name,
    key: 'name',
    anchor: toAnchor(name),
    in: place,
    required: header.required === true,
    deprecated: header.deprecated === true || shape.deprecated,
    description: header.description ?? shape.description,
    facts: [...shape.facts, ...example],
  }
}
