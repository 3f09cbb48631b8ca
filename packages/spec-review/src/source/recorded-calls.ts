import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'

/** What the review needs of a recording of packages/contract-tests. */
export interface RecordedCall {
  file: string
  request: { method: string; path: string; headers?: Record<string, string>; body?: unknown }
  response: { status: number; headers?: Record<string, string>; body?: unknown }
}

/** A recorded call that compiled before and does not now. */
export interface BrokenCall {
  file: string
  /** The compiler's most specific line on it, without what object literals hold: calls with one error have one message. */
  message: string
}

/** The recordings in a directory; none where it is absent. Generated exchanges do not count as recordings, because they follow the spec. */
export async function readRecordedCalls(directory: string): Promise<RecordedCall[]> {
  const files = await readdir(directory, { recursive: true }).catch(() => [])
  const calls = files
    .filter((file) => file.endsWith('.json') && !file.endsWith('.gen.json'))
    .toSorted()
    .map(async (file) => ({ ...JSON.parse(await readFile(join(directory, file), 'utf8')), file }))
  return Promise.all(calls)
}

/**
 * A program that sends what a recording sends and reads what it read, each value as what it was.
 * Its lines are the same for each set of types, so that the errors of one can be told from those of another.
 *
 * @param types What to import the types from.
 */
export function writeCall({ request, response }: RecordedCall, types: string): string {
  const operation = `paths[${JSON.stringify(request.path)}][${JSON.stringify(request.method.toLowerCase())}]`
  const answer = `${operation}['responses'][${response.status}]['content'][${mediaTypeOf(response)}]`
  return [
    `import type { paths } from ${JSON.stringify(types)}`,
    ...(request.body === undefined
      ? []
      : [
          `export const request: NonNullable<${operation}['requestBody']>['content'][${mediaTypeOf(request)}] =`,
          JSON.stringify(request.body, undefined, 2),
        ]),
    ...(response.body === undefined ? [] : [`declare const answer: ${answer}`, ...readValues(response.body)]),
  ].join('\n')
}

function readValues(body: unknown): string[] {
  const lines: string[] = []
  const visit = (value: unknown, expression: string) => {
    if (Array.isArray(value)) value.slice(0, 1).forEach((item) => visit(item, `${expression}![0]`))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) visit(child, `${expression}!${member(key)}`)
    } else if (value !== null) {
      lines.push(`export const read${lines.length}: ${typeof value} | undefined = ${expression}`)
    }
  }
  visit(body, 'answer')
  return lines
}

const member = (key: string) => (/^[a-z_$][\w$]*$/i.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`)

const mediaTypeOf = ({ headers = {} }: { headers?: Record<string, string> }) =>
  JSON.stringify(headers['content-type']?.split(';')[0] ?? 'application/json')

/** The recorded calls that the compiler takes with the types of the base and rejects with those of the head. */
export function findBrokenCalls(
  program: ts.Program,
  calls: { file: string; base: string; head: string }[],
): BrokenCall[] {
  return calls.flatMap(({ file, base, head }) => {
    const known = new Set(errorsOf(program, base).map(({ line }) => line))
    const [error] = errorsOf(program, head).filter(({ line }) => !known.has(line))
    return error ? [{ file, message: error.message }] : []
  })
}

function errorsOf(program: ts.Program, file: string) {
  const source = program.getSourceFile(file)!
  return program.getSemanticDiagnostics(source).map(({ start = 0, messageText }) => ({
    line: source.getLineAndCharacterOfPosition(start).line,
    message: pickLine(ts.flattenDiagnosticMessageText(messageText, '\n')),
  }))
}

/** The compiler goes from the whole value down to the property that does not fit. */
function pickLine(message: string): string {
  const line = message.split('\n').at(-1) ?? ''
  return line.trim().replaceAll(/'\{ .*? \}'/g, "'{ … }'")
}
