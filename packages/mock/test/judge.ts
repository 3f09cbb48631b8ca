import { isDate, isDateTime, isEmail, isUri, isUuid } from '@hyperjump/json-schema-formats'
import { findResponse, readOperations, type OpenApiDocument, type Schema } from '@seam-acs/spec/model'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

/** Judges responses by the OpenAPI document itself with Ajv, which shares nothing with the mock. */
export function createJudge(document: OpenApiDocument) {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false })
  for (const [format, accepts] of Object.entries({ 'date-time': isDateTime, email: isEmail, uri: isUri, uuid: isUuid }))
    ajv.addFormat(format, accepts)
  ajv.addFormat('date', isDate)
  const compiled = new Map<Schema, ValidateFunction>()

  const compile = (schema: Schema): ValidateFunction => {
    const known = compiled.get(schema) ?? ajv.compile({ ...schema, components: document.components })
    compiled.set(schema, known)
    return known
  }

  /** What is wrong with a response: an undescribed status, a body that does not fit, `ok` that does not say which. */
  return async function judge(path: string, response: Response): Promise<string[]> {
    const { status } = response
    const operation = readOperations(document).find((each) => each.path === path)!
    const described = findResponse(operation, status)
    const text = await response.text()
    if (!described) return [`${status} is not described: ${text}`]
    if (!response.headers.get('content-type')?.startsWith('application/json')) {
      return described.schema && status < 300 ? [`${status} without JSON`] : []
    }
    const body = JSON.parse(text)
    const accepts = compile(described.schema ?? {})
    const problems = accepts(body)
      ? []
      : accepts.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)
    if (body.ok !== undefined && body.ok !== status < 300) problems.push(`${status} with ok: ${body.ok}`)
    return problems.map((problem) => `${status} ${problem}: ${text}`)
  }
}
