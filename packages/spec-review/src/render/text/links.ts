import type { Cause } from '../../report.ts'

/** Where the lines and rules of a report can be read. */
export interface Links {
  /** The address of a repository, such as `https://github.com/seam/acs`. */
  repository: string
  /** The commit that is reviewed. */
  head: string
  /** The commit that it was compared with. */
  base: string
}

/** The line of a cause. */
export function linkToPlace(links: Links | undefined, place: NonNullable<Cause['place']>): string | undefined {
  const commit = place.at === 'head' ? links?.head : links?.base
  // A report can come from a fork: only what is a commit and a path makes an address.
  if (!links || !commit || !/^[\da-f]{7,40}$/.test(commit) || !Number.isInteger(place.line)) return undefined
  const path = place.file.split('/').map(encodeURIComponent).join('/')
  return `${links.repository}/blob/${commit}/${path}#L${place.line}`
}

/** What the rules count as a break. */
export function linkToRules(links: Links | undefined): string | undefined {
  return links && `${links.repository}/blob/HEAD/packages/spec-review/README.md#what-counts-as-a-break`
}
