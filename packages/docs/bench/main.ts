// All benches of the reference, one after the other: they share the machine.
await import('./bench.ts')
await import('./documents.ts')
