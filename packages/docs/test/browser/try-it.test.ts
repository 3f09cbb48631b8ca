import { createMock } from '@seam-acs/mock'
import { serve } from '@seam-acs/mock/server'
import contract from '@seam-acs/spec' with { type: 'json' }
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { open, operationPage, type Options } from './open.ts'

const { summary, requestBody } = contract.paths['/acs/credentials/create'].post
const examples = Object.values(requestBody.content['application/json'].examples).map(({ $ref }) => {
  const { summary: label, value } = contract.components.examples[$ref.split('/').at(-1) as 'cloud_key_request']
  return { label, value: value as Record<string, unknown> }
})

/** Opens the panel. */
async function openPanel(options?: Options): Promise<Page> {
  const page = await open(operationPage, options)
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('dialog').waitFor()
  return page
}

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click()

const field = (page: Page, name: string) =>
  page
    .getByRole('dialog')
    .getByLabel(new RegExp(`^${name}\\b`))
    .first()

/** The JSON that one of the cards shows after its headers. */
async function readCard(page: Page, card: 'Request' | 'Response') {
  const text = await page.locator('.wire .card', { has: page.getByRole('heading', { name: card }) }).innerText()
  return { text, json: JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) }
}

/** The message beside an input. */
const problem = (page: Page, name: string) =>
  field(page, name).evaluate((input) => {
    const ids = input.getAttribute('aria-describedby')!.split(' ')
    return document.getElementById(ids.at(-1)!)!.textContent
  })

test('try-it creates each example on the mock as it is', async () => {
  const page = await openPanel()
  const choice = page.getByLabel('Example', { exact: true }).last()
  for (const { label, value } of examples) {
    await choice.selectOption({ label })
    // A response stays until the next one, which has another request id.
    const before = await page.locator('.wire').innerText()
    await send(page)
    await expect.poll(() => page.locator('.wire').innerText()).not.toBe(before)
    await page.locator('.wire .status').waitFor()
    expect(await page.locator('.wire .status').innerText(), label).toBe('200')
    const { json } = await readCard(page, 'Request')
    // Its dates are moved to those to come, by whole days.
    const { starts_at: start, ends_at: end, ...others } = value
    const { starts_at: movedStart, ends_at: movedEnd, ...sent } = json
    expect(sent).toEqual(others)
    for (const [date, moved] of [
      [start, movedStart],
      [end, movedEnd],
    ]) {
      if (!date) continue
      expect(Date.parse(moved)).toBeGreaterThan(Date.now())
      expect((Date.parse(moved) - Math.floor(Date.parse(date as string) / 1000) * 1000) % 86_400_000).toBe(0)
    }
    const response = await readCard(page, 'Response')
    expect(response.json.acs_credential).toMatchObject({ access_method: value['access_method'], is_managed: true })
    expect(response.text).toContain('seam-request-id: ')
  }
})

test('an error that the client finds is shown beside its field, and nothing is sent', async () => {
  const page = await openPanel()
  await field(page, 'code').fill('12a4')
  await send(page)
  await page.locator('[aria-invalid]').waitFor()
  expect(await problem(page, 'code')).toContain('must match')
  expect(await page.locator('.wire').isVisible()).toBe(false)
  expect(await field(page, 'code').evaluate((input) => input === document.activeElement)).toBe(true)
  await field(page, 'code').fill('1234')
  await send(page)
  await page.locator('.wire .status').waitFor()
  expect(await page.locator('[aria-invalid]').count()).toBe(0)
})

