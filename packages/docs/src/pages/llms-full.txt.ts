import { writeEverything } from '../markdown/index.ts'

export const GET = async () => new Response(await writeEverything())
