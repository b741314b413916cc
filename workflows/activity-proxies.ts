import { type ActivityOptions, proxyActivities, workflowInfo } from '@temporalio/workflow'

import { queueNames, type Timings, type Upload } from './contract'
import {
  type Aside,
  type AsideActivities,
  type AsideCalls,
  asides,
  type Step,
  type StepActivities,
  type StepCalls,
  steps,
} from './steps'

/** A task queue, and how long a task may wait there. */
export interface Target {
  queue: string
  waitMs?: number
}

/** Calls the activities of one upload, each within the limits of its table. */
export function createActivityProxies(upload: Upload, timings: Timings) {
  const { main } = queueNames(workflowInfo().taskQueue)
  return {
    step: <S extends Step>(
      step: S,
      args: Parameters<StepCalls[S]>,
      { queue, waitMs }: Target,
    ): Promise<ReturnType<StepCalls[S]>> => {
      const options = { taskQueue: queue, ...stepOptions(step, timings), scheduleToStartTimeout: waitMs }
      const activities: StepActivities = proxyActivities<StepActivities>(options)
      return activities[step](upload, ...args)
    },
    aside: <A extends ShortAside>(
      aside: A,
      args: Parameters<AsideCalls[A]>,
      taskQueue = main,
    ): Promise<ReturnType<AsideCalls[A]>> => {
      const options = { taskQueue, ...asideOptions(aside, timings) }
      const activities: AsideActivities = proxyActivities<AsideActivities>(options)
      return activities[aside](...args)
    },
    watchHost: (hostQueue: string): Promise<void> =>
      proxyActivities<AsideActivities>({ taskQueue: main, ...watchOptions(timings) }).watchHost(hostQueue),
  }
}

type ShortAside = Exclude<Aside, 'watchHost'>

/** A run that started before a step existed has no limits for it. */
interface StepLimits {
  stepTimeoutMs: Partial<Timings['stepTimeoutMs']>
  stepAttempts: Partial<Timings['stepAttempts']>
}

function stepOptions(step: Step, timings: Timings): ActivityOptions {
  const { summary, timeoutMs, attempts } = steps[step]
  const { stepTimeoutMs, stepAttempts }: StepLimits = timings
  return {
    activityId: step,
    summary,
    startToCloseTimeout: stepTimeoutMs[step] ?? timeoutMs,
    heartbeatTimeout: timings.heartbeatMs,
    retry: { ...backoff(timings), maximumAttempts: stepAttempts[step] ?? attempts },
    // A step that still works on the file would race with the clean-up after a cancel.
    cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  }
}

/** An aside must not delay the end of a run for long. */
function asideOptions(aside: ShortAside, timings: Timings): ActivityOptions {
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
