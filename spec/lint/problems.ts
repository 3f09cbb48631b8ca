import { glob, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'
import { getLineColLocation, lint, loadConfig, YamlParseError, type Source } from '@redocly/openapi-core'
import { SafeResolver } from './safe-resolver.ts'

export interface Problem {
  /** The path relative to the folder of the spec. */
  file: string
  line: number
  column: number
  /** The line itself. */
  text: string
  /** What is wrong and what to do. */
  message: string
  /** Undefined for an empty file. */
  rule?: string
}

const configPath = fileURLToPath(new URL('../redocly.yaml', import.meta.url))

/** Redocly with the rules of redocly.yaml, and a resolver that reads each file once. */
export async function createLinter() {
  const config = await loadConfig({ configPath })
  return { config, externalRefResolver: new SafeResolver(config.resolve) }
}

export type Linter = Awaited<ReturnType<typeof createLinter>>

/** Everything that lint has to report about the spec in a folder. A problem in a shared file is listed for each use. */
export async function findProblems(folder: string, linter: Linter): Promise<Problem[]> {
  const empty = await listEmptyFiles(folder)
  if (empty.length > 0) return empty
  try {
    const found = await lint({ ref: join(folder, 'openapi.yaml'), ...linter })
    return found.map(({ ruleId, message, location: [place] }) => {
      const { source, start } = getLineColLocation(place!)
      return toProblem(source, start.line, start.col, message, ruleId)
    })
  } catch (error) {
    // openapi.yaml itself is not valid YAML. Redocly reports any other such file as a `$ref` that it cannot resolve.
    if (!(error instanceof YamlParseError)) throw error
    return [toProblem(error.source, error.line, error.col, `Failed to parse: ${error.message}`, 'no-unresolved-refs')]
  }

  function toProblem(source: Source, line: number, column: number, message: string, rule: string): Problem {
    const advice = message.startsWith("Can't resolve $ref") ? '. Correct the reference, or add the file.' : ''
    return {
      file: relative(folder, source.absoluteRef).replaceAll(sep, '/'),
      line,
      column,
      text: source.getLines()[line - 1] ?? '',
      message: message.replaceAll(join(folder, sep), 'spec/').replace(/ in "[^"]*" \(\d+:\d+\)$/, '') + advice,
      rule,
    }
  }
}

/** The YAML files without content. Redocly crashes on some, and reports others as a `$ref` that it cannot resolve. */
async function listEmptyFiles(folder: string): Promise<Problem[]> {
  const empty: string[] = []
  for await (const file of glob(['openapi.yaml', '{components,paths}/**/*.yaml'], { cwd: folder })) {
    const text = await readFile(join(folder, file), 'utf8')
    if (!/^(?!#|---$)\S/m.test(text.replace(/^\s+/gm, ''))) empty.push(file.replaceAll(sep, '/'))
  }
  const message = 'The file is empty. Write its content, or delete it.'
  return empty.toSorted().map((file) => ({ file, line: 1, column: 1, text: '', message }))
}

/** The problems to fix first. A file that is not YAML, or a `$ref` that leads nowhere, causes other problems. */
export function selectCauses(problems: Problem[]): Problem[] {
  const unreadable = problems.filter(({ message }) => message.startsWith('Failed to parse'))
  const unresolved = problems.filter(({ rule }) => rule === 'no-unresolved-refs')
  const causes = [unreadable, unresolved, problems].find((group) => group.length > 0) ?? []
  return [...new Map(causes.map((problem) => [JSON.stringify(problem), problem])).values()]
}

/** A problem as the terminal shows it: its place, its line and its message. */
export function formatProblem({ file, line, column, text, message, rule }: Problem): string {
  return [
    styleText('bold', `spec/${file}:${line}:${column}`),
    ...(text ? [`  ${text.trim()}`] : []),
    `  ${styleText('red', message)}${rule ? ` (${rule})` : ''}`,
  ].join('\n')
}
