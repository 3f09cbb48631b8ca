import { listSections } from '../blocks/index.ts'
import { describeOverview } from '../blocks/overview.ts'
import type { DescribedOperation } from '../contract/operations/operation.ts'
import { openEnums, otherSchemes, security } from '../contract/pages/overview.ts'
import { operations, pages, samplesPath, schemas, type Page } from '../contract/pages/pages.ts'
import { formatValue, type Property, type Shape } from '../contract/schemas/shape.ts'
import { listSamplesOf } from '../samples/template.ts'
import { summarize } from '../text/markdown.ts'
import { splitWords } from './words.ts'

/** Something that has a name, as the search knows it. */
export interface SearchEntry {
  kind: string
  name: string
  /** What it belongs to, such as the object of a property. */
  place: string
  /** The whole description. */
  text: string
  /** From the root of the site: `schemas/acs_credential.html#code`. */
  address: string
}

/** Everything that the reference describes by name: what readers look for most first, and short names before long. */
export function listEntries(): SearchEntry[] {
  const described = pages.flatMap(describePage)
  const entries = [
    ...described,
    ...operations.flatMap(listCall),
    ...schemas.flatMap(({ name, shape }) => listShape(shape, place(`schemas/${name}`, name), '')),
    ...listOverview(),
  ]
  const unique = new Map(entries.map((entry) => [JSON.stringify([entry.kind, entry.name, entry.address]), entry]))
  return sortEntries([...unique.values()])
}

/** The entries in the order in which those that are found equally well are shown. */
export const sortEntries = (entries: SearchEntry[]) => entries.toSorted((one, other) => rank(one) - rank(other))

const first = ['Operation', 'Schema', 'Property', 'Parameter', 'Error', 'Alternative', 'Value']

function rank({ kind, name }: SearchEntry): number {
  const place = first.indexOf(kind)
  return (place < 0 ? first.length : place) * 100 + Math.min(99, splitWords(name).length)
}

interface Place {
  path: string
  title: string
}

const place = (path: string, title: string): Place => ({ path, title })

const address = (path: string, anchor = '') => `${path}.html${anchor && `#${anchor}`}`

const kinds: Record<Page['kind'], string> = {
  overview: 'Page',
  operations: 'Page',
  operation: 'Operation',
  samples: 'Samples',
  schemas: 'Page',
  schema: 'Schema',
  errors: 'Page',
  error: 'Error',
  changelog: 'Page',
}

function describePage(page: Page): SearchEntry[] {
  const { kind, title, path } = page
  if (kind === 'samples') {
    const languages = listSamplesOf(page.operation).map(({ id, label }) => `${label} ${label.toLowerCase()} ${id}`)
    const text = `${page.description}\n${languages.join(' ')}`
    return [{ kind: kinds[kind], name: title, place: page.operation.path, text, address: address(path) }]
  }
  if (kind === 'operation') {
    const { operation } = page
    const text = `${operation.description}\n${operation.id} ${operation.method}`
    return [{ kind: kinds[kind], name: title, place: operation.path, text, address: address(path) }]
  }
  const text = kind === 'schema' ? page.schema.shape.description : kind === 'error' ? page.error.description : ''
  return [{ kind: kinds[kind], name: title, place: '', text: text || page.description, address: address(path) }]
}

function listCall(operation: DescribedOperation): SearchEntry[] {
  const at = place(operation.page, operation.summary)
  const entry = (kind: string, name: string, anchor: string, text = ''): SearchEntry => ({
    kind,
    name,
    place: at.title,
    text,
    address: address(at.path, anchor),
  })
  const headers = new Map(
    operation.responses
      .toReversed()
      .flatMap(({ headers: fields }) => fields.map((field) => [field.property, field.description] as const)),
  )
  const examples = [
    ...operation.scenarios,
    ...operation.responses.flatMap(({ contents }) => contents.flatMap((content) => content.examples)),
  ]
  return [
    ...operation.parameters.map((field) =>
      entry('Parameter', field.property, `parameter.${field.anchor}`, field.description),
    ),
    ...(operation.body
      ? operation.body.contents.flatMap(({ shape, mediaType }, index) =>
          shape ? listShape(shape, at, index === 0 ? 'body.' : `body.${mediaType}.`, true) : [],
        )
      : []),
    ...operation.responses.map(({ status, description }) => entry('Status', status, status, description)),
    ...[...headers].map(([name, description]) => entry('Header', name, `header.${name}`, description)),
    ...examples.map(({ name, summary, description }) => ({
      ...entry('Example', summary, '', `${description ?? ''}\n${name}`),
      address: address(samplesPath(operation)),
    })),
  ]
}

