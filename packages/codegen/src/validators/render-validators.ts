import { camelCase, type OpenApiDocument } from '@seam-acs/spec/model'
import { readHouseOperations } from '../house-operations.ts'
import { quote } from '../quote.ts'
import { asPure, indent, shareRepeated } from './expression.ts'
import { createSimplify } from './simplify-schema.ts'
import { createToCheck } from './to-check.ts'

/** The functions of the client's `checks.ts`. */
const functions = 'all anyOf array later object oneOf only patterns test type where'.split(' ')

/** The checks of request bodies and successful responses. */
export function renderValidators(document: OpenApiDocument): string {
  const toRequest = createToCheck(createSimplify(document, true), true)
  const toResponse = createToCheck(createSimplify(document, false), false)
  const operations = readHouseOperations(document, 'validators').map(({ id, path, request, success }) => ({
    name: `${camelCase(id).replace(/^\d/, '_$&')}Checks`,
    path,
    request: toRequest(`POST ${path}`, request?.schema ?? {}),
    response: toResponse(`POST ${path}`, success?.schema ?? {}),
  }))
  const roots = operations.flatMap(({ request, response }) => [request, response])
  const names = operations.map(({ name }) => name)
  const { constants, render } = shareRepeated(roots, [...functions, ...names, 'any', 'allChecks', 'null'])
  const entries = operations.map(({ name, path, request, response }) =>
    [
      `/** Of \`POST ${path}\`, for \`createValidator\`. */`,
      `export const ${name}: Checks = ${asPure(`[${quote(path)}, ${render(request)}, ${render(response)}]`)}`,
    ].join('\n'),
  )
  const source = [
    ...constants,
    '',
    ...entries,
    '',
    'export const allChecks: readonly Checks[] = [',
    ...names.map((name) => `${name},`),
    ']',
    '',
  ].join('\n')
  const used = functions.filter((name) => source.includes(`${name}(`))
  const values = /[:,[(] ?any[,\])]/.test(source) ? ['any'] : []
  const types = ['Check', 'Test'].filter((name) => source.includes(`: ${name} =`))
  const imported = [...values, ...used, ...[...types, 'Checks'].toSorted().map((name) => `type ${name}`)]
  return [
    '// Generated from the spec by the `generate` verb.',
    '',
    `import { ${imported.join(', ')} } from './checks.ts'`,
    '',
    indent(source),
  ].join('\n')
}
