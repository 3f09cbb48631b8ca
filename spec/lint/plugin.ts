import { alphabetical } from './rules/alphabetical.ts'
import { declaredExamples } from './rules/declared-examples.ts'
import { descriptionRequired } from './rules/description-required.ts'
import { descriptionSaysMore } from './rules/description-says-more.ts'
import { descriptionSentences } from './rules/description-sentences.ts'
import { enumDescriptions } from './rules/enum-descriptions.ts'
import { errorBodies } from './rules/error-bodies.ts'
import { fileNames } from './rules/file-names.ts'
import { keyOrder } from './rules/key-order.ts'
import { openEnums } from './rules/open-enums.ts'
import { pairedExamples } from './rules/paired-examples.ts'
import { pathNames } from './rules/path-names.ts'
import { requestBodies } from './rules/request-bodies.ts'
import { schemaKeywords } from './rules/schema-keywords.ts'
import { successBodies } from './rules/success-bodies.ts'
import { unusedFiles } from './rules/unused-files.ts'
import { skipMalformed } from './skip-malformed.ts'

/** The rules of this repository, which Redocly's own and configurable rules cannot express. */
export const rules = {
  alphabetical,
  'declared-examples': declaredExamples,
  'description-required': descriptionRequired,
  'description-says-more': descriptionSaysMore,
  'description-sentences': descriptionSentences,
  'enum-descriptions': enumDescriptions,
  'error-bodies': errorBodies,
  'file-names': fileNames,
  'key-order': keyOrder,
  'open-enums': openEnums,
  'paired-examples': pairedExamples,
  'path-names': pathNames,
  'request-bodies': requestBodies,
  'schema-keywords': schemaKeywords,
  'success-bodies': successBodies,
  'unused-files': unusedFiles,
}

// Redocly loads a plugin only from the default export.
export default () => ({
  id: 'seam',
  rules: { oas3: Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, skipMalformed(rule)])) },
})
