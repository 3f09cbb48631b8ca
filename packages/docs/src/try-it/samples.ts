import { listSamples } from '../samples/index.ts'
import { fillTemplate } from '../samples/request.ts'

/** The writers of code, which a panel loads once it is open. */
export const writers = { listSamples, fillTemplate }
;(docs.parts ??= {})['samples'] = writers
