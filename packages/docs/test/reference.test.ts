import { readFile } from 'node:fs/promises'
import contract from '@seam-acs/spec' with { type: 'json' }
import { expect, test } from 'vitest'

const html = await readFile(new URL('../dist/index.html', import.meta.url), 'utf8')

test('the page forbids itself every request, before anything could make one', () => {
  const policy = html.match(/<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/)!
  expect(policy[1]!.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
  ])
  expect(html).toMatch(/^<!doctype html>/)
  expect(html.slice(0, policy.index)).not.toMatch(/<(script|style|link|img|iframe)/)
})

test('the page is about the bundled spec', () => {
  expect(html).toContain(`<title>${contract.info.title}</title>`)
  for (const property of Object.keys(contract.components.schemas.acs_credential.properties))
    expect(html).toContain(property)
})
