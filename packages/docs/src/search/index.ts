import { listEntries } from './entries.ts'
import { buildIndex } from './index-parts.ts'

export const entries = listEntries()
export const index = buildIndex(entries)
