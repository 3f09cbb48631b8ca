import { spawn } from 'node:child_process'

/** Variables of pnpm and turbo that are about this run, not about the one in the copy. */
const isForeign = (name: string) => /^(CI|TURBO_|npm_|pnpm_|NODE_OPTIONS|INIT_CWD)/i.test(name)

const caches = ['npm_config_cache', 'npm_config_registry', 'npm_config_store_dir']

/** The environment of a program that starts from its own settings, with what is downloaded shared. */
const cleanEnvironment: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !isForeign(name) || caches.includes(name.toLowerCase())),
)

/** Runs a script with bash as GitHub does, and returns what it prints. Throws with that if it fails. */
export function run(folder: string, script: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const env = { ...cleanEnvironment, ...environment }
  const child = spawn('bash', ['-e', '-c', script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let printed = ''
  child.stdout.on('data', (part) => {
    output += part
    printed += part
  })
  child.stderr.on('data', (part) => (printed += part))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) =>
      exitCode === 0
        ? resolve(output)
        : reject(new Error(`Exit code ${exitCode} of:\n${script}\n\n${printed.split('\n').slice(-60).join('\n')}`)),
    )
  })
}
