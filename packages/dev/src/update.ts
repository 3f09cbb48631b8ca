import { join } from 'node:path'
import { styleText } from 'node:util'
import type { Fault, ReferenceServer } from '@seam-acs/docs/serve-reference'
import { formatProblem, type Problem } from '@seam-acs/spec/problems'
import { derive } from './derive.ts'
import type { SwitchableServer } from './serve-mock.ts'
import { createWriter } from './write.ts'

export interface Targets {
  /** The folder of the repository. */
  root: string
  reference: Pick<ReferenceServer, 'reload' | 'show'>
  mock: Pick<SwitchableServer, 'use'>
  /** Prints to the terminal. */
  print(text: string): void
}

/**
 * Brings everything up to date with the spec: the generated files, what is built from them, the mock and the reference.
 * If the spec has a problem, only what the terminal and the pages show changes.
 *
 * @returns A function that takes the paths of the saved files, relative to the folder of the spec.
 */
export function createUpdate({ root, reference, mock, print }: Targets): (files: string[]) => Promise<void> {
  const spec = join(root, 'spec')
  const write = createWriter(root)
  const served = { bundle: '', contract: '' }
  let isBroken = false

  return async (files) => {
    const start = performance.now()
    try {
      const derived = await derive(spec)
      if ('problems' in derived)
        return fail(derived.problems.map(formatProblem).join('\n\n'), toFault(derived.problems))
      const changed = await write(derived)
      if (served.contract !== derived.contract) mock.use(derived.mock)
      if (served.bundle !== derived.bundle || isBroken) reference.reload()
      served.contract = derived.contract
      served.bundle = derived.bundle
      const news = changed.size > 0 ? `updated ${[...changed].join(', ')}` : 'nothing to update'
      const milliseconds = Math.round(performance.now() - start)
      print(`${nameFiles(files)}: ${isBroken ? 'fixed, ' : ''}${news} in ${milliseconds} ms`)
      isBroken = false
    } catch (error) {
      const { message, stack, constructor } = error as Error
      // A generator throws an `Error` for what it does not support. An error of another class is a bug: show its place.
      fail(constructor === Error ? styleText('red', message) : stack!, { message })
    }
  }

  function fail(text: string, fault: Fault): void {
    isBroken = true
    print(
      `\n${text}\n\nThe last good version is still served. Fix this and save; spec/README.md explains how the spec is written.`,
    )
    reference.show(fault)
  }

  function toFault(problems: Problem[]): Fault {
    const [{ file, line, column }] = problems as [Problem]
    const lines = problems.map(
      (problem) => `spec/${problem.file}:${problem.line}:${problem.column}\n${problem.message}`,
    )
    return { message: lines.join('\n\n'), place: { file: join(spec, file), line, column } }
  }
}

/** `spec/a.yaml`, or `spec/a.yaml and 2 others`. */
function nameFiles([first, ...others]: string[]): string {
  const rest = others.length > 0 ? ` and ${others.length} other${others.length > 1 ? 's' : ''}` : ''
  return `spec/${first}${rest}`
}
