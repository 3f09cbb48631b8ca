import { readContract, type OpenApiDocument } from '@seam-acs/spec/model'

export const contract: OpenApiDocument = await readContract()
