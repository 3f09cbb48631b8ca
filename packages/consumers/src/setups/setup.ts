import type { PackageName } from '../versions.ts'

/** One way to use the packages, as a line of the table. */
export interface Setup {
  name: string
  /** What is installed beside the packed packages. Set-ups with the same packages share an installation. */
  packages: readonly PackageName[]
  installer?: 'npm' | 'pnpm'
  /** The files of its folder by name; the suite and its cases are added, as ES modules and as CommonJS. */
  files: Readonly<Record<string, string>>
  /**
   * Run one after the other in its folder: a program of the installation by its path in `node_modules`, or `node`,
   * and its arguments.
   */
  commands: readonly (readonly [program: string, ...args: string[]])[]
  /** Where its binaries run, such as `linux-x64`; absent where it runs everywhere. */
  platform?: string
  /** Opens this page of the folder in Chromium, which runs the suite. */
  page?: string
  /** Whether its programs get the path of Chromium as `CHROMIUM`. */
  needsBrowser?: boolean
  /** The rows of the suite that cannot run there, and why. */
  without?: Without
  /** What its success shows, if it does not run the suite. */
  shows?: string
  /** Whether `check` runs it too. */
  isQuick?: boolean
}

export interface Without {
  rows: readonly string[]
  reason: string
}
