import { words } from '../../document/json.ts'
import type { Usage } from '../../change.ts'
import { compareKeywords, type Both, type Context } from '../context.ts'

/** What rules or wording speak of, by the kind of object. */
const KNOWN = {
  encoding: ['allowReserved', 'contentType', 'explode', 'headers', 'style'],
  mediaType: ['encoding', 'example', 'examples', 'schema'],
  operation: [
    ...words('callbacks deprecated description externalDocs operationId parameters requestBody'),
    ...words('responses security servers summary tags'),
  ],
  parameter: [
    ...words('allowEmptyValue allowReserved content deprecated description example examples'),
    ...words('explode in name required schema style'),
  ],
  pathItem: [
    ...words('$ref delete description get head options parameters patch post put'),
    ...words('query servers summary trace'),
  ],
  requestBody: ['content', 'description', 'required'],
  response: ['content', 'description', 'headers', 'links', 'summary'],
  securityScheme: ['bearerFormat', 'description', 'flows', 'in', 'name', 'openIdConnectUrl', 'scheme', 'type'],
}

/** What no rule understands may mean anything, so it is at least a minor change. */
export function compareUnknown(
  context: Context,
  both: Both,
  kind: keyof typeof KNOWN,
  usage: Usage | undefined,
  name?: string,
): void {
  const keys = [both.base, both.head].flatMap((place) => Object.keys(place?.node ?? {}))
  const unknown = [...new Set(keys)].filter((key) => !KNOWN[kind].includes(key) && !key.startsWith('x-'))
  compareKeywords(context, both, unknown, { rule: 'not-understood', level: 'minor' }, usage, name)
}
