import type { AstroIntegration } from 'astro'
import { leftOut } from '../src/contract/document/document.ts'

/** Says what a build leaves out of the document; what it refuses ends it before, when this file is loaded. */
export const checkDocument = (): AstroIntegration => ({
  name: 'document',
  hooks: {
    'astro:build:start': ({ logger }) => {
      if (leftOut) logger.info(leftOut)
    },
  },
})
