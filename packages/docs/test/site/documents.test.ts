import contract from '@seam-acs/spec' with { type: 'json' }
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import type { Components, OpenApiDocument } from '@seam-acs/spec/model'
import { buildSite, dist, readSite, readText } from '../helpers/site.ts'

const copy = (): OpenApiDocument => structuredClone(contract) as unknown as OpenApiDocument

test('the description is offered as it is, in JSON and in YAML', async () => {
  const site = await readSite(dist)
  expect(JSON.parse(site.get('openapi.json')!)).toEqual(contract)
  expect(parse(site.get('openapi.yaml')!)).toEqual(contract)
})

test('two builds are the same to the byte', async () => {
  expect(await buildSite()).toEqual(await readSite(dist))
})

test('a build names an unknown keyword and where it is', async () => {
  const document = copy()
  Object.assign(document.components!.schemas!['acs_credential']!.properties!['code']!, {
    propertyNames: { minLength: 2 },
  })
  await expect(buildSite(document)).rejects.toThrow(
    '`propertyNames` at #/components/schemas/acs_credential/properties/code',
  )
})

test('a second operation, a new schema, property and enum value have their pages, and addresses their prefix', async () => {
  const document = copy()
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
  const site = await buildSite(document, { DOCS_SITE_URL: 'https://docs.example/acs/' })
  const read = (path: string) => readText(site.get(path)!)

  expect(read('api/acs/credentials/update.html')).toContain('Update a credential')
  expect(read('api/acs/credentials/update/samples.html')).toContain('seam.acs.credentials.update({')
  expect(read('schemas/brand_new.html')).toMatch(/A <new> thing\..*size integer Minimum length 2/)
  expect(site.get('schemas/brand_new.md')).toContain('`size` (`integer`)')
  expect(read('schemas/acs_credential.html')).toContain('brand_new object A <new> thing.')
  expect(site.get('schemas/acs_credential.html')).toContain('id="brand_new.size"')
  for (const path of ['schemas/access_method.html', 'api/acs/credentials/create.html', 'schemas/acs_credential.md'])
    expect(read(path)).toContain('retina')
  expect(site.get('sitemap.xml')).toContain('<loc>https://docs.example/acs/schemas/brand_new.html</loc>')
  expect(site.get('index.html')).toContain('<link rel="canonical" href="https://docs.example/acs/index.html">')
})
