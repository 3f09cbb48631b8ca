import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { commit, git } from '../../copy-repository.ts'
import { run } from '../../run.ts'
import type { Registry } from './registry.ts'
import { runWorkflow, type JobResult } from './workflow.ts'

interface Release {
  notes: string
  isPrerelease: boolean
  assets: string[]
}

export interface Rehearsal {
  /** A clone of a developer, on the main branch. */
  clone: string
  registry: Registry
  environment: NodeJS.ProcessEnv
  folder: string
  /** Commits what was changed in the clone, and pushes it to the main branch. */
  push(message: string): Promise<void>
  /** Merges the version pull request. Returns its title. */
  merge(): Promise<string>
  /** Runs release.yml as a push to the main branch does, or by hand with inputs; in another repository if one is named. */
  release(inputs?: Record<string, string>, repository?: string): Promise<Map<string, JobResult>>
  /** The checkout of a job of the last run. */
  workOf(job: string): string
  readReleases(): Promise<Record<string, Release>>
  /** The versions and the tags that the registry has of a package. */
  readPublished(name: string): Promise<{ versions: string[]; tags: Record<string, string> }>
}

/** A repository on this machine in place of GitHub's, with the copy's state, and a clone of it. */
export async function createRehearsal(folder: string, copy: string, registry: Registry): Promise<Rehearsal> {
  const origin = join(folder, 'origin.git')
  const clone = join(folder, 'clone')
  const runs = join(folder, 'runs')
  const state = join(folder, 'github.json')
  const npmrc = join(folder, 'npmrc')
  await run(folder, `git clone --quiet --bare '${copy}' '${origin}' && git clone --quiet '${origin}' '${clone}'`)
  await writeFile(npmrc, `${registry.address.replace('http:', '')}:_authToken=rehearsal\n`)
  const { repository } = JSON.parse(await readFile(join(clone, 'packages/types/package.json'), 'utf8'))
  const environment: NodeJS.ProcessEnv = {
    CI: 'true',
    GH_ORIGIN: origin,
    GH_STATE: state,
    GITHUB_REPOSITORY: new URL(repository.url.replace('git+', '')).pathname.slice(1).replace(/\.git$/, ''),
    GITHUB_SERVER_URL: 'https://github.com',
    // Provenance needs GitHub's identity.
    NPM_CONFIG_PROVENANCE: 'false',
    NPM_CONFIG_USERCONFIG: npmrc,
    npm_config_registry: registry.address,
    PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(':'),
    TURBO_CACHE_DIR: join(folder, 'turbo'),
  }

  return {
    clone,
    registry,
    environment,
    folder,
    async push(message) {
      commit(clone, message)
      git(clone, 'push', '--quiet', 'origin', 'main')
    },
    async merge() {
      git(clone, 'fetch', '--quiet', 'origin')
      git(clone, 'merge', '--quiet', '--ff-only', 'origin/release/next')
      git(clone, 'push', '--quiet', 'origin', 'main')
      const github = JSON.parse(await readFile(state, 'utf8'))
      const { title } = github.pullRequests['release/next']
      delete github.pullRequests['release/next']
      await writeFile(state, JSON.stringify(github))
      return title
    },
    async release(inputs = {}, name = environment['GITHUB_REPOSITORY']) {
      const file = join(clone, '.github/workflows/release.yml')
      return runWorkflow(file, inputs, {
        origin,
        folder: runs,
        environment: { ...environment, GITHUB_REPOSITORY: name },
      })
    },
    workOf: (job) => join(runs, job, 'work'),
    readReleases: async () => JSON.parse(await readFile(state, 'utf8')).releases,
    async readPublished(name) {
      const response = await fetch(`${registry.address}${name.replace('/', '%2f')}`)
      const { versions = {}, 'dist-tags': tags = {} } = (await response.json()) as {
        versions?: object
        'dist-tags'?: Record<string, string>
      }
      return { versions: Object.keys(versions), tags }
    },
  }
}
