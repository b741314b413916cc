import { condition } from '@temporalio/workflow'

/**
 * Counts the events that wake a run while it waits for an activity: signals, accepted updates, the end of a
 * watch. Only these: a refused update activates the run, too, but is not in its history, so a run that
 * reacts to every activation differs at its replay.
 */
export class Wakes {
  private count = 0

  mark(): void {
    this.count += 1
  }

  async next(): Promise<void> {
    const before = this.count
    await condition(() => this.count > before)
  }
}
