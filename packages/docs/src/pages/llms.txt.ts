import { writeIndex } from '../markdown/index.ts'

export const GET = () => new Response(writeIndex())
