/** Variables that pnpm, turbo, vitest and CI set for the outer run. What says how to reach a registry is kept. */
const isOuter = (name: string) =>
  /^(CI|INIT_CWD|NODE_OPTIONS|NODE_PATH|SEAM_\w+|VITEST\w*|TURBO_\w+|npm_(?!config_(cache|registry|store_dir)$)\w+|pnpm_\w+)$/i.test(
    name,
  )

/** The environment of a program that runs in a folder of its own as if somebody had started it there. */
export const cleanEnvironment: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !isOuter(name)),
)
