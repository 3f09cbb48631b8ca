import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { lockers } from '../helpers/documents/lockers.ts'
import { listBrokenLinks, listRepeatedIds } from '../helpers/links.ts'
import { buildSite, readText } from '../helpers/site.ts'

let log = ''
const info = { ...lockers.info, 'x-logo': { url: 'a' } }
const rest = { 'x-groups': [], webhooks: {}, externalDocs: {} }
const site = await buildSite({ ...lockers, ...rest, info } as never, {}, (output) => (log = output))
const read = (path: string) => readText(site.get(path)!)

test.each([
  ['schemas/parcel.html', /again string Who sent it\./],
  ['schemas/parcel.html', /inside object The box around it\./],
  ['schemas/parcel.html', /"" Nobody said\. \+ Soon\./],
  ['schemas/parcel.html', /\* integer any other name A cell\. At least 3/],
  ['schemas/parcel.html', /At least one of these: grade slot with rows/],
  [
    'schemas/parcel.html',
    /size\.in cm# integer How wide\..*lost any Value not allowed|lost any Value not allowed.*size/,
  ],
  ['schemas/label.html', /under label/],
  ['schemas/parcel.html', /grid array of arrays of objects Each item of grid Each item: cell boolean/],
  ['schemas/label.html', /3 array of objects Each item: worn boolean/],
  ['schemas/slot.html', /Exactly one of these: 1 string Minimum length 7 .*2 integer At least 42/],
  ['api/parcels/id.html', /pass .*tour integer in the cookie required|in the cookie pass/],
  ['api/parcels/id.html', /text\/csv string Ada,17|text\/csv string .*Ada,17/],
  ['api/parcels/id.html', /Body: application\/json slot/],
  ['api/parcels/id-2.html', /account by HTTP basic authentication in the header Authorization/],
  ['api/parcels/id-2.html', /token in the header Authorization \(scopes: read:parcels\)/],
  ['index.html', /https:\/\/\{place\}\.example\/v1\/ place, one of lockers, test, by default lockers/],
  ['api/get.html', /address_key in the query as access_key/],
  ['index.html', /Flow clientCredentials: token URL https:\/\/lockers\.example\/token read:parcels: To see them\./],
  ['api/elsewhere/id/row/get.html', /Base URL https:\/\/elsewhere\.example: Only these\./],
  ['api/lanes/lane/get.html', /lane string in the path required/],
  ['api/elsewhere/id/row/post.html', /POST \/elsewhere\/\{id\}\/\{row\} Copy page/],
  ['api/elsewhere/id/row/get.html', /X-Rows integer in the header At least 4/],
  [
    'schemas/parcel.html',
    /slip object Inside slip: 2 properties text string required What it says\. hue string required/,
  ],
  ['api/post.html', /^(?!.*Authentication One).*POST \//],
  [
    'index.html',
    /account http \(basic\) A name and a password\. By HTTP basic authentication in the header Authorization/,
  ],
])('%s says %s', (path, words) => {
  expect(read(path)).toMatch(words)
})

/** What the sample in cURL calls curl with. */
function readArguments(path: string): string[] {
  const [, script] = site.get(`${path}/samples.md`)!.match(/^## cURL\n[^`]*```sh\n(.*?)\n```/ms)!
  const printing = `curl() { printf '%s\\0' "$@"; }\n${script}`
  const env = { API_ADDRESS_KEY: 'k', API_ACCOUNT_USER: 'u', API_ACCOUNT_PASSWORD: 'p', API_SIGNED_IN: 's' }
  return execFileSync('bash', ['--norc', '-c', printing], { encoding: 'utf8', env }).split('\0').slice(0, -1)
}

test.each([
  ['api/get', ['https://lockers.example/v1/?access_key=k']],
  ['api/post', ['--request', 'POST', 'https://lockers.example/v1/']],
  [
    'api/parcels/id',
    [
      'https://lockers.example/v1/parcels/a%2Fb?size=s&size=x%20l',
      '--header',
      'X-Trace: trace-31',
      '--cookie',
      'tour=9; pass=s',
    ],
  ],
  [
    'api/elsewhere/id/row/get',
    ['https://elsewhere.example/elsewhere/.a/;row=3?access_key=k', '--cookie', 'lane=x; lane=y'],
  ],
  ['api/lanes/lane/get', ['https://lockers.example/v1/lanes/text?access_key=k']],
  ['api/lanes/lane/put', ['https://lockers.example/v3/lanes/text?access_key=k']],
  ['api/elsewhere/id/row/post', ['https://own.example/v9/elsewhere/.a/;row=3?access_key=k']],
  ['api/parcels/id-2', ['https://lockers.example/v1/parcels/id', '--user', 'u:p']],
  ['api/search', ['https://lockers.example/v1/search?where=%7B%22grade%22%3A%22a%22%2C%22row%22%3A1%7D&access_key=k']],
  ['api/range', ['--header', 'Content-Type: text/plain', '--data-raw', 'red']],
  ['api/form', ['--data-urlencode', 'sender=Ada & Co', '--data-urlencode', 'tags=a', '--data-urlencode', 'tags=b']],
  ['api/text', ['--header', 'Content-Type: text/plain', '--data-raw', `@it's "so"\n$HOME`]],
  ['api/json', ['--header', 'Content-Type: application/vnd.lockers+json', '--data', '[\n  1,\n  2\n]']],
  ['api/file', ['--header', 'Content-Type: image/png', '--data-binary', '@file']],
  ['api/files', ['--form', 'photo=@photo', '--form-string', 'remark=red & blue']],
])('the samples of %s send %j', (path, words) => {
  const given = readArguments(path)
  for (const word of words) expect(given).toContain(word)
  expect(given.filter((word) => /^(?:Authorization|Bearer)/.test(word))).toEqual([])
})

test('a body without an example is made from its schema', () => {
  const given = readArguments('api/made')
  const body = JSON.parse(given[given.indexOf('--data') + 1]!)
  expect(body).toMatchObject({ sender: expect.any(String), grade: '' })
})

test('no page names the packages, which are of another API', () => {
  const texts = [...site].filter(([path]) => /\.(?:html|md|txt)$/.test(path))
  expect(texts.filter(([, text]) => /@seam-acs\/client|SEAM_API_KEY|'seam'/.test(text)).map(([path]) => path)).toEqual(
    [],
  )
})

test('a page has a column for examples only if it has some', () => {
  const pages = [...site].filter(([path]) => path.endsWith('.html'))
  const having = (part: string) => pages.filter(([, html]) => html.includes(part)).map(([path]) => path)
  expect(having('class="columns')).toEqual(having('<aside'))
  expect(having('<aside')).not.toContain('schemas/label.html')
})

test('nothing is promised that the document does not say', () => {
  expect(read('index.html')).not.toMatch(/error\.type|Open enums|A breaking change/)
  expect(read('api/get.html')).not.toContain('Each error type')
})

test('every link leads somewhere, no page has an id twice, and none says undefined', () => {
  expect(listBrokenLinks(site)).toEqual([])
  expect(listRepeatedIds(site)).toEqual([])
  const pages = [...site.keys()].filter((path) => path.endsWith('.html'))
  expect(pages.filter((path) => read(path).includes('undefined'))).toEqual([])
})

test('no page has a second heading of the first rank', () => {
  const pages = [...site].filter(([path]) => path.endsWith('.html') && !path.startsWith('try-it/'))
  expect(pages.filter(([, html]) => html.match(/<h1[ >]/g)!.length !== 1).map(([path]) => path)).toEqual([])
})

test('no address on a page has a character with a meaning in links', () => {
  const ids = [...site].flatMap(([path, html]) =>
    path.endsWith('.html') ? [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!) : [],
  )
  expect(ids.filter((id) => /[\s%&#<>]/.test(id))).toEqual([])
})

test.each([
  [{ ...lockers, servers: [] }, '`servers`: the document has no server URL'],
  [{ ...lockers, openapi: undefined, swagger: '2.0' }, '`openapi`: the document is not one of OpenAPI 3'],
])('a document that cannot be shown is rejected without a stack trace', async (document, message) => {
  const failure = await buildSite(document as never).catch(String)
  expect(failure).toContain(message)
  expect(failure).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
  expect(failure).not.toContain('Browser APIs')
})

test('a document that only describes webhooks needs no server', async () => {
  const { servers, paths, ...webhooks } = { ...lockers, webhooks: {} }
  const overview = readText((await buildSite(webhooks)).get('index.html')!)
  expect([servers, paths]).not.toContain(undefined)
  expect(overview).toContain('Authentication')
  expect(overview).not.toMatch(/Base URL|Status Meaning/)
})

test('one line of the log lists the extensions that are left out', () => {
  const lines = log.split('\n').filter((line) => line.includes('x-'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/leaves out .*`x-logo` at #\/info.*`x-groups` at #/)
})

test('the log lists every other keyword that is left out, with its first place', () => {
  const [, list] = log.match(/leaves out these keywords:\n((?:.* at #.*\n)+)/)!
  for (const found of ['`webhooks` at #\n', '`externalDocs` at #\n', '`externalValue` at #/paths/~1search/'])
    expect(list).toContain(found)
})
