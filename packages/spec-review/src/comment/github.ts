/** What the comment needs of GitHub's REST API. */
export interface GitHub {
  /** The JSON of the response; undefined where its body is empty. Rejects unless the response is a success. */
  request<Body>(method: string, path: string, body?: object): Promise<Body>
  /** Every item of a list, page by page. */
  list<Item>(path: string): Promise<Item[]>
}

const pageSize = 100

/** @param repository Its owner and name, as in `owner/name`; paths are relative to it. */
export function createGitHub(
  repository: string,
  token: string,
  url = 'https://api.github.com',
  fetch = globalThis.fetch,
): GitHub {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'x-github-api-version': '2022-11-28',
  }
  return { request, list }

  async function request<Body>(method: string, path: string, body?: object): Promise<Body> {
    const response = await fetch(`${url}/repos/${repository}/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`GitHub responded to ${method} ${path} with ${response.status}.`)
    return (response.status === 204 ? undefined : await response.json()) as Body
  }

  async function list<Item>(path: string): Promise<Item[]> {
    const items: Item[] = []
    for (let page = 1; ; page++) {
      const separator = path.endsWith('?') ? '' : path.includes('?') ? '&' : '?'
      const more = await request<Item[]>('GET', `${path}${separator}per_page=${pageSize}&page=${page}`)
      items.push(...more)
      if (more.length < pageSize) return items
    }
  }
}
