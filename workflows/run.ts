import { ActivityFailure, CancellationScope, ContinueAsNew, sleep, workflowInfo } from '@temporalio/workflow'

import { createActivityProxies } from './activity-proxies'
import { Arrivals } from './arrivals'
import { callFromQueue, type QueueWait } from './call-from-queue'
import { callOnHost, type HostCall } from './call-on-host'
import { continueRun } from './continue-run'
import {
  type Downloaded,
  errorTypes,
  type Plan,
  type QcUploadInput,
  queueNames,
  type Report,
  type ReportReceipt,
  type RunStatus,
  type Step,
} from './contract'
import { createParking, type Waiting } from './parking'
import { isPreviewsGone, isRateLimited, type Problem, problemOf, sharedCauseOf } from './problem'
import { RunEnd } from './run-end'
import { type ActivityEntry, type Queue, type StepCalls, steps } from './steps'
import { messageOf } from './text'
import { Wakes } from './wakes'
import { whileWaiting } from './while-waiting'

/**
 * One run: what it knows so far, and its steps. A step throws nothing but `RunEnd`: else it parks and
 * retries.
 */
export class Run {
  readonly status: RunStatus
  readonly arrivals
  private readonly wakes = new Wakes()
  private readonly activities
  private readonly parking
  private readonly queues = queueNames(workflowInfo().taskQueue)
  private readonly rootScope = CancellationScope.current()
  private hostQueue: string | undefined
  private hasFileOnHost = false

  constructor(readonly input: QcUploadInput) {
    const { upload, timings, carried } = input
    this.status = { state: 'running', report: carried?.report }
    this.activities = createActivityProxies(upload, timings, this.wakes)
    this.arrivals = new Arrivals(upload, carried?.arrivals ?? [], this.wakes)
    this.parking = createParking(this.status, timings, {
      wakes: this.wakes,
      isCancelled: () => this.isCancelled(),
      earlier: carried?.waiting,
      isFirst: (step, problem) => this.isFirstParked(step, problem),
      wakeOthers: (step, problem) => this.wakeParked(step, problem),
      continueWith: (waiting) =>
        continueRun(input, upload, { arrivals: this.arrivals.all, report: this.status.report, waiting }),
    })
  }

  /** Takes a step on the queue that the table names. */
  take<S extends Step>(step: S, ...args: Parameters<StepCalls[S]>): Promise<ReturnType<StepCalls[S]>> {
    const { queue, answersArrivals }: ActivityEntry = steps[step]
    if (isOnHost(queue)) {
      this.hasFileOnHost = true
      return this.onHost(step, (host) => this.activities.step(step, args, host))
    }
    return this.perform(step, () =>
      callFromQueue(this.waitOf<ReturnType<StepCalls[S]>>(step), (limits) => {
        if (answersArrivals) this.arrivals.markAnswered()
        return this.activities.step(step, args, { queue: this.queues[queue], ...limits })
      }),
    )
  }

  /** The first one of the run. Throws `RunEnd` when this version was done before. */
  async download(): Promise<Downloaded> {
    const isFirst = this.input.carried?.waiting === undefined
    const downloaded = await this.downloadToHost(isFirst)
    const { notNeeded } = downloaded
    if (notNeeded !== undefined) throw new RunEnd(notNeeded.outcome, notNeeded.note, notNeeded.isMissing)
    return downloaded
  }

  async checks(plan: Plan): Promise<Report> {
    const report = await this.take('checks', plan)
    this.status.verdict = report.verdict
    this.status.score = report.score
    return report
  }

  /** Undefined when the host lost the previews: the checks have to make them again. */
  async uploadReport(report: Report): Promise<ReportReceipt | undefined> {
    const receipt = await this.onHost('uploadReport', (host) =>
      unlessPreviewsGone(this.activities.step('uploadReport', [report], host)),
    )
    this.status.report = receipt ?? this.status.report
    if (receipt !== undefined && report.verdict !== 'error') this.hasFileOnHost = false
    return receipt
  }

  /**
   * For a run that ends before its report: otherwise `uploadReport` has removed the file. Best effort and
   * bounded, since the janitor removes what is left.
   */
  async cleanUp(): Promise<void> {
    if (this.hostQueue === undefined || !this.hasFileOnHost) return
    const queue = this.queues.reports(this.hostQueue)
    await this.activities.aside('cleanUp', [this.input.upload], queue).catch(() => undefined)
  }

