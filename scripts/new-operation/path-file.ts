import type { Json } from '@seam-acs/spec/model'
import { toTitle, type Names } from './names.ts'
import type { NewFile } from './render.ts'

/** The file of the operation itself. Its authentication, headers and error responses are copied from another one. */
export function createPathFile({ path, id, group, call }: Names, neighbour: Json): NewFile {
  const { operationId, security, responses } = neighbour.post
  const isSuccess = (status: string) => status.startsWith('2')
  const { headers } = responses[Object.keys(responses).find(isSuccess)!]
  const failures = Object.entries(responses).filter(([status]) => !isSuccess(status))
  const describeJson = (side: 'request' | 'response') => ({
    'application/json': {
      schema: { $ref: `../components/schemas/${call}_${side}.yaml` },
      examples: { [call]: { $ref: `../components/examples/${call}_${side}.yaml` } },
    },
  })
  const content = {
    post: {
      operationId: id,
      tags: [group],
      summary: toTitle(call),
      description: `Calls \`${path}\`.`,
      security,
      requestBody: { description: 'What the call needs.', required: true, content: describeJson('request') },
      responses: {
        200: { description: 'The call succeeded.', headers, content: describeJson('response') },
        ...Object.fromEntries(failures),
      },
    },
  }
  return {
    file: `paths/${id}.yaml`,
    content,
    todos: [
      [['post', 'summary'], 'Say in a few words what the call does. This becomes the title of its page.'],
      [['post', 'description'], 'Say what the call does, and what a caller has to know before and after it.'],
      [['post', 'security'], `Check the ways to authenticate, which are those of ${operationId}.`],
      [['post', 'requestBody', 'description'], 'Say what the body contains.'],
      [['post', 'responses'], `Check the statuses and the error responses, which are those of ${operationId}.`],
    ],
  }
}
