import type { Json } from '../contract.ts'

/** The parsed body, in a box because it may be null; undefined where it is not JSON. An empty one counts as `{}`. */
export async function readJson(request: Request): Promise<{ value: Json } | undefined> {
  const bytes = await request.arrayBuffer()
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { value: text === '' ? {} : JSON.parse(text) }
  } catch {
    return undefined
  }
}
