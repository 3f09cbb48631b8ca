import { serveScript } from '../../browser/bundle.ts'
import { writePart } from '../../browser/load-part.ts'
import { index } from '../../search/index.ts'

/** The parts of the index, loaded when a search needs them. */
export const getStaticPaths = () => [
  ...index.words.map((data, number) => ({ params: { part: `words-${number}` }, props: { data } })),
  ...index.entries.map((data, number) => ({ params: { part: `entries-${number}` }, props: { data } })),
]

export const GET = ({ params, props }: { params: { part: string }; props: { data: unknown } }) =>
  serveScript(writePart(`search/${params.part}`, props.data))
