import type { Outcome } from './contract'

/** Thrown to leave the sequence of steps early: the run ends with this outcome. */
export class RunEnd extends Error {
  override readonly name = 'RunEnd'

  constructor(
    readonly outcome: Exclude<Outcome, 'done'>,
    reason: string,
    /** The run looks for the file in all INCOMING folders before it closes. */
    readonly isLookNeeded = outcome === 'withdrawn',
  ) {
    super(reason)
  }
}