test('an error response is shown beside its field, also inside closed details', async () => {
  const page = await openPanel()
  await page.getByLabel('Validate the request').uncheck()
  await page
    .locator('summary', { hasText: /^visionline_metadata/ })
    .last()
    .click()
  const list = page.locator('fieldset', { hasText: 'joiner_acs_credential_ids' }).last()
  await list.getByRole('button', { name: 'Add' }).click()
  await list.getByRole('textbox').fill('no uuid')
  await page
    .locator('summary', { hasText: /^visionline_metadata/ })
    .last()
    .click()
  await send(page)
  await page.locator('[aria-invalid]').waitFor()
  expect(await page.locator('.wire .status').innerText()).toBe('400')
  expect(await list.innerText()).toContain('Invalid uuid')
  expect(await list.getByRole('textbox').isVisible()).toBe(true)
})

test('an end before the start, which no schema excludes, shows the error of the API at its field', async () => {
  const page = await openPanel()
  await field(page, 'ends_at').fill('2020-01-01T00:00:00')
  await send(page)
  await page.locator('[aria-invalid]').waitFor()
  expect(await problem(page, 'ends_at')).toMatch(/^Must be /)
})

test('a missing owner is said at the choice of owners', async () => {
  const page = await openPanel()
  await page.getByLabel('Example', { exact: true }).last().selectOption({ label: 'Empty form' })
  await field(page, 'access_method').selectOption('card')
  await send(page)
  const choice = page.locator('.one-of')
  await choice.locator('.problem:visible').first().waitFor()
  expect(await choice.innerText()).toContain('acs_user_id')
  await choice.getByRole('textbox').fill('0fc82df4-391b-4d00-a234-86378f1c3952')
  await send(page)
  await page.locator('.wire .status').waitFor()
  expect((await readCard(page, 'Request')).json).toEqual({
    access_method: 'card',
    acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952',
  })
})

test('the code is that of the call as it stands, in the chosen language', async () => {
  const page = await openPanel()
  await field(page, 'code').fill('9876')
  const code = page.locator('.results .card').last()
  // The writers of samples load once the panel is open.
  await code.getByText("code: '9876'").waitFor()
  expect(await code.innerText()).toContain("code: '9876'")
  await code.getByLabel('Language').selectOption('cURL')
  expect(await code.innerText()).toMatch(/curl[^]*"code": "9876"/)
})

test('the key goes to the chosen address and is in no storage, address or document afterwards', async () => {
  const keys: (string | null)[] = []
  const mock = createMock()
  const { endpoint, close } = await serve(
    {
      ...mock,
      fetch: (input, init) => {
        const request = new Request(input as Request, init)
        if (request.method === 'POST') keys.push(request.headers.get('authorization'))
        return mock.fetch(request)
      },
    },
    { port: 0 },
  )
  const page = await openPanel({ calls: endpoint })
  await page.getByLabel('The API, with your key').check()
  await page.getByLabel('Base URL').fill(endpoint)
  const input = page.getByLabel('API key')
  expect(await input.getAttribute('type')).toBe('password')
  expect(await input.getAttribute('autocomplete')).toBe('off')
  await input.fill('seam_secret_9f3b')
  await send(page)
  await page.locator('.wire .status').waitFor()
  expect(await page.locator('.wire .status').innerText()).toBe('200')
  // It is kept for the next call.
  await send(page)
  await expect.poll(() => keys).toEqual(['Bearer seam_secret_9f3b', 'Bearer seam_secret_9f3b'])
  const traces = await page.evaluate(() => {
    const values = [...document.querySelectorAll('input')].map(({ value }) => value)
    const frames = [...document.querySelectorAll('iframe')].map(
      (frame) => frame.contentDocument!.documentElement.outerHTML,
    )
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify(store))
    return [document.documentElement.outerHTML, ...values, ...frames, ...stores, document.cookie, location.href].join()
  })
  expect(traces).not.toContain('9f3b')
  const { cookies, origins } = await page.context().storageState({ indexedDB: true })
  expect(JSON.stringify({ cookies, origins })).not.toContain('9f3b')
  await close()
})

