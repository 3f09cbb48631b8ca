// Every verb imports this first, because the system's Node runs it on a platform for which the repository has none.
import { explainOldNode } from './node-version.js'

const problem = explainOldNode(process.versions.node, `${process.platform}-${process.arch}`)
if (problem) {
  console.error(problem)
  process.exit(1)
}
