import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './turbo.ts'

/** A table in Markdown, whose first row is the head. It is not aligned, so one longer cell changes one line. */
export function renderTable([head, ...rows]: readonly (readonly string[])[]): string {
  if (!head) throw new Error('A table needs a head.')
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
}

/** Replaces what is between `<!-- name -->` and `<!-- /name -->` in a README, and formats the file. */
export function writeFigures(readme: URL, figures: string, name = 'figures'): void {
  const text = readFileSync(readme, 'utf8')
  const section = new RegExp(`(?<=<!-- ${name} -->\n).*(?=<!-- /${name} -->)`, 's')
  if (!section.test(text)) throw new Error(`${fileURLToPath(readme)} has no <!-- ${name} --> … <!-- /${name} -->.`)
  writeFileSync(
    readme,
    text.replace(section, () => `\n${figures}\n\n`),
  )
  execFileSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), fileURLToPath(readme)], { cwd: root })
}
