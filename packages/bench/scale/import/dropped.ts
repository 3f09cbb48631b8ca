/** Counts what an import had to leave out, by kind. */
export class Dropped {
  readonly #counts = new Map<string, number>()

  add(kind: string, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  /** The kinds with their counts, the most frequent first. */
  list(): [kind: string, count: number][] {
    return [...this.#counts].toSorted(([one, a], [other, b]) => b - a || one.localeCompare(other))
  }
}
