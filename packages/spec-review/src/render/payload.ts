import type { Cause } from '../report.ts'
import type { Witness } from '../witness/index.ts'

/**
 * The payload as one line of JSON in which only what is on the way to the change is written out, `…` standing for the rest:
 * `{"acs_credential":{"is_issued":null,…}}`.
 */
export function excerpt({ usage, value }: Witness, { path, usages }: Pick<Cause, 'path' | 'usages'>): string {
  const there = usages.find(
    ({ operation, side, status }) => operation === usage.operation && side === usage.side && status === usage.status,
  )
  return write(value, (there?.path ?? path).replaceAll('[]', '.[]').split('.').filter(Boolean))
}

function write(value: unknown, keys: string[]): string {
  const [key, ...rest] = keys
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const shown = value.slice(0, 1).map((item) => write(item, key === '[]' ? rest : keys))
    return `[${[...shown, ...(value.length > 1 ? ['…'] : [])].join(',')}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
  // Where the path ends, and where the payload lacks what it names, the object as a whole is the point.
  const shown = key === undefined || !Object.hasOwn(value, key) ? entries : entries.filter(([name]) => name === key)
  const members = shown.map(([name, child]) => `${JSON.stringify(name)}:${write(child, name === key ? rest : [])}`)
  return `{${[...members, ...(shown.length < entries.length ? ['…'] : [])].join(',')}}`
}
