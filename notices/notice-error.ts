/** A receiver did not take a notice. The message names its host at most: addresses can hold secrets. */
export class NoticeError extends Error {
  override readonly name = 'NoticeError'

  constructor(
    message: string,
    /** No other attempt can help. */
    readonly isFinal = false,
  ) {
    super(message)
  }
}
