import {
  CancellationScope,
  condition,
  log,
  setCurrentDetails,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow'

import { attentionDetails, attentionSummary } from './attention-text'
import type { Attention, RunStatus, Step, Timings } from './contract'
import type { Problem } from './problem'
import { type Answer, setRunHandlers } from './run-handlers'
import { RunEnd } from './run-end'
import { keyword } from './start-options'

/** The waits of one step: they count on, whatever the problem is. */
export interface Waiting {
  /** Parks the run. Returns when the step is to be taken again; throws `RunEnd` when the run is to end. */
  for: (problem: Problem) => Promise<void>
}

/**
 * Parks a run: marks that it needs a person, and waits for one or for the slow timer. Made at the very start of
 * a run, so that its handlers are never missing. `isCancelled` says whether a cancel counts.
 */
export function createParking(status: RunStatus, timings: Timings, isCancelled: () => boolean) {
  const given: { answer?: Answer } = {}
  // The first answer counts: a double click, or a signal that a Reset applies again, finds nothing waiting.
  const isWaiting = () => status.attention !== undefined && given.answer === undefined
  setRunHandlers(status, isWaiting, (answer) => {
    given.answer = answer
  })
  const answerOf = () => given.answer

  const wait = async (attention: Attention, waitMs: number): Promise<Answer> => {
    given.answer = undefined
    park(status, attention)
    const isAnswered = () => answerOf() !== undefined || isCancelled()
    const summary = attentionSummary(attention)
    await CancellationScope.nonCancellable(() => condition(isAnswered, waitMs, { summary }))
    const answer = answerOf() ?? (isCancelled() ? { kind: 'cancel' } : { kind: 'retry', by: 'timer' })
    status.attention = undefined
    if (answer.kind === 'retry') resume(status)
    return answer
  }

  return {
    startWaiting: (step: Step): Waiting => {
      let since: string | undefined
      let retries = 0
      let timerRounds = 0
      return {
        for: async (problem) => {
          // eslint-disable-next-line no-restricted-syntax -- the SDK's Date: the history's time, alike in every replay
          since ??= new Date().toISOString()
          const answer = await wait({ step, ...problem, since, retries }, parkMs(timings, timerRounds))
          if (answer.kind === 'abandon') throw new RunEnd('abandoned', answer.reason)
          if (answer.kind === 'cancel') throw new RunEnd('cancelled', `cancelled while parked at ${step}`)
          retries += 1
          timerRounds = answer.by === 'timer' ? timerRounds + 1 : 0
        },
      }
    },
  }
}

function parkMs({ parkInitialMs, parkMaximumMs }: Timings, timerRounds: number): number {
  return Math.min(parkInitialMs * 2 ** timerRounds, parkMaximumMs)
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

function cleared(name: string) {
  return { key: { name, type: 'KEYWORD' as const }, value: null }
}
