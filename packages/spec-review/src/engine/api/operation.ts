import type { Side } from '../../change.ts'
import type { Both, Child } from '../context.ts'

/** An operation of either document, and where it stands. */
export interface Operation {
  both: Both
  /** The path item that holds it, whose parameters are its own. */
  item: Child
  /** Such as `POST /acs/credentials/create`. */
  name: string
  /** Who breaks when what is sent, or what is answered, changes: turned round for a webhook. */
  sides: Record<Side, Side>
}
