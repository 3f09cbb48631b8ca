import type { Example, Operation } from '../contract.ts'

const faults = {
  cut: 'a response that ends in the middle of its body',
  drop: 'a connection that breaks before the response',
  empty: 'a 503 without a body',
  garbage: 'a 200 whose body is not JSON',
  hang: 'no response until the caller gives up',
  html: 'a 502 with an HTML page, as from a proxy',
}

export type Fault = keyof typeof faults

export interface Preference {
  delay?: number
  fault?: Fault
  /** The response to send instead of the normal one. */
  response?: { status: number; example?: Example }
}

/**
 * Reads `example=…; code=…; delay=…; fault=…`. Later lists override earlier ones.
 *
 * @throws {Error} An error that names the unknown part and lists the known ones.
 */
export function readPreference(operation: Operation, ...lists: (string | null | undefined)[]): Preference {
  const preferences = new Map<string, string>()
  for (const preference of lists.flatMap((list) => list?.split(/[,;]/) ?? [])) {
    if (!preference.trim()) continue
    const [name = '', value = ''] = preference.split('=').map((part) => part.trim())
    preferences.set(
      choose('preference', name.toLowerCase(), ['code', 'delay', 'example', 'fault']),
      value.replace(/^"(.*)"$/, '$1'),
    )
  }
  const delay = preferences.get('delay')
  if (delay !== undefined && !/^\d{1,6}$/.test(delay))
    throw new Error(`delay "${delay}": give milliseconds, up to 999999`)
  const fault = preferences.get('fault')
  const response = readResponse(operation, preferences.get('code'), preferences.get('example'))
  return {
    ...(delay && { delay: Number(delay) }),
    ...(fault !== undefined && { fault: choose('fault', fault, Object.keys(faults)) as Fault }),
    ...(response && { response }),
  }
}

function readResponse(
  { responses }: Operation,
  code: string | undefined,
  name: string | undefined,
): Preference['response'] {
  const statuses = Object.keys(responses)
  if (code !== undefined) choose('code', code, statuses)
  const chosen = code === undefined ? statuses : [code]
  if (name === undefined) {
    if (code === undefined) return undefined
    // A success without a name is created as for any other request.
    const example = Number(code) < 400 ? undefined : Object.values(responses[code]!.examples)[0]
    return { status: Number(code), ...(example && { example }) }
  }
  const names = chosen.flatMap((status) => Object.keys(responses[status]!.examples))
  choose('example', name, names)
  const status = chosen.find((each) => Object.hasOwn(responses[each]!.examples, name))!
  return { status: Number(status), example: responses[status]!.examples[name]! }
}

function choose(what: string, value: string, known: string[]): string {
  if (known.includes(value)) return value
  throw new Error(`unknown ${what} "${value}"; use one of ${known.join(', ')}`)
}
