import { createGitHub, type GitHub } from '../../src/comment/github.ts'

export interface FakeComment {
  id: number
  body: string
  user: { login: string } | null
}

/** GitHub, as far as the comment needs it: it keeps what it is sent, and pages as the real one does. */
export function createFakeGitHub(
  comments: FakeComment[],
  pulls: { number: number; head: { sha: string }; base: { ref: string } }[] = [],
  files: string[] = [],
) {
  const requests: string[] = []
  const fetch = async (url: string, { method = 'GET', body, headers }: RequestInit = {}) => {
    const { pathname, searchParams, search } = new URL(url)
    if (new Headers(headers).get('authorization') !== 'Bearer secret') return new Response('{}', { status: 401 })
    const path = pathname.replace('/repos/seam/acs/', '')
    if (method !== 'GET') requests.push(`${method} ${path}`)
    const page = <Item>(items: Item[]) => {
      const [size, number] = [Number(searchParams.get('per_page')), Number(searchParams.get('page'))]
      return Response.json(items.slice(size * (number - 1), size * number))
    }
    if (path === 'pulls') {
      requests.push(`GET pulls${search}`)
      return page(pulls)
    }
    if (path === 'pulls/7/files') return page(files.map((filename) => ({ filename })))
    const id = Number(path.split('/').at(-1))
    const found = comments.find((comment) => comment.id === id)
    if (method === 'GET' && path === 'issues/7/comments') return page(comments)
    if (method === 'POST' && path === 'issues/7/comments') {
      comments.push({ id: 1000 + comments.length, ...JSON.parse(String(body)), user: { login: 'github-actions[bot]' } })
      return Response.json({}, { status: 201 })
    }
    if (method === 'PATCH' && found) return Response.json(Object.assign(found, JSON.parse(String(body))))
    if (method === 'DELETE' && found) {
      comments.splice(comments.indexOf(found), 1)
      return new Response(null, { status: 204 })
    }
    return new Response('{}', { status: 404 })
  }
  const github: GitHub = createGitHub('seam/acs', 'secret', 'https://github.example', fetch as typeof globalThis.fetch)
  return { github, requests, comments, fetch: fetch as typeof globalThis.fetch }
}
