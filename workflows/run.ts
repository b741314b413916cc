import { CancellationScope } from '@temporalio/workflow'

import {
  type Attention,
  type Downloaded,
  errorTypes,
  type QcUploadInput,
  type RunStatus,
  type Step,
  type Timings,
} from './contract'
import { createParking } from './parking'
import { isHostWaitOver, type Problem, problemOf } from './problem'
import { RunEnd } from './run-end'
import { createActivityProxies } from './activity-proxies'

/**
 * One run: what it knows so far, and how its steps are taken whatever happens. Made once, at the very start.
 */
export class Run {
  readonly status: RunStatus = { state: 'running' }
  readonly steps
  private readonly parking = createParking(this.status)
  private readonly rootScope = CancellationScope.current()
  private hostQueue: string | undefined

  constructor(readonly input: QcUploadInput) {
    this.steps = createActivityProxies(input.upload, input.timings)
  }

  /** Takes a step; when it cannot go on, parks and takes it again. Throws nothing but `RunEnd`. */
  async perform<T>(step: Step, call: () => Promise<T>): Promise<T> {
    let since: string | undefined
    for (let retries = 0, timerRounds = 0; ; retries += 1) {
      this.status.step = step
      try {
        return await call()
      } catch (error) {
        const problem = this.problemToWaitFor(step, error)
        // eslint-disable-next-line no-restricted-syntax -- the SDK's Date: it tells the history's time, alike in every replay
        since ??= new Date().toISOString()
        const by = await this.waitForAnswer({ step, ...problem, since, retries }, timerRounds)
        timerRounds = by === 'timer' ? timerRounds + 1 : 0
      }
    }
  }

  /** Finds the file in Box and a host for it. */
  async download(): Promise<Downloaded> {
    const downloaded = await this.perform('download', this.steps.download)
    this.hostQueue = downloaded.hostQueue
    return downloaded
  }

  /** Takes a step on the host that has the file. A busy host is waited for, a dead one is replaced. */
  onHost<T>(step: Step, call: (hostQueue: string) => Promise<T>): Promise<T> {
    return this.perform(step, async () => {
      for (;;) {
        const hostQueue = this.hostQueue ?? (await this.download()).hostQueue
        this.status.step = step
        try {
          return await call(hostQueue)
        } catch (error) {
          if (!isHostWaitOver(error)) throw error
          if (!(await this.isAlive(hostQueue))) this.hostQueue = undefined
        }
      }
    })
  }

  /** The last moment at which a cancel still keeps the report from being filed. */
  endIfCancelled(): void {
    if (this.isCancelled()) throw new RunEnd('cancelled', `cancelled before the report`)
  }

  /** Best effort, and bounded: what stays behind is the janitor's. */
  async cleanUp(): Promise<void> {
    const { hostQueue } = this
    if (hostQueue !== undefined) await bestEffort(() => this.steps.cleanUp(hostQueue))
  }

  async markAbandoned(reason: string): Promise<void> {
    await bestEffort(() => this.steps.markAbandoned(reason))
  }

  /** Not knowing counts as alive: fetching a file twice helps nobody. */
  private async isAlive(hostQueue: string): Promise<boolean> {
    return (await bestEffort(() => this.steps.isHostAlive(hostQueue))) ?? true
  }

  /** Once a report is filed the move has to follow, so from then on a cancel no longer counts. */
  private isCancelled(): boolean {
    return this.rootScope.consideredCancelled && this.status.report === undefined
  }

  /** Throws instead when the run ends here. */
  private problemToWaitFor(step: Step, error: unknown): Problem {
    if (error instanceof RunEnd) throw error
    const problem = problemOf(step, error)
    if (problem.errorType === errorTypes.withdrawn) throw new RunEnd('withdrawn', problem.message)
    if (this.isCancelled()) throw new RunEnd('cancelled', `cancelled at ${step}`)
    return problem
  }

  private async waitForAnswer(attention: Attention, timerRounds: number): Promise<'person' | 'timer'> {
    const waitMs = parkMs(this.input.timings, timerRounds)
    const answer = await this.parking.wait(attention, waitMs, () => this.isCancelled())
    if (answer.kind === 'abandon') throw new RunEnd('abandoned', answer.reason)
    if (answer.kind === 'cancel') throw new RunEnd('cancelled', `cancelled while parked at ${attention.step}`)
    return answer.by
  }
}

function parkMs({ parkInitialMs, parkMaximumMs }: Timings, timerRounds: number): number {
  return Math.min(parkInitialMs * 2 ** timerRounds, parkMaximumMs)
}

/**
 * Undefined when it failed. Only ever called where no cancel reaches, or where one is found out right after.
 */
async function bestEffort<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call()
  } catch {
    return undefined
  }
}
