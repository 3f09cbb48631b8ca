#!/usr/bin/env node
// Builds a published package from src/ into dist/, each file on its own, so that a class exists once in a format.
// `build-package esm commonjs` puts ES modules into dist/ and CommonJS into dist/cjs/; `build-package commonjs` needs no
// second folder. `build-package --check …` changes nothing, and fails if dist/ is not what src/ gives now.
import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'

// The compiler is megabytes of code, and a build ends before making optimized code of it is worth the time.
enableCompileCache()
setFlagsFromString('--no-opt')
const { buildPackage } = await import('./build.ts')

try {
  buildPackage(process.argv.slice(2))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
