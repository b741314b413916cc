/** What a round of calls cost. */
export interface Round {
  /** Finished calls a second. */
  rate: number
  latenciesMs: number[]
}

/** Calls `call` with 0 to `calls` - 1, by so many callers at a time, each with one call in flight. */
export async function callInTurn(
  calls: number,
  callers: number,
  call: (index: number) => Promise<unknown>,
): Promise<Round> {
  const latenciesMs: number[] = []
  let next = 0
  const caller = async () => {
    while (next < calls) {
      const began = performance.now()
      await call(next++)
      latenciesMs.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: callers }, caller))
  return { rate: (calls / (performance.now() - began)) * 1_000, latenciesMs }
}

/** The value below which this share of the values is; NaN without values. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
