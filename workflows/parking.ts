import {
  CancellationScope,
  condition,
  log,
  setCurrentDetails,
  upsertSearchAttributes,
  workflowInfo,
  workflowRandom,
} from '@temporalio/workflow'

import { attentionDetails, attentionSummary } from './attention-text'
import type { Attention, RunStatus, Step, StepWait, Timings } from './contract'
import { type Problem, retriesByItself } from './problem'
import { type Answer, setRunHandlers } from './run-handlers'
import { RunEnd } from './run-end'
import { cleared, keyword } from './start-options'
import type { Wakes } from './wakes'

/** The waits of one step. Their count continues when the problem changes. */
export interface Waiting {
  /** Parks the run. Returns when the step is to be taken again; throws `RunEnd` when the run is to end. */
  for: (problem: Problem) => Promise<void>
  /** Called after the step: the cause that parked this run is gone for others too. */
  passed: () => Promise<void>
}

interface ParkedRun {
  wakes: Wakes
  /** A cancel was requested, and counts. */
  isCancelled: () => boolean
  /** The wait before the run continued as new. */
  earlier: StepWait | undefined
  /** False when another run tries for all that this problem parked. */
  isFirst: (step: Step, problem: Problem) => Promise<boolean>
  /** Tells the other runs that this problem parked to try again. */
  wakeOthers: (step: Step, problem: Problem) => Promise<void>
  /** Continues as new. */
  continueWith: (waiting: StepWait) => Promise<never>
}

/**
 * Parks a run: marks that it needs a person, and waits for one or for the slow timer. Made at the very start
 * of a run, so that its handlers are never missing.
 */
export function createParking(status: RunStatus, timings: Timings, run: ParkedRun) {
  const wait = createWait(status, timings, run)
  return {
    startWaiting: (step: Step): Waiting => {
      const { earlier } = run
      // eslint-disable-next-line no-restricted-syntax -- the SDK's Date is the history's time
      const now = () => new Date().toISOString()
      let last = earlier?.step === step ? earlier : undefined
      let solved: Problem | undefined
      return {
        for: async (problem) => {
          const { since = now(), retries = 0, timerRounds = 0 } = last ?? {}
          const { answer, rounds } = await wait({ step, ...problem, since, retries }, timerRounds)
          if (answer.kind === 'abandon') throw new RunEnd('abandoned', answer.reason)
          if (answer.kind === 'cancel') throw new RunEnd('cancelled', `cancelled while parked at ${step}`)
          solved = answer.by === 'wake' ? undefined : problem
          last = { step, since, retries: retries + 1, timerRounds: rounds }
          if (workflowInfo().continueAsNewSuggested) await run.continueWith(last)
        },
        passed: async () => {
          if (solved !== undefined) await run.wakeOthers(step, solved)
          solved = undefined
        },
      }
    },
  }
}

type Wait = (attention: Attention, timerRounds: number) => Promise<{ answer: Answer; rounds: number }>

/** Parks the run until an answer. `rounds`: how often in a row the timer went off. */
function createWait(status: RunStatus, timings: Timings, run: ParkedRun): Wait {
  const given: { answer?: Answer } = {}
  // The first answer counts: a double click, or a signal that a Reset applies again, finds nothing waiting.
  const isWaiting = () => status.attention !== undefined && given.answer === undefined
  const take = (answer: Answer) => {
    given.answer = answer
  }
  setRunHandlers({ status, wakes: run.wakes, isWaiting, take })
  const answerOf = () => given.answer ?? (run.isCancelled() ? { kind: 'cancel' as const } : undefined)
  const isAnswered = () => answerOf() !== undefined
  const waitFor = (attention: Attention, rounds: number) =>
    CancellationScope.nonCancellable(async () => {
      if (!retriesByItself(attention)) return condition(isAnswered)
      const summary = attentionSummary(attention)
      await condition(isAnswered, parkMs(timings, rounds), { summary })
    })

  return async (attention, timerRounds) => {
    given.answer = undefined
    park(status, attention)
    for (let rounds = timerRounds; ; rounds += 1) {
      await waitFor(attention, rounds)
      if (!isAnswered() && letsOthersTry(rounds) && !(await run.isFirst(attention.step, attention))) continue
      // An answer may have come with the timer.
      const answer = answerOf() ?? { kind: 'retry', by: 'timer' }
      status.attention = undefined
      if (answer.kind === 'retry') resume(status)
      return { answer, rounds: answer.kind === 'retry' && answer.by === 'timer' ? rounds + 1 : 0 }
    }
  }
}

/** Every fourth round a run tries in any case: the one that tries for all may have a problem of its own. */
function letsOthersTry(timerRounds: number): boolean {
  return timerRounds % 4 !== 3
}

/** Doubled each round. Up to a quarter less, so that runs that one cause parked do not retry all at once. */
function parkMs({ parkInitialMs, parkMaximumMs }: Timings, timerRounds: number): number {
  const longestMs = Math.min(parkInitialMs * 2 ** timerRounds, parkMaximumMs)
  return Math.round(longestMs * (1 - workflowRandom.random() / 4))
}

function park(status: RunStatus, attention: Attention) {
  status.state = 'needs_attention'
  status.attention = attention
  upsertSearchAttributes([
    keyword('QcState', 'needs_attention'),
    keyword('QcStep', attention.step),
    keyword('QcErrorType', attention.errorType),
  ])
  setCurrentDetails(attentionDetails(attention, workflowInfo().workflowId))
  log.warn(`parked at ${attention.step}: ${attention.errorType}`, { reason: attention.message })
}

function resume(status: RunStatus) {
  status.state = 'running'
  upsertSearchAttributes([keyword('QcState', 'running'), cleared('QcStep'), cleared('QcErrorType')])
  setCurrentDetails('')
}
