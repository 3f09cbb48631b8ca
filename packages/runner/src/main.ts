// Runs the tasks of a verb with its flags, then prints what to do next.
import { summarizeBuild } from './build-summary.ts'
import { explainFailures, totalTests } from './ending.ts'
import { runTurbo } from './turbo.ts'
import { toTurboArguments } from './verbs.ts'

const [verb = '', ...flags] = process.argv.slice(2)
const { exitCode, tasks } = await runTurbo(toTurboArguments(verb, flags))
const summary = verb === 'build' && exitCode === 0 ? await summarizeBuild(tasks) : []
for (const line of [...summary, ...totalTests(tasks), ...explainFailures(tasks)]) console.log(line)
process.exitCode = exitCode
