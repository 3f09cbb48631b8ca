import { createHashExchange, type Recording, type RecordingFile } from '@seam-acs/recorder/recording'
import { readOperations, type OpenApiDocument } from '@seam-acs/spec/model'
import { createCheckFully, isHeld } from '../check.ts'
import { createAjvValidate } from '../validators/ajv.ts'
import type { Remark } from './render-ledger.ts'

/**
 * The real recordings of the document's paths that say something else than the document, or may: those that are not
 * checked against it, and those made before the document changed for what they show.
 */
export function listRemarks(contract: OpenApiDocument, real: RecordingFile[]): Remark[] {
  const paths = new Set(readOperations(contract).map(({ path }) => path))
  const check = createCheckFully(contract, createAjvValidate(contract))
  const hashExchange = createHashExchange(contract)
  return real
    .filter(({ recording }) => paths.has(recording.request.path))
    .flatMap(({ file, recording }) => {
      const text = remarkOn(recording)
      return text === undefined ? [] : { file, text }
    })

  function remarkOn(recording: Recording): string | undefined {
    const { differs, operationHash } = recording.recorded
    if (differs !== undefined) return `differs from the spec: ${differs}`
    const hash = hashExchange(recording)
    const line = `\`"operationHash": "${hash}"\``
    if (isHeld(recording)) {
      if (operationHash === hash) return undefined
      return `the spec has changed for this exchange since it was recorded. Record it again, or write ${line} if it is still right.`
    }
    const [problem] = check(recording)
    return problem === undefined
      ? `not checked against the spec yet, but matches it. Write ${line} into \`recorded\` to have it checked.`
      : `not checked against the spec yet: ${problem}. Correct the spec and write ${line} into \`recorded\`, or write \`"differs": "<why>"\`.`
  }
}
