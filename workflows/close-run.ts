import { ApplicationFailure, log, upsertSearchAttributes } from '@temporalio/workflow'

import { continueRun } from './continue-run'
import {
  errorTypes,
  type Outcome,
  type QcUploadResult,
  sessionFor,
  type FoundSource,
  type Upload,
} from './contract'
import type { Run } from './run'
import { RunEnd } from './run-end'
import { type AttributePair, keyword } from './start-options'

/** Closes a run whose steps are done, or goes on with the next attempt when the file is in INCOMING again. */
export async function closeRun(
  run: Run,
  end: Partial<QcUploadResult>,
  isLookNeeded = false,
): Promise<QcUploadResult> {
  const { verdict, score, report } = run.status
  const { session } = run.input.upload
  const result = { outcome: 'done', session, verdict, score, report, ...end } as const
  if (report !== undefined)
    log.info(`Box webhook: analysis complete for session ${session}, score ${score ?? 'n/a'}`, {
      verdict,
      outcome: result.outcome,
    })
  await settle(run, result.outcome, isLookNeeded)
  return result
}

/** Closes a run that ended before its last step. */
export async function endEarly(run: Run, end: RunEnd): Promise<QcUploadResult> {
  const { outcome, message, isLookNeeded } = end
  if (outcome === 'withdrawn') {
    await settle(run, outcome, isLookNeeded)
    throw ApplicationFailure.nonRetryable(message, errorTypes.withdrawn)
  }
  const isGivenUp = outcome === 'abandoned' || outcome === 'cancelled'
  const failure = isGivenUp ? await run.markAbandoned(message) : undefined
  if (failure === undefined) return closeRun(run, { outcome, note: message }, isLookNeeded)
  const untold = `The file in Box could not be marked, so a later delivery can start it again: ${failure}`
  return closeRun(run, { outcome, note: `${message} ${untold}`, isUnmarked: true })
}

/** The outcome is shown before the clean-up, whose host may be busy or gone. */
async function settle(run: Run, outcome: Outcome, isLookNeeded: boolean): Promise<void> {
  await answerArrivals(run, outcome, isLookNeeded)
  showOutcome(run, outcome)
  await run.cleanUp()
  await answerArrivals(run, outcome)
  if (run.status.state !== outcome) showOutcome(run, outcome)
}

/**
 * Looks at Box until no delivery is left that came after the last look. From the last look on nothing is
 * awaited: the server refuses to close a run that has not seen all its signals.
 */
async function answerArrivals(run: Run, outcome: Outcome, isLookNeeded = false): Promise<void> {
  for (let mustLook = isLookNeeded; mustLook || !run.arrivals.areAnswered; mustLook = false) {
    const found = await findSource(run)
    const next = found && nextUpload(run, outcome, found)
    if (next === undefined) continue
    const report = next === run.input.upload ? run.status.report : undefined
    await continueRun(run.input, next, { arrivals: run.arrivals.all, report })
  }
}

/** Undefined when a person ends the run while it cannot look. */
async function findSource(run: Run): Promise<FoundSource | undefined> {
  try {
    return await run.take('findSource')
  } catch (error) {
    if (error instanceof RunEnd) return undefined
    throw error
  }
}

/** What this run goes on with; undefined when the file is as this run left it, or is none of this run. */
function nextUpload({ input: { upload }, arrivals }: Run, outcome: Outcome, found: FoundSource) {
  if (found.location !== 'incoming' || found.versionId !== upload.versionId) return undefined
  const { incomingFolderId } = found
  const isOwnFolder = incomingFolderId === upload.incomingFolderId
  if (isOwnFolder && staysInIncoming(upload, outcome)) return undefined
  const arrival = arrivals.newestIn(incomingFolderId)
  if (arrival !== undefined) return nextAttempt(upload, arrival)
  // The delivery for another folder is still to come, and starts a run.
  if (!isOwnFolder) return undefined
  return outcome === 'withdrawn' ? upload : nextAttempt(upload, upload)
}

function staysInIncoming({ mode }: Upload, outcome: Outcome): boolean {
  return outcome === 'abandoned' || outcome === 'cancelled' || (outcome === 'done' && mode === 'shadow')
}

function nextAttempt(upload: Upload, arrival: Upload): Upload {
  const attempt = upload.attempt + 1
  return {
    ...arrival,
    attempt,
    session: sessionFor(arrival.eventTime, arrival.versionId, attempt),
    earlierSessions: [...upload.earlierSessions, upload.session],
  }
}

/** One upsert: QcState, QcVerdict and QcScore change together. */
function showOutcome(run: Run, outcome: Outcome): void {
  const { verdict, score } = run.status
  run.status.state = outcome
  run.status.step = undefined
  const pairs: AttributePair[] = [keyword('QcState', outcome)]
  if (verdict !== undefined) pairs.push(keyword('QcVerdict', verdict))
  if (score !== undefined) pairs.push({ key: { name: 'QcScore', type: 'DOUBLE' }, value: score })
  upsertSearchAttributes(pairs)
}
