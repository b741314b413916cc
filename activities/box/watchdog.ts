/** Aborts its signal when it was not fed for a while, or when the outer signal is aborted. `stop` when all is over. */
export class Watchdog {
  private readonly controller = new AbortController()
  private timer: NodeJS.Timeout | undefined
  readonly signal: AbortSignal

  constructor(
    outer: AbortSignal,
    private readonly patienceMs: number,
  ) {
    this.signal = AbortSignal.any([outer, this.controller.signal])
    this.feed()
  }

  feed() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.controller.abort(new Error(`nothing came for ${this.patienceMs / 1000} s`))
    }, this.patienceMs)
  }

  stop() {
    clearTimeout(this.timer)
  }
}
