import type { Cost } from './cpu-seconds'
import { costOf } from './cpu-seconds'

export interface Compared {
  /** Median of the pairs' ratios of CPU seconds. */
  ratio: number
  wallRatio: number
  /** Medians. */
  cpuSeconds: number
  baselineCpuSeconds: number
  wallSeconds: number
  pairs: number
  /** Least and greatest ratio: a wide span says that the machine was noisy. */
  span: [number, number]
}

/**
 * Two pieces of work in turn, A B A B …, compared pair by pair, so that it holds when the machine's speed
 * drifts.
 */
export async function compare(
  pairs: number,
  work: () => Promise<unknown>,
  baseline: () => Promise<unknown>,
): Promise<Compared> {
  const [ours, theirs]: [Cost[], Cost[]] = [[], []]
  await work()
  await baseline()
  for (let pair = 0; pair < pairs; pair++) {
    ours.push(await costOf(work))
    theirs.push(await costOf(baseline))
  }
  const ratios = (figure: keyof Cost) =>
    ours.map((cost, index) => cost[figure] / (theirs[index]?.[figure] ?? Number.NaN))
  const cpuRatios = ratios('cpuSeconds')
  return {
    ratio: median(cpuRatios),
    wallRatio: median(ratios('wallSeconds')),
    cpuSeconds: median(ours.map((cost) => cost.cpuSeconds)),
    baselineCpuSeconds: median(theirs.map((cost) => cost.cpuSeconds)),
    wallSeconds: median(ours.map((cost) => cost.wallSeconds)),
    pairs,
    span: [Math.min(...cpuRatios), Math.max(...cpuRatios)],
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}
