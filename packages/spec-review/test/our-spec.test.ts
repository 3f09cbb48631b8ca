import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import contract from '@seam-acs/spec' with { type: 'json' }
import { JSDOM } from 'jsdom'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { render } from '../src/render/render.ts'
import { reviewFiles } from '../src/review.ts'
import { makeDirectory } from './make-repository.ts'

type Json = typeof contract

async function review(edit: (document: Json) => void) {
  const directory = await makeDirectory()
  const changed = structuredClone(contract)
  edit(changed)
  await writeFile(join(directory, 'base.json'), JSON.stringify(contract))
  await writeFile(join(directory, 'head.json'), JSON.stringify(changed, undefined, 2))
  const report = await reviewFiles(directory, 'base.json', 'head.json')
  return { report, text: render(report, 'markdown') }
}

/** Makes the first properties of responses nullable. */
function makeNullable(document: Json, number: number) {
  const { properties } = document.components.schemas.acs_credential
  const strings = Object.values(properties).filter((property) => 'type' in property && property.type === 'string')
  for (const property of strings.slice(0, number)) Object.assign(property, { type: ['string', 'null'] })
}

test('ten breaks of our spec fit into 60 lines and 20 kB, each with its line and its type', async () => {
  const { report, text } = await review((document) => makeNullable(document, 10))
  expect(report).toMatchObject({ bump: 'major', source: 'major', defects: [] })
  expect(report.causes).toHaveLength(10)
  for (const { place, types } of report.causes) {
    expect(place).toMatchObject({ at: 'head' })
    expect(types).toMatchObject([{ kind: 'can be null' }])
  }
  expect(text.split('\n').length).toBeLessThanOrEqual(60)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000)
})

const hostile = '`|</summary><img src=x>@octocat [a](https://evil.example)\n\n# No'

test('hostile text in the spec stays text in the comment', async () => {
  const { report, text } = await review(({ components: { schemas } }) => {
    const { acs_credential: credential } = schemas as unknown as Record<
      string,
      { properties: object; required: string[]; description: string }
    >
    credential!.description = hostile
    Object.assign(credential!.properties, { [hostile]: { type: 'string', enum: [hostile] } })
    credential!.required.splice(0, 1)
  })
  expect(report.bump).toBe('major')
  const page = new JSDOM(marked.parse(text, { async: false })).window.document
  expect(page.querySelectorAll('img, a, h1')).toHaveLength(0)
  for (const element of page.querySelectorAll('code')) element.remove()
  expect(page.body.textContent).not.toContain('octocat')
})

test('a change that breaks at run time only has a payload that shows it', async () => {
  const { report } = await review(({ components: { schemas } }) => {
    Object.assign(schemas.create_acs_credential_options.properties.code, { maxLength: 4 })
  })
  expect(report.causes).toMatchObject([
    { breaks: ['request'], types: [], payload: { usage: { side: 'request' }, value: { code: expect.any(String) } } },
  ])
})
