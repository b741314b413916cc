import { type ActivityOptions, proxyActivities, workflowInfo } from '@temporalio/workflow'

import {
  type Activities,
  type Plan,
  queueNames,
  type Rejection,
  type Report,
  type ReportReceipt,
  type Timings,
  type Upload,
} from './contract'
import { type ActivityEntry, type Aside, asides, type Step, steps } from './steps'

/** The activities of one upload, each on its queue and within its limits. */
export function createActivityProxies(upload: Upload, timings: Timings) {
  const { main, intake } = queueNames(workflowInfo().taskQueue)
  const step = (name: Step, taskQueue: string) =>
    proxyActivities<Activities>({ taskQueue, ...stepOptions(name, timings) })
  const aside = (name: Aside, taskQueue: string) =>
    proxyActivities<Activities>({ taskQueue, ...asideOptions(name, timings) })

  return {
    download: (isFirst: boolean) => step('download', intake).download(upload, isFirst),
    preflight: (host: string, rejection?: Rejection) => step('preflight', host).preflight(upload, rejection),
    checks: (host: string, plan: Plan) => step('checks', host).checks(upload, plan),
    uploadReport: (host: string, report: Report) => step('uploadReport', host).uploadReport(upload, report),
    moveToProcessed: (receipt: ReportReceipt) =>
      step('moveToProcessed', main).moveToProcessed(upload, receipt),
    findSource: () => step('findSource', main).findSource(upload),
    isHostAlive: (host: string) => aside('isHostAlive', main).isHostAlive(host),
    markAbandoned: (reason: string) => aside('markAbandoned', main).markAbandoned(upload, reason),
    cleanUp: (host: string) => aside('cleanUp', host).cleanUp(upload),
  } satisfies Record<keyof Activities, unknown> & Record<Step | Aside, unknown>
}

function stepOptions(step: Step, timings: Timings): ActivityOptions {
  return {
    ...commonOptions(step, steps[step], timings),
    startToCloseTimeout: timings.stepTimeoutMs[step],
    heartbeatTimeout: timings.heartbeatMs,
    retry: { ...backoff(timings), maximumAttempts: timings.stepAttempts[step] },
    // A step that still works on the file would race with the clean-up after a cancel.
    cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  }
}

/** An aside must not delay the end of a run for long. */
function asideOptions(aside: Aside, timings: Timings): ActivityOptions {
  const { timeoutMs, attempts } = asides[aside]
  return {
    ...commonOptions(aside, asides[aside], timings),
    startToCloseTimeout: timeoutMs,
    scheduleToCloseTimeout: timeoutMs * 4,
    retry: { ...backoff(timings), maximumAttempts: attempts },
  }
}

function commonOptions(name: Step | Aside, { queue, summary }: ActivityEntry, timings: Timings) {
  return {
    activityId: name,
    summary,
    // A host may be busy for long or gone for ever: after this wait the workflow asks which.
    scheduleToStartTimeout: queue === 'host' ? timings.hostWaitMs : undefined,
  }
}

function backoff({ retryInitialMs, retryMaximumMs }: Timings) {
  return { initialInterval: retryInitialMs, maximumInterval: retryMaximumMs, backoffCoefficient: 2 }
}
