import { document, isOwnApi } from '../contract/document/document.ts'
import { nameStatus } from '../contract/operations/status.ts'
import { firstCall, openEnums, rateLimit, responses } from '../contract/pages/overview.ts'
import { errorTypes, operations, schemas } from '../contract/pages/pages.ts'
import { curl } from '../samples/languages/curl.ts'
import { fillTemplate } from '../samples/request.ts'
import { toTemplate, toValues } from '../samples/template.ts'
import { writeCode, writeTable } from '../text/markdown.ts'
import { card, code, heading, text, type Block, type Content, type Examples, type WriteLink } from './block.ts'
import { describeVariables } from './examples.ts'
import { decide } from './indexes.ts'
import { describeSecurity } from './security.ts'
import { describeServers } from './servers.ts'

export function describeOverview(to: WriteLink): Content {
  const rest = [
    ...describeServers(document.servers),
    heading(2, 'Authentication', 'authentication'),
    ...describeSecurity(),
    ...describeStatuses(to),
    heading(2, 'Rate limits', 'rate-limits'),
    ...(rateLimit
      ? [
          ...text(`${writeCode(nameStatus('429'))}: ${rateLimit.description}`),
          { kind: 'properties' as const, properties: rateLimit.headers, prefix: '429.header.' },
        ]
      : text('The description mentions no rate limits.')),
    ...describeOpenEnums(to),
    heading(2, 'Versioning', 'versioning'),
    ...describeVersion(to),
  ]
  const taken = rest.flatMap((block) => (block.kind === 'heading' ? (block.anchor ?? []) : []))
  return {
    intro: [...text(document.info.summary), ...describeStarts(to)],
    examples: describeFirstCall(),
    rest: [{ kind: 'sections', text: document.info.description ?? '', taken }, ...rest],
  }
}

/** What each status of a response means. */
function describeStatuses(to: WriteLink): Block[] {
  if (responses.length === 0) return []
  const rows = responses.map(({ status, description }) => [writeCode(nameStatus(status)), description])
  const pages = errorTypes.length > 0 ? ` Each ${to('error type', 'errors')} has a page that explains what to do.` : ''
  return [heading(2, 'Errors', 'errors'), ...text(decide + pages), ...text(writeTable(['Status', 'Meaning'], ...rows))]
}

/** Of operations and of objects, more than these are on their indexes only. */
const shownStarts = 6

function describeStarts(to: WriteLink): Block[] {
  const objects = schemas.filter(({ isResult }) => isResult)
  const entries = [
    ...operations.slice(0, shownStarts).map(({ summary, page, method, path }) => ({
      title: summary,
      path: page,
      code: `${method} ${path}`,
    })),
    ...objects.slice(0, shownStarts).map(({ name }) => ({
      title: name,
      isName: true,
      path: `schemas/${name}`,
      text: 'Object',
    })),
  ]
  const isWhole = entries.length === operations.length + objects.length
  const indexes = `There are indexes of ${to('all operations', 'operations')} and of ${to('all objects', 'schemas')}.`
  return [{ kind: 'entries', entries, look: 'starts' }, ...text(isWhole ? '' : indexes)]
}

function describeFirstCall(): Examples | undefined {
  if (!firstCall) return undefined
  const request = curl.write(fillTemplate(toTemplate(firstCall.operation), toValues(firstCall.operation, firstCall)))
  return {
    label: 'A first request',
    choices: [],
    blocks: [
      ...text(describeVariables(firstCall.operation)),
      card([code({ code: request, language: curl.language })], 'A first request'),
    ],
  }
}

/** More of them are on the pages of their objects only. */
const shownEnums = 30

function describeOpenEnums(to: WriteLink): Block[] {
  if (openEnums.length === 0) return []
  const enums = openEnums
    .slice(0, shownEnums)
    .map(({ label, schema, anchor }) => `- ${to(writeCode(label), `schemas/${schema}`, anchor)}`)
  const rest = openEnums.length - enums.length
  return [
    heading(2, 'Open enums', 'open-enums'),
    ...text(
      'The lists of values in responses can change without a new version. Keep a default branch for values that you do not know. These lists are marked *open* here.',
    ),
    ...text([...enums, ...(rest > 0 ? [`- and ${rest} more, on the pages of their objects`] : [])].join('\n')),
  ]
}

/** What can change, and how a reader learns of it. */
function describeVersion(to: WriteLink): Block[] {
  const { info, openapi } = document
  const license = info.license?.url ? `[${info.license.name}](${info.license.url})` : info.license?.name
  // The document of another API promises nothing about its versions.
  const promise = isOwnApi
    ? `, which is also the version of the types and the client. A breaking change means a new major version, or before 1.0.0 a new minor version. The ${to('changelog', 'changelog')} marks breaking changes`
    : ''
  return [
    ...text(`This is version ${writeCode(info.version)} of the description${promise}.`),
    ...text(`The description is OpenAPI ${openapi}${license ? `, under the ${license} license` : ''}.`),
  ]
}
