import { readReleases } from '../contract/pages/changelog.ts'
import type { Server, ServerVariable } from '../contract/document/server.ts'
import { document, isOwnApi } from '../contract/document/document.ts'
import { describePlace, type Scheme } from '../contract/operations/security.ts'
import { nameStatus } from '../contract/operations/status.ts'
import { firstCall, openEnums, otherSchemes, rateLimit, responses, security } from '../contract/pages/overview.ts'
import { operations, errorTypes, link, schemas, type Page, type PageOf } from '../contract/pages/pages.ts'
import { keptVersions } from '../contract/document/versions.ts'
import { linkVersion } from '../layouts/version-links.ts'
import { curl } from '../samples/languages/curl.ts'
import { fillTemplate } from '../samples/request.ts'
import { toTemplate, toValues } from '../samples/template.ts'
import { fence } from './code.ts'
import { writeProperty } from './schema.ts'

const decide =
  errorTypes.length > 0
    ? 'Decide by `error.type`, or by the status if you do not know the type; new types can be added.'
    : 'Decide by the status.'

const lines = (list: string[]) => list.join('\n')

const writeWay = (schemes: Scheme[]) =>
  schemes
    .map((scheme) => {
      const { place, name } = describePlace(scheme)
      return `- \`${scheme.id}\` ${place} \`${name}\`${scheme.description ? `: ${scheme.description.replaceAll('\n', '\n  ')}` : ''}`
    })
    .join('\n  together with\n')

export function writeOverview(page: Page): string[] {
  const to = (path: string) => link(page, path, '', '.md')
  const { info } = document
  return [
    info.summary ?? '',
    info.description ?? '',
    lines([
      ...operations.map(
        (operation) => `- [${operation.summary}](${to(operation.page)}): \`${operation.method} ${operation.path}\``,
      ),
      ...schemas
        .filter(({ isResult }) => isResult)
        .map(({ name }) => `- [The object ${name}](${to(`schemas/${name}`)})`),
    ]),
    ...writeBaseUrl(),
    '## Authentication',
    ...(security.length > 1 ? ['Use one of these:'] : []),
    lines(security.map(writeWay)),
    ...(otherSchemes.length > 0
      ? ['Some operations require something else; their pages say which:', lines(otherSchemes.map(writeWay))]
      : []),
    ...(firstCall
      ? [
          fence(
            curl.write(fillTemplate(toTemplate(firstCall.operation), toValues(firstCall.operation, firstCall))),
            'sh',
          ),
        ]
      : []),
    ...writeErrorRules(page, '.md'),
    '## Rate limits',
    ...(rateLimit
      ? [`\`${nameStatus('429')}\`: ${rateLimit.description}`, lines(rateLimit.headers.flatMap(writeProperty))]
      : ['The description mentions no rate limits.']),
    ...writePromises(page, '.md'),
  ].filter((text) => text !== '')
}

/** The rows of a table. A cell is one line. */
const table = (...rows: string[][]) =>
  lines(
    [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)].map(
      (row) => `| ${row.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', String.raw`\|`)).join(' | ')} |`,
    ),
  )

// What follows is the same in HTML, which is made of the Markdown.

const writeVariable = ([name, { default: usual, enum: values, description }]: [string, ServerVariable]) => {
  const choice = values ? `, one of ${values.map((value) => `\`${value}\``).join(', ')}` : ''
  return `  - \`${name}\`${choice}, by default \`${usual}\`${description ? `: ${description}` : ''}`
}

export const writeBaseUrl = (): string[] => [
  '## Base URL',
  lines(
    (document.servers ?? []).flatMap((each: Server) => [
      `- \`${each.url}\`${each.description ? `: ${each.description}` : ''}`,
      ...Object.entries(each.variables ?? {}).map(writeVariable),
    ]),
  ),
]

export const writeErrorRules = (page: Page, extension: string): string[] => [
  '## Errors',
  errorTypes.length > 0
    ? `${decide} Each [error type](${link(page, 'errors', '', extension)}) has a page that explains what to do.`
    : decide,
  table(
    ['Status', 'Meaning'],
    ...responses.map(({ status, description }) => [`\`${nameStatus(status)}\``, description]),
  ),
]

/** More of them are on the pages of their objects only. */
const shownEnums = 30

/** What can change, and how a reader learns of it. */
export function writePromises(page: Page, extension: string): string[] {
  const { info, openapi } = document
  const enums = openEnums.slice(0, shownEnums).map(({ label, schema, anchor }) => {
    const place = extension === '.html' ? anchor : ''
    return `- [\`${label}\`](${link(page, `schemas/${schema}`, place, extension)})`
  })
  const rest = openEnums.length - enums.length
  const license = info.license?.url ? `[${info.license.name}](${info.license.url})` : info.license?.name
  // The document of another API promises nothing about its versions.
  const promise = isOwnApi
    ? `, which the packages for types and the client share. A breaking change means a new major version, or before 1.0.0 a new minor version. The [changelog](${link(page, 'changelog', '', extension)}) marks it`
    : ''
  return [
    ...(enums.length > 0
      ? [
          '## Open enums',
          'The lists of values in responses can change without a new version. Keep a default branch for values that you do not know. These lists are marked *open* here.',
          lines([...enums, ...(rest > 0 ? [`- and ${rest} more, on the pages of their objects`] : [])]),
        ]
      : []),
    '## Versioning',
    `This is version \`${info.version}\` of the description${promise}.`,
    `The description is OpenAPI ${openapi}${license ? `, under the ${license} license` : ''}.`,
  ]
}

export function writeErrors(page: PageOf<'errors'>, extension: string): string[] {
  const shown = errorTypes.slice(...page.range)
  const bodies = responses
    .filter(({ status }) => !status.startsWith('2'))
    .flatMap(({ contents }) => contents.flatMap(({ shape }) => shape?.name ?? []))
  const links = [...new Set(bodies)].map(
    (name) => ` The body is [${name}](${link(page, `schemas/${name}`, '', extension)}).`,
  )
  const rows = shown.map(({ type, page: path, statuses, description }) => [
    `[\`${type}\`](${link(page, path, '', extension)})`,
    statuses.map((status) => `\`${status}\``).join(', '),
    description,
  ])
  return [`${decide}${links.join('')}`, ...(rows.length > 0 ? [table(['Type', 'Status', 'Meaning'], ...rows)] : [])]
}

export async function writeChangelog(page: Page, extension: string): Promise<string[]> {
  const releases = await readReleases()
  const packages =
    'The description and the packages `@seam-acs/types` and `@seam-acs/client` share their versions. A change that can break a working program is marked **breaking**.'
  const none = `There is no release yet. The unreleased version is \`${document.info.version}\`.`
  return [
    ...(isOwnApi ? [packages] : []),
    ...(releases.length === 0 ? [none] : []),
    ...releases.flatMap(({ version, changes }) => [
      `## ${version}`,
      ...keptVersions
        .filter((kept) => kept.version === version)
        .map(({ site }) => `[The reference of ${site}](${linkVersion(page, site, extension)})`),
      ...(changes.length === 0 ? ['Neither the description nor these packages changed.'] : []),
      lines(
        changes.map(({ breaking, text }) => `- ${breaking ? '**breaking** ' : ''}${text.replaceAll('\n', '\n  ')}`),
      ),
    ]),
  ]
}
