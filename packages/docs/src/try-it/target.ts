import { createMockFor } from '@seam-acs/mock/contract'
import { element } from '../browser/elements.ts'
import { createId } from './controls/control.ts'
import type { Exchange, Fetch, Target } from './exchange.ts'
import { createLabelled } from './controls/labelled.ts'
import type { TriedOperation } from './operation.ts'
import { createOutsideFetch } from './outside.ts'
import { createSecrets } from './controls/secrets.ts'

/** Where calls go: to the mock in the page, if there is one, until the reader chooses the API and enters a key. */
export function createTarget({ contract, template }: TriedOperation) {
  const { server, names } = template
  const mock = contract === undefined ? undefined : createMockFor(contract as never)
  const outside = createOutsideFetch()
  const group = createId()
  const here = element('input', { type: 'radio', name: group, checked: mock !== undefined })
  const there = element('input', { type: 'radio', name: group, checked: mock === undefined })
  const endpoint = createLabelled({ type: 'url', value: server }, 'Base URL')
  const workspace = createLabelled({ type: 'text' }, 'Workspace id', 'for a personal access token only')
  const secrets = createSecrets(template)
  const fields = [endpoint, ...secrets.fields, ...(names ? [workspace] : [])]

  const warning =
    'This calls the real API. Unless the key belongs to a sandbox, a credential that you create opens real doors.'
  const settings = element(
    'div',
    { class: 'settings', hidden: mock !== undefined },
    names && element('p', { class: 'note' }, warning),
    ...fields.map((field) => field.element),
  )
  const options = [
    element('label', {}, here, ' The mock in this page'),
    element('label', {}, there, ' The API, with your key'),
  ]
  const box = element(
    'fieldset',
    { class: 'target' },
    element('legend', {}, 'Send to'),
    mock && element('div', { class: 'options' }, ...options),
    settings,
  )
  // Beside the button and the response, so that nobody mistakes the mock for the API.
  const mark = element('b', { class: 'mock', hidden: mock === undefined }, 'Mock')
  box.addEventListener('change', () => {
    settings.hidden = here.checked
    mark.hidden = !here.checked
  })

  return {
    element: box,
    mark,
    /** The address for code samples. */
    server: () => (here.checked ? server : endpoint.input.value || server),
    /** Marks what is missing for a call of the API. */
    check(): HTMLElement | undefined {
      for (const field of fields) field.clear()
      if (here.checked) return undefined
      if (!URL.canParse(endpoint.input.value)) return endpoint.mark('Enter a complete URL, such as https://…')
      return secrets.findMissing()?.mark('Enter your key, or choose the mock above.')
    },
    /** Marks the key where it is what went wrong. */
    explain({ response, request, failure, issues }: Exchange): HTMLElement | undefined {
      const [key] = secrets.fields
      if (here.checked || !key) return undefined
      if (response?.status === 401) return key.mark('The API does not accept this key.')
      const isUnsent = failure && !request && issues.length === 0
      return isUnsent ? key.mark('This key was not sent. A personal access token needs its workspace id.') : undefined
    },
    read(): Omit<Target, 'validate'> {
      if (mock && here.checked) {
        const fetch = mock.fetch as Fetch
        return { isMock: true, endpoint: server, secrets: { key: 'seam_mock' }, workspaceId: '', fetch }
      }
      return {
        isMock: false,
        endpoint: endpoint.input.value,
        secrets: secrets.read(),
        workspaceId: workspace.input.value.trim(),
        fetch: outside,
      }
    },
  }
}
