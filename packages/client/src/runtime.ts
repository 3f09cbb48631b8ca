/** The name of a value's class, even of another realm. */
export const classOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

/** An environment variable; undefined if it is empty or the runtime has no environment. Deno asks for permission for each, or throws. */
export function readEnvironment(name: string): string | undefined {
  const runtime = globalThis as { process?: { env?: Record<string, string | undefined> } }
  return runtime.process?.env?.[name] || undefined
}
