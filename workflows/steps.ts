import { proxyActivities, workflowInfo } from '@temporalio/workflow'

import {
  type Activities,
  type Plan,
  queueNames,
  type Rejection,
  type Report,
  type ReportReceipt,
  type Step,
  type Timings,
  type Upload,
} from './contract'

/** The activities of one upload, each with its queue, its time-outs and its words for the Web UI. */
export function createSteps(upload: Upload, timings: Timings) {
  const queues = queueNames(workflowInfo().taskQueue)
  const on = (step: Step, taskQueue: string) =>
    proxyActivities<Activities>({ taskQueue, ...stepOptions(step, timings) })
  // A host may be busy for long or gone for ever: after this wait the workflow asks which.
  const onHost = (step: Step, taskQueue: string) =>
    proxyActivities<Activities>({
      taskQueue,
      ...stepOptions(step, timings),
      scheduleToStartTimeout: timings.hostWaitMs,
    })

  return {
    download: () => on('download', queues.intake).download(upload),
    preflight: (host: string, rejection?: Rejection) =>
      onHost('preflight', host).preflight(upload, rejection),
    checks: (host: string, plan: Plan) => onHost('checks', host).checks(upload, plan),
    uploadReport: (host: string, report: Report) => onHost('uploadReport', host).uploadReport(upload, report),
    moveToProcessed: (receipt: ReportReceipt) =>
      on('moveToProcessed', queues.main).moveToProcessed(upload, receipt),
    isHostAlive: (host: string) => aside('isHostAlive', queues.main, timings).isHostAlive(host),
    markAbandoned: (reason: string) =>
      aside('markAbandoned', queues.main, timings).markAbandoned(upload, reason),
    cleanUp: (host: string) => aside('cleanUp', host, timings).cleanUp(upload),
  }
}

function stepOptions(step: Step, timings: Timings) {
  return {
    activityId: step,
    summary: summaries[step],
    startToCloseTimeout: timings.stepTimeoutMs[step],
    heartbeatTimeout: timings.heartbeatMs,
    retry: { ...backoff(timings), maximumAttempts: timings.stepAttempts[step] },
    // A step that still works on the file would race with the cleaning up after a cancel.
    cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  } as const
}

/** For what must not hold up the end of a run for long: short, and given up after a while. */
function aside(name: keyof typeof asideSummaries, taskQueue: string, timings: Timings) {
  return proxyActivities<Activities>({
    taskQueue,
    activityId: name,
    summary: asideSummaries[name],
    startToCloseTimeout: asideTimeoutMs,
    scheduleToCloseTimeout: asideTimeoutMs * 4,
    scheduleToStartTimeout: name === 'cleanUp' ? timings.hostWaitMs : undefined,
    retry: { ...backoff(timings), maximumAttempts: 3 },
  })
}

function backoff({ retryInitialMs, retryMaximumMs }: Timings) {
  return { initialInterval: retryInitialMs, maximumInterval: retryMaximumMs, backoffCoefficient: 2 }
}

const asideTimeoutMs = 30_000

const summaries: Record<Step, string> = {
  download: 'Look at the file in Box and fetch it',
  preflight: 'Find out what the file is and plan its checks',
  checks: 'Run the checks and sum the score',
  uploadReport: 'File the report in REPORTS',
  moveToProcessed: 'Move the source to _PROCESSED',
}

const asideSummaries = {
  isHostAlive: 'Ask whether the host with the file still lives',
  markAbandoned: 'Mark the file in Box as abandoned',
  cleanUp: 'Remove the file from the host',
} as const
