import { bundle, serveScript } from '../browser/bundle.ts'
import { index } from '../search/index.ts'

/** The dialog, loaded when it is first opened. */
export const GET = async () => serveScript(await bundle('src/search/search.ts', { MANIFEST: index.manifest }))
