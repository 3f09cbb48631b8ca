/** The site's mark: a keyhole in a door, in a square of one unit. */
const mark = {
  door: { color: '#0b6b5d', corner: 0.22 },
  hole: { color: '#ffffff', x: 0.5, y: 0.4, radius: 0.17, foot: { y: 0.78, top: 0.06, bottom: 0.14 } },
}

/** The mark as SVG, sharp at any size. */
export function drawSvg(): string {
  const { door, hole } = mark
  const { x, y, radius, foot } = hole
  const legs = `M${x - foot.top} ${y}L${x - foot.bottom} ${foot.y}H${x + foot.bottom}L${x + foot.top} ${y}z`
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">' +
    `<rect width="1" height="1" rx="${door.corner}" fill="${door.color}"/>` +
    `<g fill="${hole.color}"><circle cx="${x}" cy="${y}" r="${radius}"/><path d="${legs}"/></g></svg>\n`
  )
}

/** The mark as a square icon with this many pixels per side, for programs that cannot show SVG. */
export function drawIcon(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      // A bitmap begins with its last row.
      pixels.set(averageColor(size, column, size - 1 - row), (row * size + column) * 4)
    }
  }
  const maskRow = Math.ceil(size / 32) * 4
  const header = Buffer.alloc(62)
  const values: [at: number, value: number, bytes: 1 | 2 | 4][] = [
    // One icon, with its size, its depth in bits, its length and where it begins
    [2, 1, 2],
    [4, 1, 2],
    [6, size, 1],
    [7, size, 1],
    [10, 1, 2],
    [12, 32, 2],
    [14, 40 + pixels.length + maskRow * size, 4],
    [18, 22, 4],
    // The bitmap's own header; its height counts the mask too
    [22, 40, 4],
    [26, size, 4],
    [30, size * 2, 4],
    [34, 1, 2],
    [36, 32, 2],
  ]
  for (const [at, value, bytes] of values) header.writeUIntLE(value, at, bytes)
  return Buffer.concat([header, pixels, Buffer.alloc(maskRow * size)])
}

const samplesEachWay = 4

/** Blue, green, red and how opaque, as a bitmap has them. */
function averageColor(size: number, column: number, row: number): number[] {
  const sum = [0, 0, 0, 0]
  for (let sample = 0; sample < samplesEachWay ** 2; sample++) {
    const x = (column + ((sample % samplesEachWay) + 0.5) / samplesEachWay) / size
    const y = (row + (Math.floor(sample / samplesEachWay) + 0.5) / samplesEachWay) / size
    const color = isHole(x, y) ? mark.hole.color : mark.door.color
    const opacity = isDoor(x, y) ? 255 : 0
    const channels = [5, 3, 1].map((at) => parseInt(color.slice(at, at + 2), 16))
    for (const [index, value] of [...channels, opacity].entries()) sum[index]! += value
  }
  return sum.map((value) => Math.round(value / samplesEachWay ** 2))
}

function isDoor(x: number, y: number): boolean {
  const { corner } = mark.door
  const [dx, dy] = [x, y].map((at) => Math.max(corner - Math.min(at, 1 - at), 0))
  return Math.hypot(dx!, dy!) <= corner
}

function isHole(x: number, y: number): boolean {
  const { hole } = mark
  const { foot } = hole
  if (Math.hypot(x - hole.x, y - hole.y) <= hole.radius) return true
  const down = (y - hole.y) / (foot.y - hole.y)
  return down >= 0 && down <= 1 && Math.abs(x - hole.x) <= foot.top + (foot.bottom - foot.top) * down
}
