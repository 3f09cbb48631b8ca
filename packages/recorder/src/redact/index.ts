export { findDrift } from '../drift.ts'
export { createKnownSchemas } from '../known-schemas.ts'
export { findSecrets } from './find-secrets.ts'
export { redact } from './redact.ts'