  /** Returns why the file in Box could not be marked. */
  async markAbandoned(reason: string): Promise<string | undefined> {
    try {
      await this.activities.aside('markAbandoned', [this.input.upload, reason])
      return undefined
    } catch (error) {
      return messageOf(error instanceof ActivityFailure ? (error.cause ?? error) : error)
    }
  }

  /**
   * True when the report was uploaded before the run continued as new: then a cancel does not count at all.
   */
  get mustFinish(): boolean {
    return this.input.carried?.report !== undefined
  }

  /** The last moment at which a cancel keeps the report from being uploaded. */
  endIfCancelled(): void {
    if (this.isCancelled()) throw new RunEnd('cancelled', `cancelled before the report`)
  }

  startWaiting(step: Step): Waiting {
    return this.parking.startWaiting(step)
  }

  /** Takes a step. When it fails for good, parks and takes it again. */
  private async perform<T>(step: Step, call: () => Promise<T>): Promise<T> {
    const waiting = this.startWaiting(step)
    for (;;) {
      this.status.step = step
      try {
        const result = await call()
        await waiting.passed()
        return result
      } catch (error) {
        if (isRateLimited(error)) await pause(this.input.timings.retryMaximumMs)
        else await waiting.for(this.problemToWaitFor(step, error))
      }
    }
  }

  /** Takes a step on the host that has the file. A host that is gone is replaced. */
  private onHost<T>(step: Step, call: HostCall<T>): Promise<T> {
    const isReport = steps[step].queue === 'reports'
    const callHost: HostCall<T> = ({ queue, ...limits }) =>
      call({ queue: isReport ? this.queues.reports(queue) : queue, ...limits })
    return this.perform(step, async () => {
      for (;;) {
        const queue = this.hostQueue ?? (await this.downloadToHost(false)).hostQueue
        this.status.step = step
        const wait = this.waitOf<{ result: T } | undefined>(step)
        const called = await callOnHost({ ...wait, queue, watch: this.activities.watchHost }, callHost)
        if (called !== undefined) return called.result
        this.hostQueue = undefined
      }
    })
  }

  private waitOf<T>(step: Step): QueueWait<T> {
    return {
      timings: this.input.timings,
      wakes: this.wakes,
      attempts: this.activities.attemptsOf(step),
      isQueued: (forMs) => this.activities.aside('isQueued', [step, forMs]),
      whileWaiting: (call) => whileWaiting(this.status, step, call),
    }
  }

  private async downloadToHost(isFirst: boolean): Promise<Downloaded> {
    const downloaded = await this.take('download', isFirst)
    this.hostQueue = downloaded.hostQueue
    this.hasFileOnHost = true
    return downloaded
  }

  /** A run that cannot ask tries. */
  private async isFirstParked(step: Step, problem: Problem): Promise<boolean> {
    const cause = sharedCauseOf(this.input.upload.clientId, step, problem)
    if (cause === undefined) return true
    return CancellationScope.nonCancellable(() => this.activities.aside('isFirstParked', [cause])).catch(
      () => true,
    )
  }

  /** Best effort: their timers wake them too. */
  private async wakeParked(step: Step, problem: Problem): Promise<void> {
    const cause = sharedCauseOf(this.input.upload.clientId, step, problem)
    if (cause !== undefined) await this.activities.aside('wakeParked', [cause]).catch(() => undefined)
  }

  /** Once the report is uploaded the move has to follow: from then on a cancel no longer counts. */
  private isCancelled(): boolean {
    return this.rootScope.consideredCancelled && this.status.report === undefined
  }

  /** Throws instead when the run ends here. */
  private problemToWaitFor(step: Step, error: unknown): Problem {
    if (error instanceof RunEnd || error instanceof ContinueAsNew) throw error
    const problem = problemOf(step, error)
    if (problem.errorType === errorTypes.withdrawn) throw new RunEnd('withdrawn', problem.message)
    if (this.isCancelled()) throw new RunEnd('cancelled', `cancelled at ${step}`)
    return problem
  }
}

/** The queues of the host that has the file, not those of any worker. */
function isOnHost(queue: Queue): queue is 'host' | 'reports' {
  return queue === 'host' || queue === 'reports'
}

async function unlessPreviewsGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (isPreviewsGone(error)) return undefined
    throw error
  }
}

/** The next call notices a cancel. */
function pause(ms: number): Promise<void> {
  return CancellationScope.nonCancellable(() => sleep(ms))
}
