/** How long a test waits for something to appear, in milliseconds. */
export const appearanceLimit = 2 * 60_000
