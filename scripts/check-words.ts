// Finds words and phrases that this repository avoids, because readers know a plainer one, outdated commands, and what
// `new:operation` has left to the author.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from '@seam-acs/runner/command'
import { listTextFiles, repository } from './repository-files.ts'

/** The files that contain the words themselves. */
const exemptFiles = ['scripts/check-words.ts', 'scripts/test/check-words.test.ts']

const currentVersion = pnpm.split('@')[1]

const words: [word: RegExp, instead: string][] = [
  [/\ball the same\b/i, 'still, or identical'],
  [/\b(an?|the|its|each|every|whose|of|in|from|other|no) answers?\b/i, 'response'],
  [/\banew\b/i, 'again, or from scratch'],
  [/\bat times\b/i, 'sometimes; optional'],
  [/\bbe it\b/i, 'whether it is'],
  [/\b(breaks?|broken?|breaking) off\b/i, 'ends early, or is cut off'],
  [/\bbut for (the|what|those|this|two|some)\b/i, 'except'],
  [/\bcomes? about\b/i, 'results'],
  [/, for (it|they|there|nobody|none|neither|both|this is|that is)\b/i, 'because'],
  [
    /, for (all|an?|each|its|most|some|the) (say|(?!that )[a-z]+ (is|are|has|have|gives?|names?|says?|shows?))\b/i,
    'because',
  ],
  [/\bgives? rise to\b/i, 'causes'],
  [/\bgo(es)? without saying\b/i, 'is clear, or leave it out'],
  [/\bGolang\b/, 'Go'],
  [/\bin the place of\b/i, 'instead of'],
  [/(?<!\bthere )\b(is|are|was|were) none\b/i, 'is not'],
  [/(?<!\bthere )\b(is|are|was|were) no (?!different|less|longer|matter|more)/i, 'is not a'],
  [/\blest\b/i, 'so that … not'],
  [/\blikeliest\b/i, 'most likely'],
  [/\bmend(s|ed|ing|able)?\b/i, 'fix'],
  [/\bno (valid )?(JSON|YAML)\b(?! (body|content|example|schema))/i, 'not JSON'],
  [/\bnothing is said\b/i, 'absent, or no statement'],
  [new RegExp(String.raw`\bpnpm@(?!${currentVersion}(?![\d.]))\d[\d.]*`), `pnpm@${currentVersion}`],
  [/(?<=^ *)# TODO: .*/, 'what it asks for, below it'],
  [/\botherwise than\b/i, 'other than, or differently from'],
  [/\brefusals?\b/i, 'error response, or rejection'],
  [/\bse(es?|en|eing) to it\b/i, 'makes sure'],
  [/\bstale\b/i, 'out of date'],
  [/\b(tells?|told) of\b/i, 'says, describes or lists'],
  [/\bwithout a word\b/i, 'silently'],
]

export interface Finding {
  line: number
  word: string
  instead: string
}

/** The words to avoid in a text, in the order of its lines. */
export function findWords(text: string): Finding[] {
  return text.split('\n').flatMap((content, index) =>
    words.flatMap(([word, instead]) => {
      const match = word.exec(content)
      return match ? [{ line: index + 1, word: match[0], instead }] : []
    }),
  )
}

/** A line for each word in the texts of a folder, with its place and the word to use. */
export function checkFolder(folder: string): string[] {
  const files = listTextFiles(folder).filter((file) => !exemptFiles.includes(file))
  return files.flatMap((file) =>
    findWords(readFileSync(join(folder, file), 'utf8')).map(
      ({ line, word, instead }) => `${file}:${line}: instead of "${word}", write: ${instead}.`,
    ),
  )
}

if (import.meta.main) {
  const findings = checkFolder(repository)
  for (const finding of findings) console.error(finding)
  if (findings.length > 0) process.exitCode = 1
}
