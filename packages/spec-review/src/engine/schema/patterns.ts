import { DFA, JS, NFA, Transformers, combineTransformers, isDisjointWith, transform } from 'refa'

/** States of an automaton that take well under a second. */
const LARGEST = 5_000

/** Whether each string that `one` matches is matched by `other`; undefined where the patterns cannot be decided. */
export function isPatternWithin(one: string, other: string): boolean | undefined {
  if (one === other) return true
  try {
    const outside = DFA.fromFA(toAutomaton(other), new DFA.LimitedNodeFactory(LARGEST))
    outside.complement()
    return isDisjointWith(toAutomaton(one), outside)
  } catch {
    // A lookaround in the middle, a back reference, or more states than are worth a second.
    return undefined
  }
}

const parse = (source: string) =>
  JS.Parser.fromLiteral({ source, flags: 'u' }).parse({ assertions: 'parse', backreferences: 'throw' })

/** A pattern matches anywhere in the string, an automaton the whole of it. */
function toAutomaton(pattern: string): NFA {
  // An anchor is applied to what stands beside it, which for all of several alternatives at once it cannot be.
  const alternatives = parse(pattern).expression.alternatives.map(
    (alternative) => JS.toLiteral({ type: 'Concatenation', elements: alternative.elements }).source,
  )
  const wholes = alternatives.map((alternative) => `[^]*(?:${alternative})[^]*`)
  const { expression, maxCharacter } = parse(wholes.join('|'))
  const resolved = transform(
    combineTransformers([Transformers.applyAssertions(), Transformers.removeDeadBranches()]),
    expression,
  )
  const whole = transform(Transformers.patternEdgeAssertions({ remove: true }), resolved)
  return NFA.fromRegex(whole, { maxCharacter }, {}, new NFA.LimitedNodeFactory(LARGEST))
}

/** How short and how long the strings are that a pattern matches; undefined where it cannot be decided, or matches no string. */
export function patternLengths(pattern: string): { shortest: number; longest: number } | undefined {
  try {
    const automaton = DFA.fromFA(toAutomaton(pattern), new DFA.LimitedNodeFactory(LARGEST))
    automaton.minimize()
    const [shortest] = automaton.wordSets()
    if (!shortest) return undefined
    return { shortest: shortest.length, longest: automaton.isFinite ? longestOf(automaton) : Infinity }
  } catch {
    return undefined
  }
}

function longestOf(automaton: DFA): number {
  let longest = 0
  for (const word of automaton.wordSets()) longest = Math.max(longest, word.length)
  return longest
}

/** Whether no string matches both; false also where the patterns cannot be decided. */
export function arePatternsDisjoint(one: string, other: string): boolean {
  try {
    return isDisjointWith(toAutomaton(one), toAutomaton(other))
  } catch {
    return false
  }
}

/** A few short strings that a pattern matches; empty where it cannot be decided. */
export function exampleWords(pattern: string): string[] {
  const known = words.get(pattern)
  if (known) return known
  const found = listWords(pattern)
  words.set(pattern, found)
  return found
}

const words = new Map<string, string[]>()

function listWords(pattern: string): string[] {
  const result: string[] = []
  try {
    for (const sets of toAutomaton(pattern).wordSets()) {
      const letters = sets.map(({ ranges }) => pickLetter(ranges))
      result.push(String.fromCodePoint(...letters))
      if (result.length >= 6) break
    }
  } catch {
    return []
  }
  return result.filter((word) => new RegExp(pattern, 'u').test(word))
}

/** A letter or digit where the class has one. */
function pickLetter(ranges: readonly { min: number; max: number }[]): number {
  const liked = [...'ax0A'].map((letter) => letter.codePointAt(0)!)
  return liked.find((letter) => ranges.some(({ min, max }) => min <= letter && letter <= max)) ?? ranges[0]!.min
}
