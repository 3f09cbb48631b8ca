import { serveScript } from '../../browser/bundle.ts'
import { writePart } from '../../browser/load-part.ts'
import type { DescribedOperation } from '../../contract/operations/operation.ts'
import { operations } from '../../contract/pages/pages.ts'
import { explainUntried, partName, toTriedOperation } from '../../try-it/operation.ts'

export const getStaticPaths = () =>
  operations
    .filter((operation) => explainUntried(operation) === undefined)
    .map((operation) => ({ params: { operation: operation.file }, props: { operation } }))

export const GET = ({ props: { operation } }: { props: { operation: DescribedOperation } }) =>
  serveScript(writePart(partName(operation.file), toTriedOperation(operation)))
