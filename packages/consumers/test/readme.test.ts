import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groups } from '../src/setups/index.ts'

const readme = readFileSync(new URL('../../client/README.md', import.meta.url), 'utf8')

test("the client's README names every set-up that is tested, and no other", () => {
  const [, section = ''] = readme.split(/^## Where it runs$/m)
  const found = section.split('\n').filter((line) => line.startsWith('- **'))
  const wanted = Object.entries(groups).map(([group, setups]) => {
    // The heading need not be in each name.
    const names = setups.map(({ name }) => name.replace(`${group} `, ''))
    return `- **${group}**: ${names.join(', ')}`
  })
  expect(found).toEqual(wanted)
})
