import { createMockFor } from '@seam-acs/mock/contract'
import { element } from '../browser/elements.ts'
import { createId } from './control.ts'
import type { Fetch, Target } from './exchange.ts'
import type { TriedOperation } from './operation.ts'
import { createLabelled } from './labelled.ts'
import { createOutsideFetch } from './outside.ts'
import { createSecrets } from './secrets.ts'

/** Where the calls go: to the mock in this page where there is one, until the reader chooses the API and gives a key. */
export function createTarget({ contract, template }: TriedOperation) {
  const { server, names } = template
  const mock = contract === undefined ? undefined : createMockFor(contract as never)
  const outside = createOutsideFetch()
  const group = createId()
  const here = element('input', { type: 'radio', name: group, checked: mock !== undefined })
  const there = element('input', { type: 'radio', name: group, checked: mock === undefined })
  const endpoint = element('input', { id: createId(), type: 'url', autocomplete: 'off', spellcheck: 'false' })
  const workspace = element('input', { id: createId(), type: 'text', autocomplete: 'off', spellcheck: 'false' })
  endpoint.value = server
  const secrets = createSecrets(template)

  const settings = element(
    'div',
    { class: 'settings', hidden: mock !== undefined },
    names !== undefined &&
      element(
        'p',
        { class: 'note' },
        'This calls the API itself: a credential that is created there opens real doors, unless the key is of a sandbox.',
      ),
    createLabelled(endpoint, 'Base URL'),
    ...secrets.elements,
    names !== undefined && createLabelled(workspace, 'Workspace id', 'with a personal access token only'),
  )
  const box = element(
    'fieldset',
    { class: 'target' },
    element('legend', {}, 'Send to'),
    mock !== undefined &&
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
      if (mock && here.checked) {
        return { endpoint: server, secrets: { key: 'seam_mock' }, workspaceId: '', fetch: mock.fetch as Fetch }
      }
      return {
        endpoint: endpoint.value,
        secrets: secrets.read(),
        workspaceId: workspace.value.trim(),
        fetch: outside,
      }
    },
  }
}
