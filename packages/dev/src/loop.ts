/**
 * Runs `work` after changes, one run at a time. The changes of a burst start one run, and changes during a run start
 * another one after it.
 *
 * @param work Takes the files that changed since the last run. It must not reject.
 * @param pause Waits longer than the pauses within a burst.
 * @returns A function that takes a changed file. Its promise fulfils when the file's run has ended and no other is due.
 */
export function createLoop(work: (files: string[]) => Promise<void>, pause: () => Promise<void>) {
  let changed = new Set<string>()
  let count = 0
  let running: Promise<void> | undefined

  return (file: string): Promise<void> => {
    changed.add(file)
    count++
    running ??= run()
    return running
  }

  async function run(): Promise<void> {
    while (changed.size > 0) {
      let seen: number
      do {
        seen = count
        await pause()
      } while (seen !== count)
      const files = [...changed]
      changed = new Set()
      await work(files)
    }
    running = undefined
  }
}
