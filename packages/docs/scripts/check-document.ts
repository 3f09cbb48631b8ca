import type { AstroIntegration } from 'astro'
import { leftOut } from '../src/contract/document/document.ts'

/** Logs what a build leaves out of the document. A document that cannot be shown ends the build earlier, when this file is loaded. */
export const checkDocument = (): AstroIntegration => ({
  name: 'document',
  hooks: {
    'astro:build:start': ({ logger }) => {
      for (const line of leftOut) logger.info(line)
    },
  },
})
