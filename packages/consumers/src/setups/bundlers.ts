import { esmProgram } from './programs.ts'
import type { Setup } from './setup.ts'

const program = esmProgram()

/** Loads the suite's program as a chunk of its own. */
const lazy = "await import('./program.mjs')"

const rollupConfig = `import { nodeResolve } from '@rollup/plugin-node-resolve'
export default { input: 'program.mjs', output: { file: 'out/program.mjs' }, plugins: [nodeResolve()], external: /^node:/ }
`

const webpackConfig = `module.exports = {
  mode: 'production',
  target: 'node20',
  entry: './program.mjs',
  experiments: { outputModule: true },
  output: { path: __dirname + '/out', filename: 'program.mjs', library: { type: 'module' } },
}
`

const webpackBuild = `const webpack = require('webpack')
webpack(require('./webpack.config.cjs'), (error, stats) => {
  if (error || stats.hasErrors()) throw error || new Error(stats.toString('errors-only'))
})
`

const viteConfig = `export default {
  logLevel: 'error',
  ssr: { noExternal: true },
  build: { ssr: 'program.mjs', outDir: 'out', rollupOptions: { output: { entryFileNames: 'program.mjs' } } },
}
`

export const bundlers: Setup[] = [
  {
    name: 'esbuild into one file',
    packages: ['esbuild'],
    files: { 'program.mjs': program },
    commands: [
      ['esbuild/bin/esbuild', 'program.mjs', '--bundle', '--format=esm', '--outfile=out.mjs', '--log-level=warning'],
      ['node', 'out.mjs'],
    ],
  },
  {
    name: 'esbuild with splitting',
    packages: ['esbuild'],
    files: { 'program.mjs': program, 'lazy.mjs': lazy },
    commands: [
      [
        'esbuild/bin/esbuild',
        'lazy.mjs',
        '--bundle',
        '--splitting',
        '--format=esm',
        '--outdir=out',
        '--out-extension:.js=.mjs',
        '--log-level=warning',
      ],
      ['node', 'out/lazy.mjs'],
    ],
  },
  {
    name: 'rollup',
    packages: ['@rollup/plugin-node-resolve', 'rollup'],
    files: { 'program.mjs': program, 'rollup.config.mjs': rollupConfig },
    commands: [
      ['rollup/dist/bin/rollup', '--config', '--silent'],
      ['node', 'out/program.mjs'],
    ],
  },
  {
    name: 'webpack',
    packages: ['webpack'],
    files: { 'program.mjs': program, 'webpack.config.cjs': webpackConfig, 'build.cjs': webpackBuild },
    commands: [
      ['node', 'build.cjs'],
      ['node', 'out/program.mjs'],
    ],
  },
  {
    name: 'vite for a server',
    packages: ['vite'],
    files: { 'program.mjs': program, 'vite.config.mjs': viteConfig },
    commands: [
      ['vite/bin/vite.js', 'build'],
      ['node', 'out/program.mjs'],
    ],
  },
]
