/** How every command of this repository starts, for messages: `${pnpm} generate`. */
export const pnpm = 'npx --yes pnpm@12.21.0'
