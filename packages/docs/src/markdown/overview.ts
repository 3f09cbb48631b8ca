import { readReleases } from '../contract/pages/changelog.ts'
import { document } from '../contract/document/document.ts'
import { describePlace, type Scheme } from '../contract/operations/security.ts'
import { nameStatus } from '../contract/operations/status.ts'
import { firstCall, openEnums, otherSchemes, rateLimit, responses, security } from '../contract/pages/overview.ts'
import { operations, errorTypes, link, schemas, type Page, type PageOf } from '../contract/pages/pages.ts'
import { keptVersions } from '../contract/document/versions.ts'
import { linkVersion } from '../layouts/version-links.ts'
import { curl } from '../samples/languages/curl.ts'
import { fillTemplate } from '../samples/request.ts'
import { toTemplate, toValues } from '../samples/template.ts'
import { fence } from './operation.ts'
import { writeProperty } from './schema.ts'

const decide = 'Decide by `error.type`, or by the status if you do not know the type; new types can be added.'

const lines = (list: string[]) => list.join('\n')

const writeWay = (schemes: Scheme[]) =>
  schemes
    .map((scheme) => {
      const { place, name } = describePlace(scheme)
      return `- \`${scheme.id}\` ${place} \`${name}\`: ${(scheme.description ?? '').replaceAll('\n', '\n  ')}`
    })
    .join('\n  together with\n')

export function writeOverview(page: Page): string[] {
  const to = (path: string) => link(page, path, '', '.md')
  const { info, servers = [], openapi } = document
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
    '## Base URL',
    lines(servers.map(({ url, description }) => `- \`${url}\`${description ? `: ${description}` : ''}`)),
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
    '## Errors',
    `${decide} [All error types](${to('errors')}).`,
    lines(
      responses.map(
        ({ status, description }) => `- \`${nameStatus(status)}\`: ${description.replaceAll('\n', '\n  ')}`,
      ),
    ),
    '## Rate limits',
    ...(rateLimit
      ? [`\`${nameStatus('429')}\`: ${rateLimit.description}`, lines(rateLimit.headers.flatMap(writeProperty))]
      : ['The description mentions no rate limits.']),
    '## Open enums',
    'The lists of values in responses can change without a new version. Keep a default branch for values that you do not know.',
    lines(openEnums.map(({ label, schema }) => `- [\`${label}\`](${to(`schemas/${schema}`)})`)),
    '## Versioning',
    `Version \`${info.version}\`, OpenAPI ${openapi}${info.license ? `, under the ${info.license.name} license` : ''}. A breaking change means a new major version, or before 1.0.0 a new minor version. [Changelog](${to('changelog')}).`,
  ].filter((text) => text !== '')
}

export const writeErrors = (page: PageOf<'errors'>): string[] => [
  decide,
  lines(
    errorTypes
      .slice(...page.range)
      .map(({ type, page: path, description }) => `- [\`${type}\`](${link(page, path, '', '.md')}): ${description}`),
  ),
]

export async function writeChangelog(page: Page): Promise<string[]> {
  const releases = await readReleases()
  if (releases.length === 0) return [`There is no release yet. The unreleased version is \`${document.info.version}\`.`]
  return releases.flatMap(({ version, changes }) => [
    `## ${version}`,
    ...keptVersions
      .filter((kept) => kept.version === version)
      .map(({ site }) => `[The reference of ${site}](${linkVersion(page, site, '.md')})`),
    ...(changes.length === 0 ? ['Neither the description nor these packages changed.'] : []),
    lines(changes.map(({ breaking, text }) => `- ${breaking ? '**breaking** ' : ''}${text.replaceAll('\n', '\n  ')}`)),
  ])
}
