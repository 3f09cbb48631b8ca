import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
const r = await build({
  bundle: true,
  format: 'esm',
  minify: true,
  metafile: true,
  stdin: {
    contents:
      "import { Seam } from '@seam-acs/client'\nexport const go = (body) => new Seam().acs.credentials.create(body)",
    resolveDir: process.cwd(),
  },
  target: 'es2022',
  write: false,
})
const t = r.outputFiles[0].text
const gz = (x) => gzipSync(x, { level: 9 }).length
let at = 0
for (const [k, v] of Object.entries(Object.values(r.metafile.outputs)[0].inputs)) {
  console.log(k, v.bytesInOutput, gz(t) - gz(t.slice(0, at) + t.slice(at + v.bytesInOutput)))
  at += v.bytesInOutput
}
