import type { Example, Operation } from '../contract.ts'

export const faults = {
  cut: 'an answer that breaks off in the middle',
  drop: 'a connection that breaks before an answer',
  empty: 'an empty 503',
  garbage: 'a 200 with a body that is no JSON',
  hang: 'no answer until the caller gives up',
  html: 'a 502 with a page of HTML, as from a proxy',
}

export type Fault = keyof typeof faults

export interface Preference {
  delay?: number
  fault?: Fault
  /** The answer to give instead of the one that the request would get. */
  answer?: { status: number; example?: Example }
}

/** Reads `example=…; code=…; delay=…; fault=…`, later lists over earlier ones. Throws a text for people. */
export function readPreference(operation: Operation, ...lists: (string | null | undefined)[]): Preference {
  const wishes = new Map<string, string>()
  for (const wish of lists.flatMap((list) => list?.split(/[,;]/) ?? [])) {
    if (!wish.trim()) continue
    const [name = '', value = ''] = wish.split('=').map((part) => part.trim())
    wishes.set(
      choose('preference', name.toLowerCase(), ['code', 'delay', 'example', 'fault']),
      value.replace(/^"(.*)"$/, '$1'),
    )
  }
  const delay = wishes.get('delay')
  if (delay !== undefined && !/^\d{1,6}$/.test(delay))
    throw new Error(`delay "${delay}": give milliseconds, up to 999999`)
  const fault = wishes.get('fault')
  const answer = readAnswer(operation, wishes.get('code'), wishes.get('example'))
  return {
    ...(delay && { delay: Number(delay) }),
    ...(fault !== undefined && { fault: choose('fault', fault, Object.keys(faults)) as Fault }),
    ...(answer && { answer }),
  }
}

function readAnswer({ answers }: Operation, code: string | undefined, name: string | undefined): Preference['answer'] {
  const statuses = Object.keys(answers)
  if (code !== undefined) choose('code', code, statuses)
  const chosen = code === undefined ? statuses : [code]
  if (name === undefined) {
    if (code === undefined) return undefined
    // A success without a name is made as for every other request.
    const example = Number(code) < 400 ? undefined : Object.values(answers[code]!.examples)[0]
    return { status: Number(code), ...(example && { example }) }
  }
  const names = chosen.flatMap((status) => Object.keys(answers[status]!.examples))
  choose('example', name, names)
  const status = chosen.find((each) => Object.hasOwn(answers[each]!.examples, name))!
  return { status: Number(status), example: answers[status]!.examples[name]! }
}

function choose(what: string, value: string, known: string[]): string {
  if (known.includes(value)) return value
  throw new Error(`${what} "${value}" is not known here; there are ${known.join(', ')}`)
}
