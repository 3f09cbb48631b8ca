// Shows a report within a run: the text in its summary, and each break at its line.
import { appendFile, readFile } from 'node:fs/promises'
import { render } from './render/render.ts'
import { toAnnotations } from './render/annotations.ts'
import type { Report } from './report.ts'

const {
  GITHUB_REPOSITORY,
  GITHUB_SERVER_URL = 'https://github.com',
  GITHUB_SHA = '',
  GITHUB_STEP_SUMMARY,
} = process.env
const report: Report = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'))
const links = { repository: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`, head: GITHUB_SHA, base: report.base }
if (GITHUB_STEP_SUMMARY) await appendFile(GITHUB_STEP_SUMMARY, render(report, 'markdown', links))
process.stdout.write(toAnnotations(report))
