const verbs: Record<string, readonly string[]> = {
  build: ['build'],
  test: ['test', '--concurrency=100%'],
  generate: ['generate'],
  check: ['format:check', 'build', 'typecheck', 'package:check', 'test', '--concurrency=100%'],
}

/** What turbo is told for a verb. The flags that follow it come last, because those behind `--` go to the programs. */
export function toTurboArguments(verb: string, flags: readonly string[]): string[] {
  const tasks = verbs[verb]
  if (!tasks) throw new Error(`\`${verb}\` is not one of ${Object.keys(verbs).join(', ')}.`)
  // What does not need the failed task goes on, so that one run shows every failure.
  return [...tasks, '--continue=dependencies-successful', ...flags]
}
