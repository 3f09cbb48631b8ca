#!/usr/bin/env node
// Stands in for GitHub's `gh` in the rehearsal: keeps pull requests and releases in a file, and tags in the origin.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const [kind, verb, ...rest] = process.argv.slice(2)
const file = process.env.GH_STATE
const state = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { pullRequests: {}, releases: {} }
const option = (name) => rest[rest.indexOf(`--${name}`) + 1]
const save = () => writeFileSync(file, JSON.stringify(state, null, 2))

if (!process.env.GH_TOKEN) throw new Error('gh needs GH_TOKEN.')
if (kind === 'pr' && verb === 'list') {
  console.log(state.pullRequests[option('head')] ? 1 : 0)
} else if (kind === 'pr' && (verb === 'create' || verb === 'edit')) {
  const head = verb === 'create' ? option('head') : rest[0]
  state.pullRequests[head] = { title: option('title'), body: readFileSync(option('body-file'), 'utf8') }
  save()
} else if (kind === 'release' && verb === 'view') {
  process.exitCode = state.releases[rest[0]] ? 0 : 1
} else if (kind === 'release' && verb === 'create') {
  const assets = rest.filter((word) => /\.(tgz|json)$/.test(word)).map((path) => path.replace(/^.*\//, ''))
  const notes = readFileSync(option('notes-file'), 'utf8')
  state.releases[rest[0]] = { notes, isPrerelease: rest.includes('--prerelease'), assets }
  execFileSync('git', ['--git-dir', process.env.GH_ORIGIN, 'tag', rest[0], option('target')])
  save()
} else {
  throw new Error(`The rehearsal does not know gh ${process.argv.slice(2).join(' ')}.`)
}
