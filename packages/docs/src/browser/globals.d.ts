/** What start.js leaves for the scripts that are loaded on demand. */
declare const docs: {
  store: Record<string, string | undefined>
  /** What is typed while search is on its way; undefined when it is not. */
  typed?: string | undefined
  search: (control: HTMLElement) => void
  'try-it': (control: HTMLElement) => void
  /** What the scripts that are data assign, by their names. */
  parts?: Record<string, unknown>
}

declare module '*.css' {
  const text: string
  export default text
}
