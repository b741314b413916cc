import { type ActivityOptions, proxyActivities, workflowInfo } from '@temporalio/workflow'

import {
  type Activities,
  type Plan,
  queueNames,
  type Rejection,
  type Report,
  type ReportReceipt,
  type SharedCause,
  type Timings,
  type Upload,
} from './contract'
import { type Aside, asides, type Step, steps } from './steps'

/** The queue of a host, and how long to wait there. */
interface Host {
  queue: string
  waitMs?: number
}

/** The activities of one upload, each on its queue and within its limits. */
export function createActivityProxies(upload: Upload, timings: Timings) {
  const { main, intake, reports } = queueNames(workflowInfo().taskQueue)
  const step = (name: Step, taskQueue: string) =>
    proxyActivities<Activities>({ taskQueue, ...stepOptions(name, timings) })
  const onHost = (name: Step, { queue, waitMs }: Host) =>
    proxyActivities<Activities>({
      taskQueue: queue,
      ...stepOptions(name, timings),
      scheduleToStartTimeout: waitMs,
    })
  const watch = proxyActivities<Activities>({ taskQueue: main, ...watchOptions(timings) })
  const aside = (name: Exclude<Aside, 'watchHost'>, taskQueue: string) =>
    proxyActivities<Activities>({ taskQueue, ...asideOptions(name, timings) })

  return {
    download: (isFirst: boolean) => step('download', intake).download(upload, isFirst),
    preflight: (host: Host, rejection?: Rejection) => onHost('preflight', host).preflight(upload, rejection),
    checks: (host: Host, plan: Plan) => onHost('checks', host).checks(upload, plan),
    uploadReport: ({ queue, waitMs }: Host, report: Report) =>
      onHost('uploadReport', { queue: reports(queue), waitMs }).uploadReport(upload, report),
    moveToProcessed: (receipt: ReportReceipt) =>
      step('moveToProcessed', main).moveToProcessed(upload, receipt),
    findSource: () => step('findSource', main).findSource(upload),
    isFirstParked: (cause: SharedCause) => aside('isFirstParked', main).isFirstParked(cause),
    wakeParked: (cause: SharedCause) => aside('wakeParked', main).wakeParked(cause),
    watchHost: (host: string) => watch.watchHost(host),
    markAbandoned: (reason: string) => aside('markAbandoned', main).markAbandoned(upload, reason),
    cleanUp: (host: string) => aside('cleanUp', reports(host)).cleanUp(upload),
  } satisfies Record<keyof Activities, unknown> & Record<Step | Aside, unknown>
}

function stepOptions(step: Step, timings: Timings): ActivityOptions {
  return {
    activityId: step,
    summary: steps[step].summary,
    startToCloseTimeout: timings.stepTimeoutMs[step],
    heartbeatTimeout: timings.heartbeatMs,
    retry: { ...backoff(timings), maximumAttempts: timings.stepAttempts[step] },
    // A step that still works on the file would race with the clean-up after a cancel.
    cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  }
}

/** An aside must not delay the end of a run for long. */
function asideOptions(aside: Exclude<Aside, 'watchHost'>, timings: Timings): ActivityOptions {
  const { queue, timeoutMs, attempts, summary } = asides[aside]
  return {
    activityId: aside,
    summary,
    startToCloseTimeout: timeoutMs,
    scheduleToCloseTimeout: timeoutMs * 4,
    // Its host may be gone.
    scheduleToStartTimeout: queue === 'reports' ? timings.hostWaitMs : undefined,
    retry: { ...backoff(timings), maximumAttempts: attempts },
  }
}

/** No activity id: the watch before may still be about to end. */
function watchOptions(timings: Timings): ActivityOptions {
  const { timeoutMs, attempts, summary } = asides.watchHost
  return {
    summary,
    startToCloseTimeout: timeoutMs,
    heartbeatTimeout: timings.heartbeatMs,
    retry: { ...backoff(timings), maximumAttempts: attempts },
  }
}

function backoff({ retryInitialMs, retryMaximumMs }: Timings) {
  return { initialInterval: retryInitialMs, maximumInterval: retryMaximumMs, backoffCoefficient: 2 }
}
