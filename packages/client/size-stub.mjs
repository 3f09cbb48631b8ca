import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
const run = async (stubs) =>
  gzipSync(
    (
      await build({
        bundle: true,
        format: 'esm',
        minify: true,
        stdin: {
          contents:
            "import { Seam } from '@seam-acs/client'\nexport const go = (body) => new Seam().acs.credentials.create(body)",
          resolveDir: process.cwd(),
        },
        target: 'es2022',
        write: false,
        plugins: [
          {
            name: 's',
            setup(b) {
              b.onLoad({ filter: /dist.*\.js$/ }, (a) => {
                for (const [k, f] of Object.entries(stubs))
                  if (a.path.endsWith(k)) return { contents: f(readFileSync(a.path, 'utf8')) }
              })
            },
          },
        ],
      })
    ).outputFiles[0].contents,
    { level: 9 },
  ).length
const all = await run({})
console.log('all', all)
console.log('check-options', all - (await run({ 'check-options.js': () => 'export const checkOptions=()=>{}' })))
console.log(
  'suggest',
  all - (await run({ 'check-options.js': (s) => s.replace(/function suggest[\s\S]*/, 'const suggest=()=>""') })),
)
console.log(
  'failure',
  all -
    (await run({
      'failure.js': () =>
        'import { SeamConnectionError } from "../errors.js"; export const describeFailure=(o,e)=>new SeamConnectionError(o, e.code)',
    })),
)
console.log('writeBody', all - (await run({ 'request.js': () => 'export const writeBody=(n,b)=>JSON.stringify(b)' })))
console.log('headers', all - (await run({ 'headers.js': () => 'export const mergeHeaders=(n,b)=>({...n,...b})' })))
console.log(
  'withOptions',
  all -
    (await run({
      'seam.js': (s) => s.replace(/const withOptions.*/, 'const withOptions=1'),
      'dist/client.js': (s) => s.replace(/, withOptions:.*/, '}'),
    })),
)
console.log('toJSON', all - (await run({ 'errors.js': (s) => s.replace(/toJSON\(\) \{[\s\S]*?\}/, 'toJSON(){') })))
const rep = (file, ...pairs) => ({
  [file]: (s) => {
    for (const [a, b] of pairs) {
      if (typeof a === 'string' ? !s.includes(a) : !a.test(s)) console.log('NO', a)
      s = s.replace(a, b)
    }
    return s
  },
})
console.log(
  'hideInValue object',
  all - (await run(rep('response.js', [/if \(typeof value === 'object'\)\s*return Object.fromEntries[^\n]*/, '']))),
)
console.log(
  'requestId',
  all -
    (await run(
      rep(
        'response.js',
        ["readRequestId(response.headers.get('seam-request-id'))", "response.headers.get('seam-request-id')"],
        [/sentId && hideSecrets\(sentId\) === sentId \? sentId : undefined/, 'sentId'],
      ),
    )),
)
console.log('requestId fn', all - (await run(rep('errors.js', [/typeof value === 'string' && [^\n]*/, 'value']))))
console.log(
  'isRead',
  all -
    (await run(
      rep(
        'response.js',
        [/body\?\.getReader && !isRead \? body : new Response\(await response.text\(\)\).body/, 'body'],
        [/isRead\s*\?\s*'already[^:]*:/, ''],
        [/const isRead.*/, ''],
      ),
    )),
)
console.log(
  'onError',
  all -
    (await run(
      rep(
        'exchange.js',
        [/if \(onError\)\s*await onError\(\{ \.\.\.measure\(\), error \}\);/, ''],
        [/if \(onError\)\s*await onError\(\{ \.\.\.measure\(\), error: outcome \}\);/, ''],
      ),
    )),
)
console.log(
  'try',
  all - (await run(rep('exchange.js', [/try \{/, '{'], [/catch \(error\) \{[\s\S]*?throw error;\s*\}/, '']))),
)
console.log(
  'endpoint',
  all -
    (await run(
      rep(
        'settings.js',
        [/\/\^https\?[^,]*?\/i.test/, '/^https?:/i.test'],
        [' without credentials, query and fragment', ''],
      ),
    )),
)
console.log('undefined response', all - (await run(rep('send.js', [/if \(typeof response\?.text[\s\S]*?;/, '']))))
