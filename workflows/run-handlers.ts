import { ApplicationFailure, defineQuery, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow'

import { handlerNames, type RunStatus } from './contract'
import { shorten } from './start-options'
import type { Wakes } from './wakes'

/** What ends the wait of a parked run. `wake`: all runs of that cause were told. */
export type Answer =
  | { kind: 'retry'; by: 'person' | 'timer' | 'wake' }
  | { kind: 'abandon'; reason: string }
  | { kind: 'cancel' }

/** A run, as far as its handlers have to do with it. */
interface AnsweredRun {
  status: RunStatus
  wakes: Wakes
  /** For a person, or for the timer. */
  isWaiting: () => boolean
  take: (answer: Answer) => void
}

/**
 * The query `status`, the signals `retry` and `wake`, and the updates `retry` and `abandon`. All but the
 * query count only while the run waits for a person.
 */
export function setRunHandlers(run: AnsweredRun) {
  const { status } = run
  setHandler(defineQuery<RunStatus>(handlerNames.status), () => status, {
    description: 'State, step and verdict of this upload, and what it waits for.',
  })
  setRetryHandlers(run)
  setAbandonHandler(run)
}

function setRetryHandlers({ status, wakes, isWaiting, take }: AnsweredRun) {
  const retry = () => take({ kind: 'retry', by: 'person' })
  setHandler(
    defineSignal(handlerNames.wake),
    () => {
      wakes.mark()
      if (isWaiting()) take({ kind: 'retry', by: 'wake' })
    },
    { description: 'Like retry. Sent to all runs that one cause parked, once it is gone.' },
  )
  setHandler(
    defineSignal(handlerNames.retry),
    () => {
      wakes.mark()
      if (isWaiting()) retry()
    },
    {
      description:
        'The cause is fixed: repeat the step that failed. ' +
        'Ignored unless the run needs attention. Takes no input.',
    },
  )
  setHandler(
    defineUpdate<RunStatus>(handlerNames.retry),
    () => {
      wakes.mark()
      refuseUnlessWaiting(status, isWaiting)
      retry()
      return { ...status }
    },
    {
      description: 'Like the signal, but refused unless the run needs attention. Returns what it waited for.',
      validator: () => refuseUnlessWaiting(status, isWaiting),
    },
  )
}

function setAbandonHandler({ status, wakes, isWaiting, take }: AnsweredRun) {
  // The validator runs before, and another answer may come between the two.
  const requireReason = (reason: unknown) => {
    refuseUnlessWaiting(status, isWaiting)
    if (typeof reason === 'string' && reason.trim() !== '') return
    throw ApplicationFailure.nonRetryable(
      'abandon needs a reason: a text that says why this upload is abandoned.',
      'reason_required',
    )
  }
  setHandler(
    defineUpdate<RunStatus, [reason: string]>(handlerNames.abandon),
    (reason) => {
      wakes.mark()
      requireReason(reason)
      take({ kind: 'abandon', reason: shorten(reason.trim(), 1_000) })
      return { ...status }
    },
    {
      description:
        'Give up this upload for good. Input: the reason, as a text. ' +
        'Refused unless the run needs attention. Returns what it waited for.',
      validator: requireReason,
    },
  )
}

function refuseUnlessWaiting({ state }: RunStatus, isWaiting: () => boolean) {
  if (isWaiting()) return
  const why = state === 'needs_attention' ? 'it was answered a moment ago' : `it is ${state}`
  throw ApplicationFailure.nonRetryable(`This run does not wait for anybody: ${why}.`, 'not_parked')
}
