import type { Resource } from '../rule.ts'
import { credentials } from './credentials.ts'

/** The kinds of object that have rules. Any other object is plausible if it is valid and repeats its request. */
export const resources: Resource[] = [credentials]
