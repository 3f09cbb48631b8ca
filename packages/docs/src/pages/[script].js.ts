import { minify } from '../layouts/assets.ts'

const scripts = import.meta.glob<string>(['../browser/*.js', '!**/start.js'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The scripts that a page loads on demand. */
export const getStaticPaths = () =>
  Object.entries(scripts).map(([file, code]) => ({
    params: { script: file.split('/').at(-1)!.replace('.js', '') },
    props: { code },
  }))

export const GET = ({ props }: { props: { code: string } }) =>
  new Response(minify(props.code, 'js'), { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
