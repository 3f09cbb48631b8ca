import { createMockFor } from '@seam-acs/mock/contract'
import { expect, test } from 'vitest'
import { call } from '../../src/try-it/call.ts'
import type { TriedOperation } from '../../src/try-it/operation.ts'
import { people } from '../helpers/documents/people.ts'
import { listBrokenLinks } from '../helpers/links.ts'
import { buildSite, readText } from '../helpers/site.ts'

const site = await buildSite(people)
const read = (path: string) => readText(site.get(path)!)

const results = [
  ['create', 'one', 'const person = await seam.people.create({', 'person_id Always'],
  ['delete', 'none', 'await seam.people.delete({', 'ok boolean required'],
  ['find', 'list', 'const people = await seam.people.find({', 'person_id Always'],
  ['list', 'page', 'for await (const person of seam.people.list({', 'person_id Always'],
  ['count', 'object', 'const result = await seam.people.count()', 'most integer required'],
] as const

test.each(results)(
  'an operation %s, which returns %s, has its sample and lists what it returns',
  (verb, _, code, back) => {
    expect(read(`api/people/${verb}.html`)).toContain(code)
    expect(site.get(`api/people/${verb}.md`)).toContain(code)
    expect(read(`api/people/${verb}.html`)).toContain(back)
    expect(read(`api/people/${verb}/samples.html`)).toContain('curl --request POST')
  },
)

test.each(results)('an operation %s, which returns %s, is tried on the mock', async (verb, kind) => {
  const script = site.get(`try-it/people_${verb}.js`)!
  const docs: { parts?: Record<string, TriedOperation> } = {}
  new Function('docs', script)(docs)
  const operation = docs.parts![`try-it/people_${verb}`]!
  expect(operation.template.result.kind).toBe(kind)
  const mock = createMockFor(operation.contract as never)
  const values = operation.examples[0]?.values ?? { parameters: {}, body: undefined }
  const target = {
    isMock: true,
    endpoint: 'https://connect.getseam.com',
    secrets: { key: 'seam_mock' },
    workspaceId: '',
  }
  const { failure, request, response } = await call(operation, values, {
    ...target,
    fetch: mock.fetch,
    validate: false,
  })
  expect(failure).toBeUndefined()
  expect(request!.body).toBe(verb === 'count' ? '' : '{"person_id":"4b6ec19d-ba68-46ca-80fd-55247684c2bb"}')
  expect(response!.status).toBe(verb === 'create' ? 201 : 200)
})

test('the object that operations return has what is in its map and in its tagged union', () => {
  const text = read('schemas/person.html')
  expect(text).toMatch(/\* integer any other name The mark\. At least 1/)
  expect(text).toMatch(/at_work.*Which desk\..*at_home.*Which number\./)
  expect(site.get('index.html')).toContain('href="schemas/person.html"')
  expect(site.get('api/people/list.html')).toContain('href="../../schemas/person.html#marks"')
})

test('every link leads somewhere, and no page has an id twice', () => {
  expect(listBrokenLinks(site)).toEqual([])
  for (const [path, html] of site) {
    const ids = path.endsWith('.html') ? [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id) : []
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([])
  }
})
