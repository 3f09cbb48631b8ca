import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

export const formats = {
  esm: { type: 'module', options: { module: ts.ModuleKind.ESNext } },
  commonjs: {
    type: 'commonjs',
    options: { esModuleInterop: true, module: ts.ModuleKind.CommonJS, verbatimModuleSyntax: false },
  },
} satisfies Record<string, { type: string; options: ts.CompilerOptions }>

export type Format = keyof typeof formats

/** The tsconfig.build.json of the package in a folder. */
export function readConfig(folder: string): ts.ParsedCommandLine {
  const onUnRecoverableConfigFileDiagnostic = ({ messageText }: ts.Diagnostic) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
  }
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic }
  return ts.getParsedCommandLineOfConfigFile(join(folder, 'tsconfig.build.json'), { emitDeclarationOnly: true }, host)!
}

/** Tells bundlers that they can leave a call out if nothing uses its result. */
const pure = '/* @__PURE__ */ '
/** Stands for it while TypeScript removes all comments. */
const placeholder = '__PURE__ + '

/** The JavaScript of a module without other comments, because src/ has them and is published too. */
export function transpile(fileName: string, source: string, options: ts.CompilerOptions, format: Format): string {
  const compilerOptions = { ...options, ...formats[format].options, declaration: false, removeComments: true }
  const { outputText } = ts.transpileModule(source.replaceAll(pure, placeholder), { compilerOptions, fileName })
  return outputText.replaceAll(placeholder, pure)
}

export const removeMapComment = (declaration: string) => declaration.replace(/^\/\/# sourceMappingURL=.*\n?/m, '')

/**
 * What `build-package` writes into dist/ for one module of the package in a folder, by path in dist/. It does not check
 * types, so every export of the module must have an explicit type.
 */
export function emitModule(folder: string, file: string, source: string): Map<string, string> {
  const { options } = readConfig(folder)
  const fileName = join(folder, file)
  const { outputText, sourceMapText } = ts.transpileDeclaration(source, { compilerOptions: options, fileName })
  const path = relative(options.rootDir!, fileName).replace(/\.ts$/, '')
  const [first, second] = readFormats(folder)
  const files = new Map([
    [`${path}.d.ts`, outputText],
    [`${path}.d.ts.map`, sourceMapText!],
    [`${path}.js`, transpile(fileName, source, options, first!)],
  ])
  if (!second) return files
  return files
    .set(join('cjs', `${path}.d.ts`), removeMapComment(outputText))
    .set(join('cjs', `${path}.js`), transpile(fileName, source, options, second))
}

/** The formats that the package's script `build` names. */
function readFormats(folder: string): Format[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return scripts.build.split('build-package ')[1].split(' ')
}
