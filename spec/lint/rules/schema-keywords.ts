import { formats, keywords } from '../schema-keywords.ts'
import type { Context, Schema, Visitor } from '../redocly.ts'

/** Other rules report these, and say what to write instead. */
const rejectedElsewhere = ['$ref', 'discriminator', 'oneOf', 'unevaluatedProperties']

/** A schema uses only what every stage of the build supports. */
export const schemaKeywords = (): Visitor => ({
  Schema(schema: Schema, { location, report }: Context) {
    for (const keyword of Object.keys(schema)) {
      if (Object.hasOwn(keywords, keyword) || rejectedElsewhere.includes(keyword)) continue
      report({
        message: `Leave out \`${keyword}\`: not every stage of the build supports it. spec/lint/schema-keywords.ts lists the keywords to use.`,
        location: location.child(keyword).key(),
      })
    }
    if (schema.format === undefined || Object.hasOwn(formats, schema.format)) return
    report({
      message: `Use one of the formats ${Object.keys(formats).join(', ')}: not every stage of the build supports \`${schema.format}\`.`,
      location: location.child('format'),
    })
  },
})
