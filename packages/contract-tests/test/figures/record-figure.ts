import { TestRunner } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    figures?: Record<string, string>
  }
}

/** Adds a line to the table of figures that the run ends with. Only inside a test. */
export function recordFigure(name: string, value: string): void {
  const { meta } = TestRunner.getCurrentTest()!
  meta.figures = { ...meta.figures, [name]: value }
}
