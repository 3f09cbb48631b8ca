/** The members that one union of types has and the other has not, as text; whether they share any. */
export function compareMembers(before: string, after: string): { lost: string; gained: string; isSame: boolean } {
  const [one, other] = [listMembers(before), listMembers(after)]
  const without = (members: string[], others: string[]) => members.filter((member) => !others.includes(member))
  const [lost, gained] = [without(one, other), without(other, one)]
  return { lost: lost.join(' | '), gained: gained.join(' | '), isSame: lost.length < one.length }
}

/** The members of a union that stands on its own, rather than within braces or quotes. */
function listMembers(type: string): string[] {
  const members = ['']
  let depth = 0
  for (const [token] of type.matchAll(/"(?:[^"\\]|\\.)*"| \| |[^]/g)) {
    if (token === ' | ' && depth === 0) members.push('')
    else members[members.length - 1] += token
    if ('{[(<'.includes(token)) depth++
    if ('}])>'.includes(token)) depth--
  }
  return members
}

const shortest = 40

/** Both without the start that they share, where that is long. */
export function cutShared(one: string, other: string): [string, string] {
  let shared = 0
  while (shared < one.length && one[shared] === other[shared]) shared++
  const start = one.slice(0, shared).search(/[^|&{;]*$/)
  return start > shortest ? [`…${one.slice(start)}`, `…${other.slice(start)}`] : [one, other]
}
