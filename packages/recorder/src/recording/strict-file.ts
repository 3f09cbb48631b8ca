import type { Json } from '@seam-acs/spec/model'

/**
 * Reads the text of a recording's file, which has to be exactly what `JSON.stringify(recording, null, 2)` and a line
 * feed produce. So a duplicate name (`JSON.parse` takes the last), a number that it rounds, extra whitespace, a byte order
 * mark or text after the end is a problem, and changing one value changes one line.
 */
export function readStrictly(text: string): { value?: Json; problems: string[] } {
  let value: Json
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problems: [`the file is not JSON: ${(error as Error).message}`] }
  }
  const canonical = `${JSON.stringify(value, null, 2)}\n`
  if (canonical !== text) return { problems: [explain(text.split('\n'), canonical.split('\n'))] }
  // A lone surrogate, which no UTF-8 can hold, is written as an escape.
  const lone = canonical.split('\n').findIndex((line) => /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(line))
  return lone < 0 ? { value, problems: [] } : { problems: [`line ${lone + 1} of the file has half a character`] }
}

function explain(lines: string[], canonical: string[]): string {
  const index = lines.findIndex((line, at) => line !== canonical[at])
  const at = index < 0 ? lines.length : index
  return `line ${at + 1} of the file differs from what \`JSON.stringify(recording, null, 2)\` writes: ${
    canonical[at] === undefined ? 'there is nothing' : JSON.stringify(canonical[at])
  } (is a name there twice?)`
}
