import { isDate, isDateTime, isDuration, isEmail, isTime, isUri, isUuid } from '@hyperjump/json-schema-formats'
import { Ajv2020, type Options } from 'ajv/dist/2020.js'

/** Not those of ajv-formats, which accept `urn:uuid:…`, a space before the time and `+0200`. */
const formats = {
  date: isDate,
  'date-time': isDateTime,
  duration: isDuration,
  email: isEmail,
  time: isTime,
  uri: isUri,
}
/** The formats of numbers, which JSON does not distinguish. */
const numbers = ['int32', 'int64', 'float', 'double']

/** Ajv with the formats and the keywords of an OpenAPI document. */
export function createAjv(options: Options): Ajv2020 {
  const ajv = new Ajv2020({
    allowMatchingProperties: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    validateSchema: false,
    ...options,
  })
  for (const [name, accepts] of Object.entries({ ...formats, uuid: isUuid })) ajv.addFormat(name, accepts)
  for (const name of numbers) ajv.addFormat(name, true)
  ajv.addVocabulary(['components', 'example', 'x-enumDescriptions'])
  return ajv
}
