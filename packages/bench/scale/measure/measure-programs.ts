import { mkdir, rm } from 'node:fs/promises'
import { measure } from '@seam-acs/spec-review/measure-program'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { shuffle } from '../../src/shuffle.ts'
import { spreadOf } from '../../src/statistics.ts'
import { programs, type Program, type Workplace } from './programs.ts'
import { sizeOf } from './size-of.ts'

export interface Cost {
  /** Seconds of processor time: the median of all rounds. */
  seconds: number
  megabytes: number
  /** The size of the output; undefined for a program that writes none. */
  bytes: number | undefined
}

/** The cost of each program on each of several documents. */
export type Costs<Key> = Map<Key, Map<string, Cost>>

/** Runs each program on each document, once a round, in a random order. A peer that fails is left out. */
export async function measurePrograms<Key>(
  places: Map<Key, Workplace>,
  rounds: number,
  random: RandomGenerator,
): Promise<Costs<Key>> {
  const pairs = [...places].flatMap(([key, place]) => programs.map((program) => ({ key, place, program })))
  const runs = new Map(pairs.map((pair) => [pair, [] as Cost[]]))
  for (let round = 0; round < rounds; round++) {
    for (const pair of shuffle(pairs, random)) {
      const { key, place, program } = pair
      try {
        const cost = await run(program, place)
        runs.get(pair)?.push(cost)
        console.error(`${round + 1}/${rounds} ${String(key)} ${program.name}: ${cost.seconds.toFixed(2)} s`)
      } catch (error) {
        if (program.isOurs) throw error
        runs.delete(pair)
        console.error(`${program.name} on ${String(key)} is left out: ${String(error).slice(0, 2000)}`)
      }
    }
  }
  const costs: Costs<Key> = new Map([...places.keys()].map((key) => [key, new Map()]))
  for (const [{ key, program }, all] of runs) {
    const medianOf = (values: number[]) => spreadOf(values).median
    costs.get(key)!.set(program.name, {
      seconds: medianOf(all.map(({ seconds }) => seconds)),
      megabytes: medianOf(all.map(({ megabytes }) => megabytes)),
      bytes: all[0]!.bytes,
    })
  }
  return costs
}

async function run({ command, outputOf, isVerdict = false }: Program, place: Workplace): Promise<Cost> {
  const { program, args, ...options } = command(place)
  for (const folder of [place.output, place.site]) await rm(folder, { recursive: true, force: true })
  await mkdir(place.output)
  const { output, errors, exitCode, seconds, megabytes } = await measure(program, args, options)
  if (exitCode > 0 && !isVerdict) throw new Error(errors || output)
  const printed = /^(\d+) bytes$/m.exec(output)
  const bytes = outputOf ? await sizeOf(outputOf(place)) : printed ? Number(printed[1]) : undefined
  return { seconds, megabytes, bytes }
}
