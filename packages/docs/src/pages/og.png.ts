import sharp from 'sharp'
import { drawSvg } from '../layouts/mark.ts'

const width = 1200
const height = 630
const mark = sharp(Buffer.from(drawSvg().replace('<svg ', '<svg width="300" height="300" '))).png()

/** The picture that a link to the site shows: the mark, without text, because fonts differ between machines. */
export const GET = async () => {
  const paper = sharp({ create: { width, height, channels: 3, background: '#f6f7f7' } })
  const picture = await paper
    .composite([{ input: await mark.toBuffer() }])
    .png({ palette: true })
    .toBuffer()
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } })
}
