import type { Context } from '../context.ts'
import { asArray, asObject, isSame } from '../../document/json.ts'

/** Where the API is: a caller that uses an address that goes breaks. */
export function compareServers({ base, head, collector }: Context): void {
  const before = asArray(base.root['servers']).map(asObject)
  const after = asArray(head.root['servers']).map(asObject)
  before.forEach((server, index) => {
    const url = String(server['url'])
    const other = after.find((candidate) => candidate['url'] === server['url'])
    const pointer = `/servers/${index}`
    if (!other) {
      const note = { rule: 'server-removed', level: 'major', pointer } as const
      collector.note({ ...note, breaks: ['request'], says: 'is removed', before: url }, undefined, url)
    } else if (!isSame(server, other)) {
      const level = isSame(server['variables'], other['variables']) ? 'patch' : 'minor'
      const note = { rule: 'server-changed', level, pointer: `/servers/${after.indexOf(other)}` } as const
      collector.note({ ...note, says: 'is described differently', before: server, after: other }, undefined, url)
    }
  })
  after.forEach((server, index) => {
    const url = String(server['url'])
    if (before.some((candidate) => candidate['url'] === server['url'])) return
    const note = { rule: 'server-added', level: 'minor', pointer: `/servers/${index}` } as const
    collector.note({ ...note, says: 'is new', after: url }, undefined, url)
  })
}
