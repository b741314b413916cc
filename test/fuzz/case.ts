/** What the fuzzer asks of a worker, and what it hears. */
export interface Case {
  path: string
}

export interface Answer {
  verdict: string
  /** Checks that could not run, with their reasons: each is a bug. */
  errored: string[]
  residentBytes: number
}
