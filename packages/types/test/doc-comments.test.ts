import contract from '@seam-acs/spec' with { type: 'json' }
import type { Json } from '@seam-acs/spec/model'
import { expect, test } from 'vitest'
import { renderTypes } from '@seam-acs/codegen/types'
import { compile } from './compile.ts'

/** The doc comment before the first line with `declaration`, in types that have another property `zone`. */
function readComment(declaration: string, zone: Json = {}, schemas: Json = {}): string {
  const document = structuredClone(contract) as Json
  document.components.schemas.acs_credential.properties.zone = zone
  Object.assign(document.components.schemas, schemas)
  const lines = renderTypes(document)
    .split('\n')
    .map((line) => line.trim())
  const end = lines.findIndex((line) => line.startsWith(declaration))
  const start = lines.findLastIndex((line, index) => index < end && line.startsWith('/**'))
  return lines.slice(start, end).join('\n')
}

const comment = (...lines: string[]) => ['/**', ...lines.map((line) => ` * ${line}`.trim()), '*/'].join('\n')

test('a description is prose, and its tags come last', () => {
  const zone = { type: 'string', deprecated: true, format: 'uuid', default: 'a', description: 'Where it is.\nOr was.' }
  expect(readComment('zone?:', zone)).toBe(
    comment('Where it is.', 'Or was.', '', '@format uuid', '@default "a"', '@deprecated'),
  )
})

test('a short description is one line', () => {
  expect(readComment('zone?:', { type: 'string', description: 'Where it is.' })).toBe('/** Where it is. */')
})

test('an enum says what its values mean', () => {
  const zone = {
    type: 'string',
    description: 'Where it is.',
    enum: ['n', 's'],
    'x-enumDescriptions': { n: 'In the north.', s: 'In the south.' },
    default: 'n',
  }
  const expected = comment('Where it is.', '', '- `n`: In the north.', '- `s`: In the south.', '', '@default "n"')
  expect(readComment('zone?:', zone)).toBe(expected)
  expect(readComment('zone?:', { ...zone, enum: undefined, anyOf: [zone, { type: 'string' }] })).toContain('In the')
})

test('a property that is a reference has the comment of its target', () => {
  const place = { type: 'string', format: 'uuid', description: 'A place.' }
  const zone = { $ref: '#/components/schemas/place' }
  expect(readComment('zone?:', zone, { place })).toBe(comment('A place.', '', '@format uuid'))
})

test('a reference with a description of its own keeps it', () => {
  const place = { type: 'string', description: 'A place.' }
  const zone = { $ref: '#/components/schemas/place', description: 'Its zone.' }
  expect(readComment('zone?:', zone, { place })).toBe('/** Its zone. */')
})

test.each(['create_acs_credential_request', 'acs_credential_warning'] as const)(
  'a composed schema keeps its description: %s',
  (name) => {
    const type = name.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase())
    const { description } = contract.components.schemas[name]
    expect(readComment(`export type ${type}`)).toBe(comment(...description.split('\n')))
  },
)

test('no comment has the tag @description', () => {
  expect(renderTypes(contract)).not.toContain('@description')
})

test('`*/` in a description, a default, a value or an operation does not end the comment', () => {
  const document = structuredClone(contract) as Json
  const end = 'x */ export const broken = 1 /*'
  document.paths['/acs/credentials/create'].post.description = end
  document.components.responses.not_found.description = end
  document.components.schemas.acs_credential.description = end
  document.components.schemas.acs_credential.properties.zone = {
    type: 'string',
    format: end,
    description: end,
    default: end,
    'x-enumDescriptions': { [end]: end },
  }
  const types = renderTypes(document)
  expect(types).toContain(String.raw`x *\/ export const broken`)
  expect(types).not.toContain(end)
  expect(compile("import '@seam-acs/types'", types)).toEqual([])
})

test('an @ at the start of a line starts no tag', () => {
  const zone = { type: 'string', description: 'Where it is,\n@home or not.' }
  expect(readComment('zone?:', zone)).toBe(comment('Where it is,', String.raw`\@home or not.`))
})
