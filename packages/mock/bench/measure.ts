import type { Contender } from './contenders.ts'

export interface Figure {
  name: string
  /** The processor time of one call, in microseconds. */
  cost: { median: number; lower: number; upper: number }
  /** The median of the ratios to the first contender, round by round. */
  ratio: number
  target?: number
}

/** Measures all contenders in one run, in which they take turns. The first rounds only warm up. */
export async function measure(contenders: Contender[], plan: { rounds: number; calls: number }): Promise<Figure[]> {
  const costs = contenders.map((): number[] => [])
  const warmUp = 5
  for (let round = -warmUp; round < plan.rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      // Another one begins each round.
      const index = (turn + round + warmUp) % contenders.length
      const cost = await measureBatch(contenders[index]!, plan.calls)
      if (round >= 0) costs[index]!.push(cost)
    }
  }
  return contenders.map(({ name, target }, index) => ({
    name,
    cost: {
      median: quantile(costs[index]!, 0.5),
      lower: quantile(costs[index]!, 0.25),
      upper: quantile(costs[index]!, 0.75),
    },
    ratio: quantile(
      costs[index]!.map((cost, round) => cost / costs[0]![round]!),
      0.5,
    ),
    ...(target !== undefined && { target }),
  }))
}

async function measureBatch({ start, stop, call, readCpu = readOwnCpu }: Contender, calls: number): Promise<number> {
  start?.()
  const before = await readCpu()
  for (let index = 0; index < calls; index++) await call()
  const used = (await readCpu()) - before
  stop?.()
  return used / calls
}

async function readOwnCpu(): Promise<number> {
  const { user, system } = process.cpuUsage()
  return user + system
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.round((sorted.length - 1) * share)]!
}
