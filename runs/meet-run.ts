import type { Client } from '@temporalio/client'

import { sessionFor, type Upload, workflowIdFor } from '../workflows/contract'
import { moveOf, type MoveTime } from './move-of'

/**
 * What an upload means whose workflow id is taken. `duplicate`: its run is there. `again`: the run has left
 * its id free meanwhile. `next`: the file lies in INCOMING again, so the next attempt is due. `wait`: that
 * run is about to end or to move the file, and only then can be said which.
 */
export type Meeting = 'duplicate' | 'again' | 'next' | 'wait'

/** Looks at the run that holds the id; the history only when the event is not the one that started it. */
export async function meetRun(client: Client, upload: Upload): Promise<Meeting> {
  const handle = client.workflow.getHandle(workflowIdFor(upload, upload.attempt))
  const { status, closeTime, memo, typedSearchAttributes } = await handle.describe()
  const run = {
    status: status.name,
    state: typedSearchAttributes.get({ name: 'QcState', type: 'KEYWORD' }),
    closedAt: closeTime,
    isOwnEvent: memo?.session === sessionFor(upload.eventTime, upload.versionId, upload.attempt),
  }
  const isKnown = run.isOwnEvent || !['RUNNING', 'COMPLETED'].includes(run.status)
  const move = isKnown ? undefined : moveOf((await handle.fetchHistory()).events ?? [])
  return meetingOf({ ...run, move, eventTime: new Date(upload.eventTime) })
}

export interface MetRun {
  status: string
  /** QcState: set before the run cleans up, so it is known earlier than the run's close. */
  state: string | undefined
  closedAt: Date | undefined
  /** This very event, or one of the same second, started it. */
  isOwnEvent: boolean
  move: MoveTime | undefined
  eventTime: Date
}

/**
 * An event after the run's own move means that somebody put the file back; before it, the run has the file in
 * hand.
 */
export function meetingOf({ status, state, closedAt, isOwnEvent, move, eventTime }: MetRun): Meeting {
  const isRunning = status === 'RUNNING'
  if (!isRunning && status !== 'COMPLETED') return 'again'
  if (isOwnEvent) return 'duplicate'
  if (isRunning && state === 'withdrawn') return 'wait'
  if (move !== undefined) {
    if (isBefore(eventTime, move.at)) return 'duplicate'
    return move.isDone ? 'next' : 'wait'
  }
  // A run that ended without a move: in shadow mode, cancelled, abandoned.
  return closedAt !== undefined && !isBefore(eventTime, closedAt) ? 'next' : 'duplicate'
}

/** Box tells whole seconds: within one second an event counts as the later one. */
function isBefore(eventTime: Date, moment: Date): boolean {
  return Math.floor(eventTime.getTime() / 1000) < Math.floor(moment.getTime() / 1000)
}
