/** A counter that others can wait on: long polls wait here instead of polling. */
export class Changes {
  private current = 0
  private readonly waiting = new Set<() => void>()

  get version(): number {
    return this.current
  }

  bump(): void {
    this.current += 1
    for (const wake of this.waiting) wake()
    this.waiting.clear()
  }

  /** Resolves when the counter has passed `version`, or after `timeoutMs`. */
  async after(version: number, timeoutMs: number): Promise<void> {
    if (this.current > version || timeoutMs <= 0) return
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, timeoutMs)
      this.waiting.add(done)
    })
  }

  /** Waits until the condition holds; false after the time-out. */
  async until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs
    while (!condition()) {
      const restMs = deadline - Date.now()
      if (restMs <= 0) return false
      await this.after(this.current, restMs)
    }
    return true
  }
}
