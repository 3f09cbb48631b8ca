// Runs the tasks of a verb with its flags, then prints what to do next.
import { printBuildSummary } from './build-summary.ts'
import { explainFailures, totalTests } from './ending.ts'
import { runTurbo } from './turbo.ts'
import { toTurboArguments } from './verbs.ts'

const [verb = '', ...flags] = process.argv.slice(2)
const { exitCode, tasks } = await runTurbo(toTurboArguments(verb, flags))
if (verb === 'build' && exitCode === 0) await printBuildSummary()
for (const line of [...totalTests(tasks), ...explainFailures(tasks)]) console.log(line)
process.exitCode = exitCode