test('an address without a server is reported, without the key', async () => {
  const page = await openPanel({ calls: 'http://127.0.0.1:9/' })
  await page.getByLabel('The API, with your key').check()
  await page.getByLabel('Base URL').fill('http://127.0.0.1:9')
  await page.getByLabel('API key').fill('seam_secret_9f3b')
  await send(page)
  await page.getByRole('dialog').getByText('no connection').waitFor()
  expect(await page.content()).not.toContain('9f3b')
})

test('the mock is told from the API: at the target, which comes first, beside Send, beside the status and in the address', async () => {
  const page = await openPanel()
  const order = await page.locator('.try-it form').evaluate((form) => form.firstElementChild!.textContent)
  expect(order).toMatch(/^Send to/)
  expect(await page.locator('.send-bar').innerText()).toContain('Mock')
  await send(page)
  await page.locator('.wire .status').waitFor()
  expect(await page.locator('.send-bar').innerText()).toContain('200 from the mock')
  const response = page.locator('.wire .card', { has: page.getByRole('heading', { name: 'Response' }) })
  expect(await response.getByRole('heading').innerText()).toMatch(/200\s+Mock/)
  const { text } = await readCard(page, 'Request')
  expect(text).toContain('POST /acs/credentials/create (the mock in this page)')
  expect(text).not.toContain('https://')
})

test('with the API chosen, nothing says mock, and a missing or rejected key is reported at its field', async () => {
  const { endpoint, close } = await serve(createMock({ apiKeys: ['seam_known'] }), { port: 0 })
  const page = await openPanel({ calls: endpoint })
  await page.getByLabel('The API, with your key').check()
  await page.getByLabel('Base URL').fill(endpoint)
  expect(await page.locator('.send-bar').innerText()).not.toContain('Mock')
  await send(page)
  expect(await problem(page, 'API key')).toBe('Enter your key, or choose the mock above.')
  expect(await field(page, 'API key').evaluate((input) => input === document.activeElement)).toBe(true)
  await field(page, 'API key').fill('seam_unknown')
  await send(page)
  await expect.poll(() => problem(page, 'API key')).toBe('The API does not accept this key.')
  await field(page, 'API key').fill('seam_at_token')
  await send(page)
  await expect.poll(() => problem(page, 'API key')).toContain('workspace id')
  await field(page, 'API key').fill('seam_known')
  await send(page)
  await expect.poll(() => page.locator('.wire .status').innerText()).toBe('200')
  expect(await problem(page, 'API key')).toBe('')
  expect(await page.locator('.wire h3').first().innerText()).toMatch(/^Response\s+200\s+\d+ ms$/)
  await field(page, 'Base URL').fill('nowhere')
  await send(page)
  expect(await problem(page, 'Base URL')).toContain('complete URL')
  await close()
})

test('a page loads nothing of try-it before it is opened', async () => {
  const page = await open(operationPage)
  expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0)
})

test.each(['base', 'folder'] as const)('try-it works from a %s', async (from) => {
  const { endpoint, close } = await serve(createMock(), { port: 0 })
  const page = await openPanel({ from, calls: endpoint })
  await send(page)
  await page.locator('.wire .status').waitFor()
  expect(await page.locator('.wire .status').innerText()).toBe('200')
  await page.getByLabel('The API, with your key').check()
  await page.getByLabel('Base URL').fill(endpoint)
  await page.getByLabel('API key').fill('seam_key')
  await send(page)
  await expect.poll(async () => (await readCard(page, 'Request')).text).toContain(`POST ${endpoint}`)
  expect(await page.locator('.wire .status').innerText()).toBe('200')
  await close()
})

test('try-it is used by keyboard only', async () => {
  const page = await open(operationPage)
  const reach = async (name: string) => {
    for (let step = 0; step < 150; step++) {
      const text = await page.evaluate(() => document.activeElement?.textContent?.trim())
      if (text === name) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not reach ${name}`)
  }
  await reach('Try it')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await reach('Send')
  await page.keyboard.press('Enter')
  await page.locator('.wire .status').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Try it')
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(summary)
})
