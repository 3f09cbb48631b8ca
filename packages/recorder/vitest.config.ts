import { defineConfig } from 'vitest/config'

// A test that starts a program takes half a second here and several on a busy machine.
export default defineConfig({ test: { testTimeout: 30_000 } })