/**
 * The properties, values and alternatives inside a shape.
 *
 * @param isWhole Whether to go into components too, each of which has a page of its own.
 */
function listShape(shape: Shape, at: Place, prefix: string, isWhole = false): SearchEntry[] {
  const own = prefix.replace(/\.$/, '')
  const alternatives = shape.choices.flatMap((choice) =>
    choice.alternatives.flatMap((alternative) => {
      const { label: name, anchor, description: text = '' } = alternative
      const found = { kind: 'Alternative', name, place: at.title, text, address: address(at.path, prefix + anchor) }
      return [found, ...listShape(alternative, at, prefix + alternative.prefix, isWhole)]
    }),
  )
  const items = shape.items && !shape.items.name ? listShape(shape.items, at, `${prefix}items.`, isWhole) : []
  const values = listValues(shape, at, own === 'body' ? '' : own)
  return [...listProperties(shape, at, prefix, isWhole), ...alternatives, ...items, ...values]
}

const listValues = ({ values }: Shape, at: Place, anchor: string): SearchEntry[] =>
  values.map(({ value, description = '' }) => ({
    kind: 'Value',
    name: formatValue(value),
    place: [at.title, anchor.replace(/^body\./, '')].filter(Boolean).join(' · '),
    text: description,
    address: address(at.path, anchor),
  }))

const listProperties = (shape: Shape, at: Place, prefix: string, isWhole: boolean): SearchEntry[] =>
  shape.groups
    .flatMap(({ properties }) => properties)
    .flatMap((property) => listProperty(property, at, prefix, isWhole))

function listProperty(property: Property, at: Place, prefix: string, isWhole: boolean): SearchEntry[] {
  const anchor = prefix + property.anchor
  const inside = property.items ?? property
  // Inside a list the name of the list is that of its items too.
  const nested = isWhole || !inside.name ? listShape(inside, at, `${anchor}.`, isWhole) : []
  const parents = prefix.replace(/^body\.|\.$/g, '')
  // The values of a map have no name to search for.
  if (!/\w/.test(property.property)) return nested
  return [
    {
      kind: 'Property',
      name: property.property,
      place: [at.title, parents.replace(/\.$/, '')].filter(Boolean).join(' · '),
      text: `${property.description ?? ''}${property.nullable ? '\nnullable' : ''}`,
      address: address(at.path, anchor),
    },
    ...nested,
  ]
}

function listOverview(): SearchEntry[] {
  const schemes = new Map([...security, ...otherSchemes].flat().map((scheme) => [scheme.id, scheme.description ?? '']))
  const sections = listSections(describeOverview((title) => title))
  return [
    ...sections.map(({ text: name, anchor }) => ({
      kind: 'Section',
      name,
      place: 'Overview',
      text: '',
      address: address('index', anchor),
    })),
    ...[...schemes].map(([name, text]) => ({
      kind: 'Authentication',
      name,
      place: 'Overview',
      text,
      address: address('index', `auth.${name}`),
    })),
    ...openEnums.map(({ label }) => ({
      kind: 'Section',
      name: label,
      place: 'Open enums',
      text: '',
      address: address('index', 'open-enums'),
    })),
  ]
}

/** As much of a description as a result shows. */
export function excerpt(text: string): string {
  const line = summarize(text)
  return line.length <= 120 ? line : `${line.slice(0, line.lastIndexOf(' ', 120))} …`
}
