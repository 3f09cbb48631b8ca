export interface Rejection {
  status: number
  type: string
  message: string
}

/** The error that the API has for the credentials of a request; undefined if it accepts them. */
export function rejectCaller(headers: Headers, apiKeys: readonly string[] | undefined): Rejection | undefined {
  const authorization = headers.get('authorization')
  if (authorization === null) return unauthorized('No Authorization header')
  const token = authorization.split('Bearer ')[1]
  if (!token) return unauthorized('No token provided')
  if (token.startsWith('seam_cst')) {
    const message = 'A client session token was used instead of an API key'
    return { status: 401, type: 'client_session_token_used_for_api_key', message }
  }
  const workspace = headers.get('seam-workspace')
  if (token.startsWith('seam_at') && workspace === null) {
    const message = 'An access token was used instead of an API key'
    return { status: 401, type: 'access_token_used_for_api_key', message }
  }
  if (!/^seam_(?!pk)/.test(token) || apiKeys?.includes(token) === false) return unauthorized('API Key not found')
  if (token.startsWith('seam_at') && !uuid.test(workspace!)) {
    return { status: 404, type: 'workspace_not_found', message: 'Workspace not found' }
  }
  return undefined
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const unauthorized = (message: string): Rejection => ({ status: 401, type: 'unauthorized', message })
