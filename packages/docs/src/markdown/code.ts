import { writeExample } from '../text/example.ts'

export function fence(code: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${ticks}${language}\n${code.trimEnd()}\n${ticks}`
}

/** An example's value in a block of code. */
export function fenceExample(value: unknown): string {
  const { code, language } = writeExample(value)
  return fence(code, language)
}
