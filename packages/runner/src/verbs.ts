// More tasks than cores, because some tasks wait for a browser or a server.
const concurrency = '--concurrency=150%'

const verbs: Record<string, readonly string[]> = {
  build: ['build'],
  test: ['test', concurrency],
  generate: ['generate'],
  bench: ['bench', '--concurrency=1', '--log-prefix=none'],
  check: ['format:check', 'build', 'typecheck', 'package:check', 'test', concurrency],
}

/** Turbo's arguments for a verb. The flags come last, because turbo passes what follows `--` to the programs. */
export function toTurboArguments(verb: string, flags: readonly string[]): string[] {
  const tasks = verbs[verb]
  if (!tasks) throw new Error(`\`${verb}\` is not one of ${Object.keys(verbs).join(', ')}.`)
  // Tasks that do not depend on a failed one still run, so that one run shows every failure.
  return [...tasks, '--continue=dependencies-successful', ...flags]
}
