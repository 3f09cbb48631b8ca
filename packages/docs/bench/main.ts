// All benches of the reference, one after the other, because they share the machine.
await import('./bench.ts')
await import('./documents.ts')

export {}
