import type { Issue } from '@seam-acs/client'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Target {
  /** Whether nothing leaves the page. */
  isMock: boolean
  endpoint: string
  /** The reader's keys, by the variables that the samples have for them. */
  secrets: Record<string, string>
  /** For a personal access token only. */
  workspaceId: string
  fetch: Fetch
  /** Whether the client checks the body before it sends it. */
  validate: boolean
}

/** What went over the wire, as far as it came and without the keys, and what is wrong. */
export interface Exchange {
  isMock: boolean
  request?: { method: string; url: string; headers: [string, string][]; body: string }
  response?: { status: number; headers: [string, string][]; text: string; duration: number }
  /** What went wrong, in a sentence; undefined for a success. */
  failure?: string
  issues: Issue[]
}
