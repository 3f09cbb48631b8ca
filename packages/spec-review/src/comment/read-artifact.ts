import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { paragraph, code, type Block } from '../render/document.ts'
import type { Links } from '../render/text/links.ts'
import { toMarkdown } from '../render/markdown.ts'
import { render } from '../render/render.ts'
import { describeVerdict } from '../render/verdict.ts'
import { isSilent, type Report } from '../report.ts'

const largest = 20_000_000

/** What is said of a report that does not speak for itself. */
export interface Notice {
  /** Files of the pull request that make the review; none where it leaves the review alone. */
  changedTools: string[]
  /** The directory that the base's own review left behind, where there was one. */
  baseDirectory: string
}

/**
 * The comment for what a run left behind: `report.json`, or `failure.txt` where there was no review.
 * A fork's own code may have written either, so both are data: they are rendered here, and the renderer escapes every text.
 *
 * @returns An empty text where there is nothing to say.
 */
export async function readArtifact(directory: string, links?: Links, notice?: Notice): Promise<string> {
  const text = await readReport(directory, links)
  if (!notice || notice.changedTools.length === 0) return text
  return [
    toMarkdown(await describeTools(notice)),
    text || toMarkdown([paragraph('Its own review sees no change.')]),
  ].join('\n')
}

async function readReport(directory: string, links?: Links): Promise<string> {
  try {
    const text = await read(join(directory, 'report.json'))
    if (text.trim() !== '') {
      const report: Report = JSON.parse(text)
      const { base } = report
      return isSilent(report) ? '' : render(report, 'markdown', links && { ...links, base })
    }
    // Other programs may have warned before.
    const failure = (await read(join(directory, 'failure.txt'))).trim().split('\n').at(-1)
    return sayNone(failure || 'The run left no report: see its log.')
  } catch (error) {
    return sayNone(`The report cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const sayNone = (reason: string) =>
  toMarkdown([{ type: 'title', content: ['❌ There is no review'] }, paragraph(code(reason))])

/** A change of the review can make its own report say anything, so that of the base stands above it. */
async function describeTools({ changedTools, baseDirectory }: Notice): Promise<Block[]> {
  const files = changedTools.slice(0, 3).flatMap((file, index) => [index > 0 ? ', ' : '', code(file)])
  const more = changedTools.length > 3 ? ` and ${changedTools.length - 3} more` : ''
  return [
    paragraph(
      '⚠️ This pull request changes the review itself (',
      ...files,
      more,
      '). ',
      ...(await describeBase(baseDirectory)),
    ),
  ]
}

async function describeBase(directory: string) {
  try {
    const report: Report = JSON.parse(await read(join(directory, 'report.json')))
    return ["The base branch's review of the same spec: ", ...describeVerdict(report), '.']
  } catch {
    return ["The base's review left no report: see its log."]
  }
}

async function read(file: string): Promise<string> {
  const stats = await lstat(file).catch(() => undefined)
  if (!stats) return ''
  if (!stats.isFile() || stats.size > largest) throw new Error('the file is not a report, or is too large.')
  return readFile(file, 'utf8')
}
