import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until, type Session } from './session.ts'

export const effectNames = ['types', 'mock', 'page']

/** Each promise fulfils when the effect of this name is there. */
export type Effects = Record<string, Promise<unknown>>

export interface Kind {
  name: string
  file: string
  /** The page that shows it. */
  page: string
  /** @param round A number that each edit has alone. */
  edit(text: string, round: number): string
  /** Starts to wait for the effects. It is called before the edit is saved. */
  effects(session: Session, folder: string, round: number): Effects
}

const operationPage = '/api/acs/credentials/create.html'

export const kinds: Kind[] = [
  {
    name: 'a new property of a request',
    file: 'spec/components/schemas/create_acs_credential_options.yaml',
    page: operationPage,
    edit: (text, round) =>
      `${text.trimEnd()}\n  zone_${round}:\n    type: boolean\n    description: Whether edit ${round} asks for it.\n`,
    effects: (session, folder, round) => ({
      types: waitForTypes(folder, `zone_${round}?: boolean`),
      mock: waitForMock(session, { body: { [`zone_${round}`]: 'text' }, text: `"zone_${round}"` }),
      page: waitForPage(session, operationPage, `zone_${round}`),
    }),
  },
  {
    name: 'the message of an example',
    file: 'spec/components/examples/acs_user_not_found_response.yaml',
    page: '/errors/acs_user_not_found.html',
    edit: (text, round) => text.replace(/message: .*/, `message: Not found in edit ${round}.`),
    effects: (session, _folder, round) => ({
      mock: waitForMock(session, { prefer: 'example=acs_user_not_found', text: `Not found in edit ${round}.` }),
      page: waitForPage(session, '/errors/acs_user_not_found.html', `Not found in edit ${round}.`),
    }),
  },
  {
    name: 'a description',
    file: 'spec/components/schemas/acs_credential.yaml',
    page: '/schemas/acs_credential.html',
    edit: (text, round) => text.replace(/description: (?!\|).*/, `description: What edit ${round} says about it.`),
    effects: (session, folder, round) => ({
      types: waitForTypes(folder, `What edit ${round} says about it.`),
      page: waitForPage(session, '/schemas/acs_credential.html', `What edit ${round} says about it.`),
    }),
  },
]

function waitForTypes(folder: string, text: string): Promise<unknown> {
  const file = join(folder, 'packages/types/dist/index.gen.d.ts')
  return until(async () => (await readFile(file, 'utf8')).includes(text))
}

interface Probe {
  body?: object
  prefer?: string
  /** What the response has to contain. */
  text: string
}

function waitForMock({ mock }: Session, { body, prefer, text }: Probe): Promise<unknown> {
  const owner = { access_method: 'code', acs_user_id: '4b6ec19d-ba68-46ca-80fd-55247684c2bb' }
  return until(async () => {
    const response = await fetch(`${mock}/acs/credentials/create`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer seam_test_key',
        'content-type': 'application/json',
        ...(prefer && { prefer }),
      },
      body: JSON.stringify({ ...owner, ...body }),
    })
    return (await response.text()).includes(text)
  })
}

/** Loads the page each time it is told to reload, as a browser does, until it has the text. */
async function waitForPage(session: Session, path: string, text: string): Promise<void> {
  for (;;) {
    await session.nextMessage('full-reload')
    const response = await fetch(session.reference + path)
    if ((await response.text()).includes(text)) return
  }
}
