import { createArbitrary } from '@seam-acs/contract-tests/arbitrary'
import { readOperations, type Json, type OpenApiDocument } from '@seam-acs/spec/model'
import * as fc from 'fast-check'
import { replacements } from './round-trip.ts'

/** A program that calls every method with literals that the document allows, and uses such literals as its results. */
export function renderProgram(document: OpenApiDocument, cases: number): string {
  const calls = readOperations(document).flatMap(({ names, request, success, result }, index) => {
    const method = `seam${names.map((name) => `[${JSON.stringify(name)}]`).join('')}`
    const bodies = request?.schema ? sample(request.schema, 1).map((value) => JSON.stringify(value)) : ['']
    const key = 'key' in result && result.kind !== 'page' ? result.key : undefined
    const results = key && success?.schema ? sample(success.schema, 2).map((value) => value[key]) : []
    return [
      ...bodies.map((body) => `void ${method}(${body})`),
      ...results.map(
        (value, at) =>
          `export const result_${index}_${at}: Awaited<ReturnType<typeof ${method}>> = ${JSON.stringify(value)}`,
      ),
    ]
  })
  return ["import { Seam } from './src/index.ts'", '', 'const seam = new Seam()', ...calls, ''].join('\n')

  function sample(schema: Json, seed: number): Json[] {
    return fc.sample(createArbitrary(document, schema, replacements), { numRuns: cases, seed })
  }
}
