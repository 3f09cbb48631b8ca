import { SeamError } from '../errors.ts'
import { readEnvironment } from '../runtime.ts'

/** A value, or a function that gets it when the first call needs it, and again when the API has rejected it. */
export type StringOrProvider = string | (() => string | Promise<string>)

export interface CredentialsOptions {
  /** A key of one workspace; default: the environment variable `SEAM_API_KEY`. Keep it on a server. */
  apiKey?: StringOrProvider | undefined
  /** A personal access token, instead of a key and together with `workspaceId`. */
  personalAccessToken?: StringOrProvider | undefined
  /** The workspace that a personal access token is used for. */
  workspaceId?: StringOrProvider | undefined
}

export interface Credentials {
  /** The headers that authenticate; concurrent calls share one request for them. */
  headers(): Promise<Record<string, string>>
  /** Forgets headers that the API rejected. Returns whether asking again can give others. */
  refresh(rejected: Promise<Record<string, string>>): boolean
}

export function createCredentials({ apiKey, personalAccessToken, workspaceId }: CredentialsOptions): Credentials {
  const isOfWorkspace = personalAccessToken || workspaceId
  if (apiKey && isOfWorkspace)
    throw new SeamError('Pass `apiKey`, or `personalAccessToken` and `workspaceId`, not both.')
  let canChange = false
  const sources = Object.entries(
    isOfWorkspace ? { personalAccessToken, workspaceId } : { apiKey: apiKey || readEnvironment('SEAM_API_KEY') },
  ).map(([name, value]) => {
    if (typeof value === 'function') {
      canChange = true
      return async () => check(name, await value())
    }
    const checked = check(name, value)
    return () => checked
  })

  const read = async () => {
    const values = sources.map((source) => source())
    const [token, workspace] = await Promise.all(values)
    return { authorization: `Bearer ${token}`, ...(workspace && { 'seam-workspace': workspace }) }
  }

  let current: Promise<Record<string, string>> | undefined
  const forget = (used: typeof current) => {
    if (current === used) current = undefined
  }
  return {
    headers() {
      if (current) return current
      const reading = read()
      reading.catch(() => forget(reading))
      return (current = reading)
    },
    refresh(rejected) {
      forget(rejected)
      return canChange
    },
  }
}

function check(name: string, value: string | undefined): string {
  if (!value)
    throw new SeamError(
      `No ${name}: pass it as \`new Seam({ ${name} })\`${name === 'apiKey' ? ' or set SEAM_API_KEY' : ''}.`,
    )
  // The runtime's own error about a forbidden header value would quote it.
  if (!/^[\x21-\x7e]+$/.test(value)) throw new SeamError(`\`${name}\` has a space or a line break: copy it again.`)
  if (/^seam_(cst|pk)/.test(value)) {
    throw new SeamError(`\`${name}\` is a client session token or publishable key: use an API key, on a server.`)
  }
  if (name === 'apiKey' && value.startsWith('seam_at')) {
    throw new SeamError('`apiKey` is a personal access token: pass it as `personalAccessToken`, with `workspaceId`.')
  }
  return value
}
