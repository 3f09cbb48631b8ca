/** How long a test waits for something to appear, in milliseconds. */
export const patience = 2 * 60_000
