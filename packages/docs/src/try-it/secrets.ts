import { element } from '../browser/elements.ts'
import type { RequestTemplate } from '../samples/request.ts'
import { createId } from './control.ts'
import { createLabelled } from './labelled.ts'

/** The fields for the reader's keys. They are neither in the page nor in a storage: who leaves the page leaves them behind. */
export function createSecrets({ credentials, names }: RequestTemplate) {
  const variables = credentials.flatMap((credential) =>
    credential.kind === 'basic' ? [credential.user, credential.password] : [credential.variable],
  )
  const kept: Record<string, string> = {}
  const inputs = variables.map((variable) => {
    const placeholder = names === undefined ? '' : 'seam_…'
    const input = element('input', { id: createId(), type: 'password', autocomplete: 'off', placeholder })
    const label = names === undefined ? variable : 'API key'
    const note = 'stays in the memory of this page until you leave it'
    return { variable, input, element: createLabelled(input, label, note) }
  })

  return {
    elements: inputs.map((each) => each.element),
    read(): Record<string, string> {
      for (const { variable, input } of inputs) {
        if (!input.value) continue
        kept[variable] = input.value.trim()
        input.value = ''
        input.placeholder = 'The key is kept; type another to replace it'
      }
      return kept
    },
  }
}
