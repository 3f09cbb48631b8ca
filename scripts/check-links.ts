// Follows every link of the Markdown files that people write, and of the built reference.
import { join } from 'node:path'
import { LinkChecker, LinkState } from 'linkinator'
import { listTextFiles, repository } from './repository-files.ts'

const skippedLinks = [
  // Addresses in examples.
  '^https?://(localhost:4100|[^/]*\\.example)(:|/|$)',
  // The API responds only to calls with a key.
  '^https://connect\\.getseam\\.com',
  // npm's website rejects requests from programs.
  '^https://www\\.npmjs\\.com/',
]

/** Follows the links in a folder, or in some files of it: a line for each broken one, and the number of links followed. */
export async function checkLinks(folder: string, files?: string[]): Promise<{ broken: string[]; count: number }> {
  const { links } = await new LinkChecker().check({
    ...(files ? { path: files, serverRoot: folder } : { path: folder }),
    markdown: true,
    recurse: true,
    directoryListing: true,
    checkFragments: true,
    retry: true,
    retryErrors: true,
    linksToSkip: skippedLinks,
  })
  const broken = links
    .filter(({ state }) => state === LinkState.BROKEN)
    .map(({ parent, url, status }) => `${parent ?? folder}: ${url} (${status || 'no response'})`)
  return { broken, count: links.filter(({ state }) => state !== LinkState.SKIPPED).length }
}

if (import.meta.main) {
  const texts = listTextFiles().filter((file) => file.endsWith('.md'))
  const results = [await checkLinks(repository, texts), await checkLinks(join(repository, 'packages', 'docs', 'dist'))]
  const broken = results.flatMap((result) => result.broken)
  for (const line of broken) console.error(line)
  console.log(`${results.reduce((sum, { count }) => sum + count, 0)} links followed, ${broken.length} of them broken`)
  if (broken.length > 0) process.exitCode = 1
}
