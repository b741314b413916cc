import {
  ApplicationFailure,
  CancellationScope,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  log,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow'

import { type Attention, handlerNames, type RunStatus } from './contract'
import { attentionDetails, attentionSummary } from './attention-text'
import { keyword, shorten } from './start-options'

/** What ends the wait of a parked run. */
export type Answer =
  { kind: 'retry'; by: 'person' | 'timer' } | { kind: 'abandon'; reason: string } | { kind: 'cancel' }

export interface Parking {
  /**
   * Marks the run as needing a person and waits for one, at most `waitMs`. `isCancelled` is asked again and
   * again: a cancel ends the wait only where a cancel still counts.
   */
  wait: (attention: Attention, waitMs: number, isCancelled: () => boolean) => Promise<Answer>
}

/** Sets up the handlers of a run; called at its very start, so that none of them is ever missing. */
export function createParking(status: RunStatus): Parking {
  const given: { answer?: Answer } = {}
  // The first answer counts: a double click, or a signal that a Reset applies again, finds nothing waiting.
  const isWaiting = () => status.attention !== undefined && given.answer === undefined
  setHandlers(status, isWaiting, (answer) => {
    given.answer = answer
  })
  const answered = () => given.answer

  return {
    wait: async (attention, waitMs, isCancelled) => {
      given.answer = undefined
      park(status, attention)
      const isAnswered = () => answered() !== undefined || isCancelled()
      const summary = attentionSummary(attention)
      await CancellationScope.nonCancellable(() => condition(isAnswered, waitMs, { summary }))
      const answer = answered() ?? (isCancelled() ? { kind: 'cancel' } : { kind: 'retry', by: 'timer' })
      status.attention = undefined
      if (answer.kind === 'retry') resume(status)
      return answer
    },
  }
}

function setHandlers(status: RunStatus, isWaiting: () => boolean, take: (answer: Answer) => void) {
  const refuseUnlessWaiting = () => {
    if (isWaiting()) return
    const why = status.state === 'needs_attention' ? 'it was answered a moment ago' : `it is ${status.state}`
    throw ApplicationFailure.nonRetryable(`This run waits for nobody: ${why}.`, 'not_parked')
  }
  const refuseWithoutReason = (reason: unknown) => {
    refuseUnlessWaiting()
    if (typeof reason === 'string' && reason.trim() !== '') return
    throw ApplicationFailure.nonRetryable(
      'abandon needs a reason: a text that says why this upload is given up.',
      'reason_required',
    )
  }

  setHandler(defineQuery<RunStatus>(handlerNames.status), () => status, {
    description: 'Where this upload stands: its state, its step, its verdict, and what it waits for.',
  })
  setHandler(
    defineSignal(handlerNames.retry),
    () => {
      if (isWaiting()) take({ kind: 'retry', by: 'person' })
    },
    {
      description:
        'The cause is mended: go on with the step that failed. Ignored unless the run needs attention. Takes no input.',
    },
  )
  setHandler(
    defineUpdate<RunStatus>(handlerNames.retry),
    () => {
      refuseUnlessWaiting()
      take({ kind: 'retry', by: 'person' })
      return { ...status }
    },
    {
      description:
        'Like the signal, but refused unless the run needs attention. Answers with what it waited for.',
      validator: refuseUnlessWaiting,
    },
  )
  setHandler(
    defineUpdate<RunStatus, [reason: string]>(handlerNames.abandon),
    (reason) => {
      refuseWithoutReason(reason)
      take({ kind: 'abandon', reason: shorten(reason.trim(), 1_000) })
      return { ...status }
    },
    {
      description:
        'Give this upload up for good. Input: the reason, as a text. Refused unless the run needs attention. Answers with what it waited for.',
      validator: refuseWithoutReason,
    },
  )
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
