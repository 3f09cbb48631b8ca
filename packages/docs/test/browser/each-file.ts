import { watchPages } from './open.ts'

watchPages()
