import { createSeamClient, type SeamClient } from './client.ts'
import { createOperations, type Operations } from './operations.gen.ts'
import type { SeamOptions } from './options/options.ts'

/** Every operation of the API under the names of its path: `POST /acs/credentials/create` is `seam.acs.credentials.create`. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the constructor assigns them all
export interface Seam extends Operations {
  /**
   * Returns a client with the same settings, except for the given ones.
   *
   * @throws {SeamError} when an option is wrong.
   */
  withOptions(options: SeamOptions): Seam
}

/**
 * A client of the Seam API.
 *
 * @example
 * const seam = new Seam({ apiKey: 'seam_…' })
 * const credential = await seam.acs.credentials.create({ access_method: 'code', acs_user_id: '…' })
 */
// oxlint-disable-next-line typescript/no-extraneous-class -- its members are those of the interface
export class Seam {
  /**
   * @param options The settings, or the API key alone.
   * @throws {SeamError} when an option is missing or wrong.
   */
  constructor(options?: SeamOptions | string) {
    connect(this, createSeamClient(options))
  }
}

function connect(seam: Seam, client: SeamClient): Seam {
  const withOptions = (options: SeamOptions) => connect(Object.create(Seam.prototype), client.withOptions(options))
  return Object.assign(seam, createOperations(client), { withOptions })
}
