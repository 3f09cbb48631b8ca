import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createFolder, readCard, readFolder, run, startServer } from './helpers.ts'

const file = 'acs_credentials_create/200-card.json'
const command = 'npx --yes pnpm@12.21.0 record '

/** The code blocks of the page, in order. */
async function readPage() {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const [, page] = /\n## Record against the sandbox for the first time\n(.*?)\n## /s.exec(readme)!
  return [...page!.matchAll(/```(sh|text)\n(.*?)```/gs)].map(([, kind, text]) => ({
    kind,
    lines: text!
      .trim()
      .split('\n')
      .map((line) => line.replace(/^ {3}/, '')),
  }))
}

/** A sandbox: a credential that waits for its card, and personal data in a message. */
async function startSandbox() {
  const card = readCard()
  const server = await startServer(({ body }) => {
    const { acs_user_id, starts_at, ends_at } = JSON.parse(body)
    const response = structuredClone(card.response)
    const credential = response.body.acs_credential
    const toMicroseconds = (time: string) => time.replace('Z', '000Z')
    Object.assign(credential, {
      acs_user_id,
      starts_at: toMicroseconds(starts_at),
      ends_at: toMicroseconds(ends_at),
      issued_at: null,
      display_name: 'Ada Lovelace',
    })
    credential.warnings.push({
      created_at: '2039-12-31T10:00:00.000000Z',
      message: `Ada Lovelace (${acs_user_id}) is waiting for card 0A1B2C3D`,
      warning_code: 'waiting_to_be_issued',
    })
    delete credential.visionline_metadata.card_id
    return response
  })
  const sendThere = (url: string, init: RequestInit) =>
    fetch(url.replace('https://connect.getseam.com', server.endpoint), init)
  return { ...server, card, fetch: sendThere }
}

test('who follows the page gets what it shows: a dry run, then a recording without personal data', async () => {
  const { card, fetch, received } = await startSandbox()
  const folder = await createFolder({ [file]: card })
  const env: Record<string, string> = {}
  const [runs, others, shown]: [Awaited<ReturnType<typeof run>>[], string[], string[]] = [[], [], []]
  const filesAfter = []
  for (const { kind, lines } of await readPage()) {
    if (kind === 'text') shown.push(lines.join('\n').replace(/ {2}\d+ ms/, '  0 ms'))
    for (const line of kind === 'sh' ? lines : []) {
      const [, name, value] = /^export (\w+)=(\S+)$/.exec(line) ?? []
      if (name) env[name] = value!
      else if (line.startsWith(command)) {
        const args = line.slice(command.length).replaceAll(/\$(\w+)/g, (_, variable) => env[variable]!)
        runs.push(await run(args.split(' '), { folder, env, fetch }))
        filesAfter.push(await readFolder(folder))
      } else others.push(line)
    }
  }
  expect(others).toEqual(['git diff', 'npx --yes pnpm@12.21.0 test'])
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([1, 0])
  expect([runs[0]?.output]).toEqual(shown)
  for (const { output } of runs) expect(output).not.toMatch(/Ada|Lovelace|0A1B2C3D|11111111/)
  expect(filesAfter[0]).toEqual({ [file]: card })
  expect(received.map(({ headers }) => headers.authorization)).toEqual(
    Array.from({ length: 2 }, () => `Bearer ${env['SEAM_API_KEY']}`),
  )
  const { recorded, request, response } = filesAfter[1]![file]
  expect(recorded).toMatchObject({ source: 'live', from: 'connect.getseam.com' })
  expect(request).toEqual(card.request)
  expect(response.body.acs_credential).toMatchObject({
    acs_user_id: card.request.body.acs_user_id,
    ends_at: '2040-01-02T10:00:00.000000Z',
    warnings: [
      {
        message: `${card.response.body.acs_credential.display_name} (${card.request.body.acs_user_id}) is waiting for card token-1`,
      },
    ],
  })
  expect(JSON.stringify(response)).not.toMatch(/Ada|Lovelace|0A1B2C3D|11111111/)
})
