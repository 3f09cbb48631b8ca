import type { GitHub } from './github.ts'

/** Ends the comment, out of sight, so that the next run finds it. */
const marker = '<!-- spec-review -->'
const author = 'github-actions[bot]'

interface Comment {
  id: number
  body: string
  user: { login: string } | null
}

/**
 * Makes `text` the one comment of the review on a pull request: a new one, or a new text for the old one.
 * An empty text deletes the comment. Where nothing changes, nothing is sent.
 */
export async function keepComment(github: GitHub, pullRequest: number, text: string): Promise<void> {
  const comments = await github.list<Comment>(`issues/${pullRequest}/comments`)
  // Anyone can write the marker; only the workflow writes as this user.
  const [comment, ...copies] = comments.filter(({ body, user }) => user?.login === author && body.endsWith(marker))
  const outdated = text === '' && comment ? [comment, ...copies] : copies
  for (const { id } of outdated) await github.request('DELETE', `issues/comments/${id}`)
  if (text === '') return
  const body = `${text.trimEnd()}\n\n${marker}`
  if (!comment) await github.request('POST', `issues/${pullRequest}/comments`, { body })
  else if (comment.body !== body) await github.request('PATCH', `issues/comments/${comment.id}`, { body })
}
