/**
 * Aborts its signal when it was not fed for a while, or when the outer signal is aborted. `stop` when all is
 * over. Written out: Node 20 may lose the parts of an `AbortSignal.any` to the garbage collector, and then
 * nothing fires.
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
      this.controller.abort(new Error(`nothing came for ${this.patienceMs / 1000} s`))
    }, this.patienceMs)
  }

  /** Stops watching the clock while the reader is busy. */
  rest() {
    clearTimeout(this.timer)
  }

  stop() {
    clearTimeout(this.timer)
    this.outer.removeEventListener('abort', this.onOuterAbort)
  }
}
