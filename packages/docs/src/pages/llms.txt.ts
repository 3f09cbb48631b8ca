import type { APIContext } from 'astro'
import { writeIndex } from '../markdown/index.ts'

export const GET = ({ site }: APIContext) => new Response(writeIndex(site))
