import { serveScript } from '../../browser/bundle.ts'
import { writePart } from '../../browser/load-part.ts'
import type { DescribedOperation } from '../../contract/operation.ts'
import { operations } from '../../contract/pages.ts'
import { toTriedOperation, partName } from '../../try-it/operation.ts'

export const getStaticPaths = () =>
  operations.map((operation) => ({ params: { operation: operation.id }, props: { operation } }))

export const GET = ({ props: { operation } }: { props: { operation: DescribedOperation } }) =>
  serveScript(writePart(partName(operation.id), toTriedOperation(operation)))
