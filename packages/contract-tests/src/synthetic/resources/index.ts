import type { Resource } from '../rule.ts'
import { credentials } from './credentials.ts'

/** The kinds of object that have rules; any other is believable where it is valid and says what its request said. */
export const resources: Resource[] = [credentials]
