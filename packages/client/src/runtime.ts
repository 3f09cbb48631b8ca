/** The name of a value's class, even of another realm. */
export const classOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

/** Undefined when the runtime has no environment. Deno asks for permission, or throws, for each that is read. */
export function readEnvironment(name: string): string | undefined {
  const runtime = globalThis as { process?: { env?: Record<string, string | undefined> } }
  return runtime.process?.env?.[name]
}
