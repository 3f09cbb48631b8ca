import { isDeepStrictEqual } from 'node:util'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { baseline, connectContender, type Contender, type Create } from './contenders.ts'
import { body, credential } from './exchange.ts'
import type { Setting } from './settings.ts'
import { shuffle } from './shuffle.ts'
import { ratiosOf, spreadOf, type Spread } from './statistics.ts'

export interface Plan {
  warmUpRounds: number
  rounds: number
  /** How many calls a contender makes in each round, one after the other. */
  calls: number
  seed: number
}

export interface Figure {
  /** The time divided by that of a bare `fetch`. */
  ratio: Spread
  microseconds: number
}

/** Connects the contenders. Prints and omits those that do not return the recorded credential. */
export async function connectAll(
  contenders: Contender[],
  { endpoint }: Pick<Setting, 'endpoint'>,
): Promise<Map<Contender, Create>> {
  const connected = new Map<Contender, Create>()
  for (const contender of contenders) {
    try {
      const create = await connectContender(contender, { endpoint, apiKey: 'seam_bench_key' })
      if (!isDeepStrictEqual(await create(body), credential))
        throw new Error('it does not return the recorded credential')
      connected.set(contender, create)
    } catch (error) {
      console.error(`${contender.name} is left out:`, error)
    }
  }
  return connected
}

/** Measures all contenders in one run. In each round, each makes a batch of calls, in a random order. */
export async function measure(connected: Map<Contender, Create>, plan: Plan): Promise<Map<Contender, Figure>> {
  const random = xoroshiro128plus(plan.seed)
  const times = new Map([...connected.keys()].map((contender) => [contender, [] as number[]]))
  for (let round = -plan.warmUpRounds; round < plan.rounds; round++) {
    for (const [contender, create] of shuffle([...connected], random)) {
      const time = await timeBatch(create, plan.calls)
      if (round >= 0) times.get(contender)!.push(time)
    }
  }
  const baselineTimes = times.get(baseline)!
  return new Map(
    [...times].map(([contender, own]) => [
      contender,
      { ratio: ratiosOf(own, baselineTimes), microseconds: (spreadOf(own).median / plan.calls) * 1000 },
    ]),
  )
}

async function timeBatch(create: Create, calls: number): Promise<number> {
  const start = performance.now()
  for (let call = 0; call < calls; call++) await create(body)
  return performance.now() - start
}
