import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pnpm } from '@seam-acs/runner/command'
import { expect, onTestFinished, test } from 'vitest'
import { checkFolder, findWords } from '../check-words.ts'

test.each([
  ['It works all the same.', 'all the same'],
  ['// the answer has two ids', 'the answer'],
  ['Writes the file anew.', 'anew'],
  ['The header is absent at times.', 'at times'],
  ['A value, be it null or a string.', 'be it'],
  ['A body that breaks off.', 'breaks off'],
  ['Every file but for the first.', 'but for the'],
  ['A schema from which a circle comes about.', 'comes about'],
  ['It waits, for there is no key.', ', for there'],
  ['All need the same, for all say the same.', ', for all say'],
  ['We wrote the request, for the page shows the object.', ', for the page shows'],
  ['A value that gives rise to a problem.', 'gives rise to'],
  ['It goes without saying.', 'goes without saying'],
  ['A sample in Golang.', 'Golang'],
  ['A mock in the place of the API.', 'in the place of'],
  ['Of two results the second is none.', 'is none'],
  ["test('a body that is no object is an error')", 'is no '],
  ['Waits, lest it meets a closed connection.', 'lest'],
  ['The repairs, the likeliest first.', 'likeliest'],
  ['Run this command, which mends it.', 'mends'],
  ['a 200 with no JSON', 'no JSON'],
  ['Optional where nothing is said.', 'nothing is said'],
  ['  # TODO: Say what it is.', '# TODO: Say what it is.'],
  ['The mock responds otherwise than the API.', 'otherwise than'],
  ['const refusal = reject(request)', 'refusal'],
  ['A test sees to it that they agree.', 'sees to it'],
  ['The generated file is stale.', 'stale'],
  ['Run npx --yes pnpm@11.0.0 build.', 'pnpm@11.0.0'],
  ['The problems that an error tells of.', 'tells of'],
  ['It drops them without a word.', 'without a word'],
])('the check objects to: %s', (text, word) => {
  expect(findWords(`A first line.\n${text}`)).toEqual([{ line: 2, word, instead: expect.stringMatching(/\w/) }])
})

test.each([
  'The response is not JSON, because there is no body.',
  'A response with no JSON body.',
  'There is none, and it is no longer needed.',
  'It answers with a 404, and install takes seconds.',
  'Recommended for amended documents, in the place that you chose.',
  `Run ${pnpm} build.`,
  'Wait for it, but for a second only.',
  'A format, for the output of a list, for each operation and for all of them.',
])('the check passes over: %s', (text) => {
  expect(findWords(text)).toEqual([])
})

test('the check names the file, the line and the word to use, and skips generated files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seam-acs-words-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'README.md'), '# Title\n\nMend it.\n')
  await writeFile(join(folder, 'index.gen.ts'), '// Mend it.\n')
  expect(checkFolder(folder)).toEqual(['README.md:3: instead of "Mend", write: fix.'])
})
