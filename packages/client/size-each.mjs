import { build } from 'esbuild'; import { gzipSync } from 'node:zlib'
const r = await build({bundle:true,format:'esm',minify:true,metafile:true,stdin:{contents:"import { Seam } from '@seam-acs/client'\nexport const go = (body) => new Seam().acs.credentials.create(body)",resolveDir:process.cwd()},target:'es2022',write:false})
console.log(Object.entries(Object.values(r.metafile.outputs)[0].inputs).map(([k,v])=>k+' '+v.bytesInOutput).join('\n'))
console.log(r.outputFiles[0].text)
