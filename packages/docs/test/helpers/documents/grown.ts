import contract from '@seam-acs/spec' with { type: 'json' }
import type { Components, OpenApiDocument } from '@seam-acs/spec/model'

/** The contract with a second operation, a new schema, property and enum value. */
export function grow(): OpenApiDocument {
  const document = structuredClone(contract) as unknown as OpenApiDocument
  const { schemas } = document.components as Required<Components>
  const { post } = document.paths!['/acs/credentials/create']!
  document.paths!['/acs/credentials/update'] = {
    post: { ...post!, operationId: 'acs_credentials_update', summary: 'Update a credential' },
  }
  schemas['brand_new'] = {
    type: 'object',
    description: 'A <new> thing.',
    properties: { size: { type: 'integer', minLength: 2 } },
  }
  schemas['acs_credential']!.properties!['brand_new'] = { $ref: '#/components/schemas/brand_new' }
  schemas['access_method']!.enum!.push('retina')
  return document
}
