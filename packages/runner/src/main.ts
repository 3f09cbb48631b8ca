// Runs the tasks of a verb, passes its flags on, and ends in what to do next.
import { printBuildSummary } from './build-summary.ts'
import { explainFailures, sumTests } from './ending.ts'
import { runTurbo } from './turbo.ts'
import { toTurboArguments } from './verbs.ts'

const [verb = '', ...flags] = process.argv.slice(2)
const { exitCode, tasks } = await runTurbo(toTurboArguments(verb, flags))
if (verb === 'build' && exitCode === 0) await printBuildSummary()
for (const line of [...sumTests(tasks), ...explainFailures(tasks)]) console.log(line)
process.exitCode = exitCode
