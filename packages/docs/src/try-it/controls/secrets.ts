import type { RequestTemplate } from '../../samples/request.ts'
import { createLabelled } from './labelled.ts'

/** The fields for the reader's keys. They are neither in the page nor in a storage: who leaves the page leaves them behind. */
export function createSecrets({ credentials, names }: RequestTemplate) {
  const variables = credentials.flatMap((credential) =>
    credential.kind === 'basic' ? [credential.user, credential.password] : [credential.variable],
  )
  const kept: Record<string, string> = {}
  const fields = variables.map((variable) => ({
    variable,
    ...createLabelled(
      { type: 'password', ...(names && { placeholder: 'seam_…' }) },
      names ? 'API key' : variable,
      'stays in the memory of this page until you leave it',
    ),
  }))

  return {
    fields,
    /** What the reader has not given. */
    findMissing: () => fields.find(({ variable, input }) => !input.value.trim() && !kept[variable]),
    read(): Record<string, string> {
      for (const { variable, input } of fields) {
        if (!input.value) continue
        kept[variable] = input.value.trim()
        input.value = ''
        input.placeholder = 'The key is kept; enter another to replace it'
      }
      return kept
    },
  }
}
