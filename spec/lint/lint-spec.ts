import { execFile } from 'node:child_process'
import { glob, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'

interface Problem {
  ruleId: string
  message: string
  location: [{ source: { ref: string }; start?: { line: number; col: number } }]
}

/** The problems to fix first. A file that is not YAML, or a `$ref` that leads nowhere, causes other problems. */
function selectCauses(problems: Problem[]): Problem[] {
  const unreadable = problems.filter(({ message }) => message.startsWith('Failed to parse'))
  const unresolved = problems.filter(({ ruleId }) => ruleId === 'no-unresolved-refs')
  return [unreadable, unresolved, problems].find((group) => group.length > 0) ?? []
}

/** Lints the spec in the working directory with `redocly lint` and prints each problem with its place and its line. */
async function lintSpec(): Promise<void> {
  const empty = await listEmptyFiles()
  if (empty.length > 0) {
    process.exitCode = 1
    for (const file of empty)
      console.error(`\n${bold(`spec/${file}:1:1`)}\n  The file is empty. Write its content, or delete it.`)
    console.error(ending)
    return
  }
  const { exitCode, output, errors } = await runRedocly()
  if (exitCode === 0) return
  process.exitCode = 1
  const problems = output.startsWith('{') ? selectCauses(JSON.parse(output).problems) : []
  // Redocly reports a problem in a shared file once for each use.
  for (const text of new Set(await Promise.all(problems.map(describe)))) console.error(text)
  // If openapi.yaml is not YAML, there is no list of problems, but Redocly's own message names the place.
  if (problems.length === 0) console.error(relative(errors.replace(/^validating .*\n/m, '').trim()))
  console.error(ending)
}

/** The YAML files that hold nothing but comments. Redocly crashes on some, and calls others an unresolved `$ref`. */
async function listEmptyFiles(): Promise<string[]> {
  const empty: string[] = []
  for await (const file of glob(['openapi.yaml', '{components,paths}/**/*.yaml'])) {
    const text = await readFile(file, 'utf8')
    if (!/^(?!#|---$)\S/m.test(text.replace(/^\s+/gm, ''))) empty.push(file)
  }
  return empty.toSorted()
}

async function describe({ ruleId, message, location: [{ source, start }] }: Problem): Promise<string> {
  const { line, col } = start ?? { line: 1, col: 1 }
  const text = (await readFile(source.ref, 'utf8')).split('\n')[line - 1]
  const advice = message.startsWith("Can't resolve $ref") ? '. Correct the path, or add the file.' : ''
  return [
    '',
    bold(`spec/${source.ref}:${line}:${col}`),
    `  ${text?.trim()}`,
    `  ${styleText('red', relative(message))}${advice} (${ruleId})`,
  ].join('\n')
}

const bold = (text: string) => styleText('bold', text)

const ending = '\nThe spec was not bundled. Fix this and build again; spec/README.md explains how the spec is written.'

const relative = (message: string) => message.replaceAll(`${process.cwd()}/`, 'spec/')

function runRedocly(): Promise<{ exitCode: number | string | null | undefined; output: string; errors: string }> {
  const spec = new URL('../', import.meta.url)
  const command = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', spec))
  const config = fileURLToPath(new URL('redocly.yaml', spec))
  const options = ['lint', 'openapi.yaml', '--config', config, '--format=json', '--max-problems=1000']
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...options], { maxBuffer: 2 ** 26 }, (error, output, errors) =>
      resolve({ exitCode: error ? error.code : 0, output: output.trim(), errors }),
    )
  })
}

await lintSpec()
