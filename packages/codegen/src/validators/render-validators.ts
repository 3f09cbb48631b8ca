import type { OpenApiDocument } from '@seam-acs/spec/model'
import { readHouseOperations } from '../house-operations.ts'
import { quote } from '../quote.ts'
import { indent, shareRepeated } from './expression.ts'
import { createSimplify } from './simplify-schema.ts'
import { createToCheck } from './to-check.ts'

/** The functions of the client's `checks.ts`. */
const functions = 'all anyOf array closed later object oneOf only patterns test type where'.split(' ')

/** The checks of request bodies and successful responses. */
export function renderValidators(document: OpenApiDocument): string {
  const toRequest = createToCheck(createSimplify(document, true), true)
  const toResponse = createToCheck(createSimplify(document, false), false)
  const operations = readHouseOperations(document, 'validators').map(({ path, request, success }) => ({
    path,
    request: toRequest(`POST ${path}`, request?.schema ?? {}),
    response: toResponse(`POST ${path}`, success?.schema ?? {}),
  }))
  const roots = operations.flatMap(({ request, response }) => [request, response])
  const { constants, render } = shareRepeated(roots, [...functions, 'any', 'checks', 'null'])
  const entries = operations.map(
    ({ path, request, response }) => `[${quote(path)}, [${render(request)}, ${render(response)}]],`,
  )
  const source = [
    ...constants,
    '',
    'export const checks: ReadonlyMap<string, readonly [request: Check, response: Check]> = new Map([',
    ...entries,
    '])',
    '',
  ].join('\n')
  const used = functions.filter((name) => source.includes(`${name}(`))
  const values = /[:,[(] ?any[,\])]/.test(source) ? ['any'] : []
  const types = ['Check', 'Test'].filter((name) => source.includes(`: ${name}`)).map((name) => `type ${name}`)
  return [
    '// Generated from the spec by the `generate` verb.',
    '',
    `import { ${[...values, ...used, ...types].join(', ')} } from './checks.ts'`,
    '',
    indent(source),
  ].join('\n')
}
