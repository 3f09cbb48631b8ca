import { bundle, serveScript } from '../browser/bundle.ts'
import { index } from '../search/index.ts'

/** The scripts that a page loads when something in them is first used. */
const scripts = {
  page: 'src/browser/page.js',
  search: 'src/search/search.ts',
  'try-it': 'src/try-it/try-it.ts',
  samples: 'src/try-it/samples.ts',
}

export const getStaticPaths = () =>
  Object.entries(scripts).map(([script, entry]) => ({ params: { script }, props: { entry } }))

export const GET = async ({ props }: { props: { entry: string } }) =>
  serveScript(await bundle(props.entry, { MANIFEST: index.manifest }))
