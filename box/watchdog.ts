/**
 * Aborts its signal when nothing feeds it for `patienceMs`, or when the outer signal is aborted. Call `stop`
 * at the end. Not `AbortSignal.any`: Node 20 may garbage-collect its parts, and then nothing fires.
 */
export class Watchdog {
  private readonly controller = new AbortController()
  private timer: NodeJS.Timeout | undefined
  private readonly onOuterAbort: () => void

  constructor(
    private readonly outer: AbortSignal,
    private readonly patienceMs: number,
  ) {
    this.onOuterAbort = () => this.controller.abort(outer.reason)
    outer.addEventListener('abort', this.onOuterAbort, { once: true })
    if (outer.aborted) this.onOuterAbort()
    this.feed()
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }

  feed() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.controller.abort(new Error(`no data for ${this.patienceMs / 1000} s`))
    }, this.patienceMs)
  }

  /** Pauses the clock while the reader is busy. */
  rest() {
    clearTimeout(this.timer)
  }

  stop() {
    clearTimeout(this.timer)
    this.outer.removeEventListener('abort', this.onOuterAbort)
  }
}
