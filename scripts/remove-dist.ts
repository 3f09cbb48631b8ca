import { rm } from 'node:fs/promises'

// What an earlier build made would be published with the next one.
await rm('dist', { force: true, recursive: true })
