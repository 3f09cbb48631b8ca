/** Whether a word is another one, or the beginning of it, but for one letter that is wrong, missing, added or swapped. */
export function isClose(typed: string, known: string): boolean {
  return [-1, 0, 1].some((more) => {
    const beginning = known.slice(0, typed.length + more)
    return beginning.length === typed.length + more && hasOneFault(typed, beginning)
  })
}

function hasOneFault(typed: string, known: string): boolean {
  let start = 0
  while (start < typed.length && typed[start] === known[start]) start++
  const [a, b] = [typed.slice(start), known.slice(start)]
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return isSwapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
}
