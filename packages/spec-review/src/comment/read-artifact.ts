import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { paragraph, code } from '../render/document.ts'
import { toMarkdown } from '../render/markdown.ts'
import { render } from '../render/render.ts'
import { isSilent, type Report } from '../report.ts'

const largest = 20_000_000

/**
 * The comment for what a run left behind: `report.json`, or `failure.txt` where there was no review.
 * A fork's own code may have written either, so both are data: they are rendered here, and the renderer escapes every text.
 *
 * @returns An empty text where there is nothing to say.
 */
export async function readArtifact(directory: string): Promise<string> {
  const text = await read(join(directory, 'report.json'))
  if (text.trim() !== '') {
    const report: Report = JSON.parse(text)
    return isSilent(report) ? '' : render(report, 'markdown')
  }
  // Other programs may have warned before.
  const failure = (await read(join(directory, 'failure.txt'))).trim().split('\n').at(-1)
  return toMarkdown([
    { type: 'title', content: ['Spec review: ❌ there is none'] },
    paragraph(code(failure || 'The run left no report: see its log.')),
  ])
}

async function read(file: string): Promise<string> {
  const stats = await lstat(file).catch(() => undefined)
  if (!stats) return ''
  if (!stats.isFile() || stats.size > largest) throw new Error('The artifact is not what a review leaves behind.')
  return readFile(file, 'utf8')
}
