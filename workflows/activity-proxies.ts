import { type ActivityOptions, proxyActivities, workflowInfo } from '@temporalio/workflow'

import type { CallLimits } from './call-from-queue'
import { callUnless } from './call-unless'
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
import { untilOverdue } from './until-overdue'
import type { Wakes } from './wakes'

/** A task queue, how long a task may wait there, and how often it may be tried. */
export interface Target extends CallLimits {
  queue: string
}

/** Calls the activities of one upload, each within the limits of its table. */
export function createActivityProxies(upload: Upload, timings: Timings, wakes: Wakes) {
  const { main } = queueNames(workflowInfo().taskQueue)
  return {
    step: <S extends Step>(
      step: S,
      args: Parameters<StepCalls[S]>,
      { queue, waitMs, attempts }: Target,
    ): Promise<ReturnType<StepCalls[S]>> => {
      const options = {
        ...{ taskQueue: queue, ...stepOptions(step, timings), scheduleToStartTimeout: waitMs },
        retry: { ...backoff(timings), maximumAttempts: attempts },
      }
      const activities: StepActivities = proxyActivities<StepActivities>(options)
      return activities[step](upload, ...args)
    },
    /** How often a step is tried before it fails. */
    attemptsOf: (step: Step): number => limitsOf(step, timings).attempts,
    aside: async <A extends ShortAside>(
      aside: A,
      args: Parameters<AsideCalls[A]>,
      taskQueue = main,
    ): Promise<ReturnType<AsideCalls[A]>> => {
      const options = { taskQueue, ...asideOptions(aside, timings) }
      const activities: AsideActivities = proxyActivities<AsideActivities>(options)
      const longestMs = options.scheduleToStartTimeout ?? options.scheduleToCloseTimeout
      // A Reset makes the server forget both time-outs of an activity that waits.
      const called = await callUnless(
        () => untilOverdue(longestMs, wakes),
        () => activities[aside](...args),
      )
      if (called === undefined) throw new Error(`${aside} found no worker`)
      return called.result
    },
    watchHost: (hostQueue: string): Promise<void> =>
      proxyActivities<AsideActivities>({ taskQueue: main, ...watchOptions(timings) })
        .watchHost(hostQueue)
        .finally(() => wakes.mark()),
  }
}

type ShortAside = Exclude<Aside, 'watchHost'>

/** A run that started before a step existed has no limits for it. */
interface StepLimits {
  stepTimeoutMs: Partial<Timings['stepTimeoutMs']>
  stepAttempts: Partial<Timings['stepAttempts']>
}

function limitsOf(step: Step, { stepTimeoutMs, stepAttempts }: StepLimits) {
  const { timeoutMs, attempts } = steps[step]
  return { timeoutMs: stepTimeoutMs[step] ?? timeoutMs, attempts: stepAttempts[step] ?? attempts }
}

function stepOptions(step: Step, timings: Timings): ActivityOptions {
  return {
    activityId: step,
    summary: steps[step].summary,
    startToCloseTimeout: limitsOf(step, timings).timeoutMs,
    heartbeatTimeout: timings.heartbeatMs,
    // A step that still works on the file would race with the clean-up after a cancel.
    cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  }
}

/** An aside must not delay the end of a run for long. */
function asideOptions(aside: ShortAside, timings: Timings) {
  const { queue, timeoutMs, attempts, summary } = asides[aside]
  return {
    // The question before may still be about to end.
    activityId: aside === 'isQueued' ? undefined : aside,
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
    // Temporal may have lost it. Then the host is watched again.
    scheduleToStartTimeout: timings.hostWaitMs,
    heartbeatTimeout: timings.heartbeatMs,
    retry: { ...backoff(timings), maximumAttempts: attempts },
  }
}

function backoff({ retryInitialMs, retryMaximumMs }: Timings) {
  return { initialInterval: retryInitialMs, maximumInterval: retryMaximumMs, backoffCoefficient: 2 }
}
