/** Thrown to leave the order of steps early: the run ends with this outcome, whatever step it was in. */
export class RunEnd extends Error {
  override readonly name = 'RunEnd'

  constructor(
    readonly outcome: 'cancelled' | 'abandoned' | 'withdrawn',
    reason: string,
  ) {
    super(reason)
  }
}
