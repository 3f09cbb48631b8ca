// The verbs import this first: where the repository has no Node of its own, the system's has to serve.
import { explainOldNode } from './node-version.js'

const problem = explainOldNode(process.versions.node, `${process.platform}-${process.arch}`)
if (problem) {
  console.error(problem)
  process.exit(1)
}
