import { bundle, serveScript } from '../browser/bundle.ts'

/** The writers of the code samples, loaded once the panel that tries an operation is open. */
export const GET = async () => serveScript(await bundle('src/try-it/samples.ts'))
