import { pages, type Page } from '../contract/pages/pages.ts'
import { writePage } from '../markdown/index.ts'

export const getStaticPaths = () => pages.map((page) => ({ params: { path: page.path }, props: { page } }))

export const GET = async ({ props }: { props: { page: Page } }) =>
  new Response(await writePage(props.page), { headers: { 'content-type': 'text/markdown; charset=utf-8' } })
