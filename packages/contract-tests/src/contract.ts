import type { OpenApiDocument } from '@seam-acs/spec/model'
import { readContract } from '@seam-acs/spec/read-contract'

export const contract: OpenApiDocument = await readContract()
