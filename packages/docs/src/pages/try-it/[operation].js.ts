import { serveScript } from '../../browser/bundle.ts'
import { writePart } from '../../browser/load-part.ts'
import type { Call } from '../../contract/operation.ts'
import { calls } from '../../contract/pages.ts'
import { describeOperation, partName } from '../../try-it/operation.ts'

export const getStaticPaths = () => calls.map((call) => ({ params: { operation: call.id }, props: { call } }))

export const GET = ({ props: { call } }: { props: { call: Call } }) =>
  serveScript(writePart(partName(call.id), describeOperation(call)))
