export interface Line {
  name: string
  points: [size: number, value: number][]
}

const width = 720
const height = 420
const box = { left: 56, right: 168, top: 16, bottom: 40 }
/** Readable on white and on black. */
const colors = [
  '#2f6fde',
  '#c2570c',
  '#15803d',
  '#b4308f',
  '#0e7c86',
  '#8a6d00',
  '#7048d4',
  '#c53030',
  '#5b6b7b',
  '#4a8f29',
]

/** An SVG with logarithmic axes. A time that grows in proportion to the size is parallel to the dashed line. */
export function renderPlot(lines: Line[], title: string): string {
  const all = lines.flatMap(({ points }) => points)
  const sizes = [...new Set(all.map(([size]) => size))].toSorted((one, other) => one - other)
  const [first, last] = [sizes[0]!, sizes.at(-1)!]
  const [low, high] = [Math.min(...all.map(([, value]) => value)), Math.max(...all.map(([, value]) => value))]
  const share = (value: number, from: number, to: number) => Math.log(value / from) / Math.log(to / from)
  const toX = (size: number) => box.left + share(size, first, last) * (width - box.left - box.right)
  const toY = (value: number) => height - box.bottom - share(value, low, high) * (height - box.top - box.bottom)
  const ticks = [0.1, 0.3, 1, 3, 10, 30, 100].filter((value) => value >= low && value <= high)
  const labels = spread(lines.map(({ points }) => toY(points.at(-1)![1])))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">`,
    '<style>text{font:12px system-ui,sans-serif;fill:#57606a}path{fill:none;stroke-width:2}.grid{stroke:#8b949e55;stroke-width:1}@media(prefers-color-scheme:dark){text{fill:#b1bac4}}</style>',
    ...ticks.flatMap((value) => [
      `<path class="grid" d="M${box.left} ${round(toY(value))}H${width - box.right}"/>`,
      `<text x="${box.left - 8}" y="${round(toY(value) + 4)}" text-anchor="end">${value} s</text>`,
    ]),
    ...sizes.map((size) => `<text x="${round(toX(size))}" y="${height - 18}" text-anchor="middle">${size}</text>`),
    `<text x="${(box.left + width - box.right) / 2}" y="${height - 2}" text-anchor="middle">operations</text>`,
    `<path class="grid" stroke-dasharray="4 4" d="M${round(toX(last / (high / low)))} ${round(toY(low))}L${round(toX(last))} ${round(toY(high))}"/>`,
    ...lines.flatMap(({ name, points }, index) => {
      const color = colors[index % colors.length]!
      const path = points.map(([size, value]) => `${round(toX(size))} ${round(toY(value))}`).join('L')
      return [
        `<path stroke="${color}" d="M${path}"/>`,
        `<text x="${width - box.right + 8}" y="${round(labels[index]! + 4)}" style="fill:${color}">${name}</text>`,
      ]
    }),
    '</svg>',
    '',
  ].join('\n')
}

const round = (value: number) => Math.round(value * 10) / 10

/** Moves places apart if they are too close for their labels. */
function spread(places: number[]): number[] {
  const moved = [...places]
  let previous = -Infinity
  for (const [index, place] of [...places.entries()].toSorted(([, one], [, other]) => one - other)) {
    previous = moved[index] = Math.max(place, previous + 14)
  }
  return moved
}
