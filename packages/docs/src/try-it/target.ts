import { createMockFor } from '../../../mock/src/mock.ts'
import { element } from '../browser/elements.ts'
import { createId } from './control.ts'
import type { Fetch, Target } from './exchange.ts'
import type { TriedOperation } from './operation.ts'
import { createOutsideFetch } from './outside.ts'

/** Where the calls go: to the mock in this page, until the reader chooses the API and gives a key. */
export function createTarget({ contract, request: { server } }: TriedOperation) {
  const mock = createMockFor(contract as never)
  const outside = createOutsideFetch()
  const group = createId()
  const here = element('input', { type: 'radio', name: group, checked: true })
  const there = element('input', { type: 'radio', name: group })
  const endpoint = element('input', { id: createId(), type: 'url', autocomplete: 'off', spellcheck: 'false' })
  const password = element('input', { id: createId(), type: 'password', autocomplete: 'off', placeholder: 'seam_…' })
  const workspace = element('input', { id: createId(), type: 'text', autocomplete: 'off', spellcheck: 'false' })
  endpoint.value = server
  // Neither in the page nor in a storage: whoever leaves the page leaves it behind.
  let key = ''

  const label = (input: HTMLElement, text: string, note = '') =>
    element(
      'div',
      { class: 'field' },
      element('label', { for: input.id }, text, ' ', element('small', {}, note)),
      input,
    )
  const settings = element(
    'div',
    { class: 'settings', hidden: true },
    element(
      'p',
      { class: 'note' },
      'This calls the API itself: a credential that is created there opens real doors, unless the key is of a sandbox.',
    ),
    label(endpoint, 'Base URL'),
    label(password, 'API key', 'stays in the memory of this page until you leave it'),
    label(workspace, 'Workspace id', 'with a personal access token only'),
  )
  const box = element(
    'fieldset',
    { class: 'target' },
    element('legend', {}, 'Send to'),
    element(
      'div',
      { class: 'options' },
      element('label', {}, here, ' The mock in this page'),
      element('label', {}, there, ' The API, with your key'),
    ),
    settings,
  )
  box.addEventListener('change', () => (settings.hidden = here.checked))

  return {
    element: box,
    /** The address for code samples. */
    server: () => (here.checked ? server : endpoint.value || server),
    read(): Omit<Target, 'validate'> {
      if (here.checked) return { endpoint: server, key: 'seam_mock', workspaceId: '', fetch: mock.fetch as Fetch }
      if (password.value) {
        key = password.value.trim()
        password.value = ''
        password.placeholder = 'The key is kept; type another to replace it'
      }
      return { endpoint: endpoint.value, key, workspaceId: workspace.value.trim(), fetch: outside }
    },
  }
}
