import { asText } from '../document/json.ts'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { causeOf, Failure } from '../failure.ts'
import type { Cause } from '../report.ts'
import { approvalsFile } from './approvals-file.ts'

/** A break that is meant to be released as less. */
export interface Approval {
  fingerprint: string
  /** Why it breaks nobody. */
  reason: string
}

/** What a fingerprint is taken of. */
export type Identity = Pick<Cause, 'after' | 'before' | 'breaks' | 'path' | 'pointer' | 'rule' | 'usages'>

/**
 * Names a cause by what it is, in twelve hexadecimal digits. No line, file, commit, position in a list or operation goes in,
 * so it stays the same after a rebase, a move or one more operation.
 */
export function fingerprint({ rule, breaks, pointer, path, usages, before, after }: Identity): string {
  const steady = pointer.replaceAll(/(?<=\/(?:allOf|anyOf|oneOf|required|enum|parameters))\/\d+/g, '')
  // The steps before the last depend on the operation that comes first.
  const place = pointer === '' ? path : [steady, usages[0]?.steps.at(-1) ?? path]
  const text = JSON.stringify([rule, breaks.toSorted(), place, before ?? null, after ?? null], sortKeys)
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

const sortKeys = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** The committed approvals; none where the file is absent. */
export async function readApprovals(root: string): Promise<Approval[]> {
  const text = await readFile(join(root, approvalsFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new Failure(`${approvalsFile} cannot be read: ${causeOf(error)}.`)
  })
  try {
    return (parse(text, { schema: 'failsafe' }) ?? []).map(readApproval)
  } catch (error) {
    throw new Failure(
      `${approvalsFile} is not a list of \`fingerprint\` and \`reason\`: ${causeOf(error)}. Copy an entry from the review's comment.`,
    )
  }
}

function readApproval({ fingerprint: print, reason }: Approval): Approval {
  if (!/^[\da-f]{12}$/.test(asText(print)))
    throw new Error(`the fingerprint ${JSON.stringify(print)} is not twelve hexadecimal digits`)
  if (typeof reason !== 'string' || !reason.trim()) throw new Error(`${print} has no reason`)
  return { fingerprint: print, reason: reason.trim() }
}
