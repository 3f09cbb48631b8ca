import { createSeamClient } from './client.ts'
import type { FetchClient } from './fetch-client.ts'
import { createOperations, type Operations } from './operations.gen.ts'
import type { SeamOptions } from './options.ts'

/** Every operation of the API under the names of its path: `POST /acs/credentials/create` is `seam.acs.credentials.create`. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the constructor assigns them all
export interface Seam extends Operations {}

/**
 * A client of the Seam API.
 *
 * @example
 * const seam = new Seam({ apiKey: 'seam_…' })
 * const credential = await seam.acs.credentials.create({ access_method: 'code', acs_user_id: '…' })
 */
export class Seam {
  /** The typed path client, with the same authentication, retries, limits and connection errors. */
  declare readonly fetchClient: FetchClient

  /**
   * @param options The settings, or the API key alone.
   * @throws {SeamError} when an option is missing or wrong.
   */
  constructor(options?: SeamOptions | string) {
    const client = createSeamClient(options)
    Object.assign(this, createOperations(client), { fetchClient: client.fetchClient })
  }
}
