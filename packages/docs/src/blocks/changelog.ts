import { readReleases } from '../contract/pages/changelog.ts'
import { document, isOwnApi } from '../contract/document/document.ts'
import { keptVersions } from '../contract/document/versions.ts'
import type { Page } from '../contract/pages/pages.ts'
import { linkVersion } from '../layouts/version-links.ts'
import { heading, text, type Block } from './block.ts'

export async function describeChangelog(page: Page, extension: string): Promise<Block[]> {
  const releases = await readReleases()
  const packages =
    'The description and the packages `@seam-acs/types` and `@seam-acs/client` share their versions. A change that can break a working program is marked **breaking**.'
  const none = `There is no release yet. The unreleased version is \`${document.info.version}\`.`
  return [
    ...text(isOwnApi ? packages : ''),
    ...text(releases.length === 0 ? none : ''),
    ...releases.flatMap(({ version, changes }) => [
      heading(2, version, version),
      ...keptVersions
        .filter((kept) => kept.version === version)
        .flatMap(({ site }) => text(`[The reference of ${site}](${linkVersion(page, site, extension)})`)),
      ...text(changes.length === 0 ? 'Neither the description nor these packages changed.' : ''),
      ...text(
        changes
          .map(({ breaking, text: change }) => `- ${breaking ? '**breaking** ' : ''}${change.replaceAll('\n', '\n  ')}`)
          .join('\n'),
      ),
    ]),
  ]
}
