// Every verb runs this first. Where the repository has no Node for the platform, the system's Node runs the verb.
import { explainOldNode } from './node-version.js'

const problem = explainOldNode(process.versions.node, `${process.platform}-${process.arch}`)
if (problem) {
  console.error(problem)
  process.exit(1)
}
