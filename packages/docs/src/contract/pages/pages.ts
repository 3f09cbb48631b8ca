import { document } from '../document/document.ts'
import { listErrorTypes, type ErrorType } from '../operations/error-type.ts'
import { listIndexPages, type IndexPart } from './index-pages.ts'
import { listOperations, type DescribedOperation } from '../operations/operation.ts'
import { listSchemas, type NamedSchema } from '../schemas/named-schema.ts'
import { listSamplesOf } from '../../samples/template.ts'
import { summarize } from '../../text/markdown.ts'

interface Entry {
  /** The page's path without an extension; `.html` and `.md` exist for each. */
  path: string
  title: string
  /** One plain sentence for search engines and indexes. */
  description: string
}

export type Page = Entry &
  (
    | { kind: 'overview' }
    | { kind: 'changelog' }
    | IndexPart<'operations'>
    | IndexPart<'schemas'>
    | IndexPart<'errors'>
    | { kind: 'operation'; operation: DescribedOperation }
    | { kind: 'samples'; operation: DescribedOperation }
    | { kind: 'schema'; schema: NamedSchema }
    | { kind: 'error'; error: ErrorType }
  )

export type PageOf<Kind extends Page['kind']> = Extract<Page, { kind: Kind }>

/** The page with the samples of an operation in every language; the operation's own page has one. */
export const samplesPath = (operation: DescribedOperation) => `${operation.page}/samples`

/** By their tags, and in the order of their paths. */
export const operations = [...Map.groupBy(listOperations().toSorted(byPath), ({ tag }) => tag).values()].flat()
export const errorTypes = listErrorTypes(operations)
export const schemas = listSchemas(operations)

/** Every page of the site, in the order of the indexes. */
export const pages: Page[] = [
  {
    kind: 'overview',
    path: 'index',
    title: document.info.title,
    description: document.info.summary ?? summarize(document.info.description),
  },
  ...listIndexPages(
    { kind: 'operations', title: 'Operations', description: `Every operation of the ${document.info.title}.` },
    operations.map(({ method, path }) => `${method} ${path}`),
  ),
  ...operations.flatMap((operation) => [
    {
      kind: 'operation' as const,
      path: operation.page,
      title: operation.summary,
      description: `${operation.method} ${operation.path}: ${summarize(operation.description)}`,
      operation,
    },
    {
      kind: 'samples' as const,
      path: samplesPath(operation),
      title: `${operation.summary}: code samples`,
      description: `${operation.method} ${operation.path} in ${listSamplesOf(operation)
        .map(({ label }) => label)
        .join(', ')}.`,
      operation,
    },
  ]),
  ...listIndexPages(
    {
      kind: 'schemas',
      title: 'Objects and schemas',
      description: `Every object, enum and other schema of the ${document.info.title}.`,
    },
    schemas.map(({ name }) => name),
  ),
  ...schemas.map((schema) => ({
    kind: 'schema' as const,
    path: `schemas/${schema.name}`,
    title: schema.name,
    description: summarize(schema.shape.description),
    schema,
  })),
  ...listIndexPages(
    { kind: 'errors', title: 'Errors', description: 'Every type of error, what it means and what to do about it.' },
    errorTypes.map(({ type }) => type),
  ),
  ...errorTypes.map((error) => ({
    kind: 'error' as const,
    path: error.page,
    title: error.type,
    description: summarize(error.description),
    error,
  })),
  {
    kind: 'changelog',
    path: 'changelog',
    title: 'Changelog',
    description: `What changed in each version of the ${document.info.title}, with breaking changes marked.`,
  },
]

/** A link that works under any base path and from a folder: `../schemas/acs_credential.html#code`. */
export function link(from: Page, path: string, anchor = '', extension = '.html'): string {
  if (from.path === path && anchor && extension === '.html') return `#${anchor}`
  return `${root(from)}${path}${extension}${anchor && `#${anchor}`}`
}

/** The way from a page to the site's root: empty, `../`, `../../`. */
export const root = ({ path }: Page) => '../'.repeat(path.split('/').length - 1)

function byPath(one: DescribedOperation, other: DescribedOperation): number {
  const [a, b] = [one, other].map(({ path }) => path.replaceAll('/', '\0'))
  return a! < b! ? -1 : Number(a! > b!)
}
