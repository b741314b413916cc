import type { Outcome } from './contract'

/** Thrown to leave the sequence of steps early: the run ends with this outcome. */
export class RunEnd extends Error {
  override readonly name = 'RunEnd'

  constructor(
    readonly outcome: Exclude<Outcome, 'done'>,
    reason: string,
  ) {
    super(reason)
  }
}
