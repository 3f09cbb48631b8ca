import type { Json } from '../contract.ts'

/** The parsed body, in an object because it can be null; undefined if it is not JSON. An empty body counts as `{}`. */
export async function readJson(request: Request): Promise<{ value: Json } | undefined> {
  const bytes = await request.arrayBuffer()
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { value: text === '' ? {} : JSON.parse(text) }
  } catch {
    return undefined
  }
}
