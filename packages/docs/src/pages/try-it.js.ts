import { bundle, serveScript } from '../browser/bundle.ts'

/** The panel that tries an operation, loaded when it is first opened. */
export const GET = async () => serveScript(await bundle('src/try-it/try-it.ts'))
