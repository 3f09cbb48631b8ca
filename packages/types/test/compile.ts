import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const directory = fileURLToPath(new URL('.', import.meta.url))
const program = `${directory}program.ts`
const types = `${directory}types.ts`

/**
 * The full text of each compile error of a program in the folder of this file.
 *
 * @param declarations Declarations to use instead of the package's own.
 */
export function compile(text: string, declarations?: string): string[] {
  const paths = declarations ? { '@seam-acs/types': [types] } : {}
  const configuration = { extends: '../tsconfig.json', compilerOptions: { paths } }
  const { options } = ts.parseJsonConfigFileContent(configuration, ts.sys, directory)
  const texts = new Map([
    [program, text],
    [types, declarations],
  ])
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  host.readFile = (file) => texts.get(file) ?? readFile(file)
  return ts
    .getPreEmitDiagnostics(ts.createProgram([program], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
