import { ApplicationFailure, log, upsertSearchAttributes } from '@temporalio/workflow'

import { errorTypes, type QcUploadResult } from './contract'
import type { Run } from './run'
import type { RunEnd } from './run-end'
import { type AttributePair, keyword } from './start-options'

/** Closes a run whose steps are done. The outcome is shown before the clean-up: its host may be busy or gone. */
export async function closeRun(run: Run, end: Partial<QcUploadResult>): Promise<QcUploadResult> {
  const { verdict, score, report } = run.status
  const { session } = run.input.upload
  const result = { outcome: 'done', session, verdict, score, report, ...end } as const
  showOutcome(run, result.outcome)
  if (report !== undefined)
    log.info(`Box webhook: analysis complete for session ${session}, score ${score ?? 'n/a'}`, {
      verdict,
      outcome: result.outcome,
    })
  await run.cleanUp()
  return result
}

/** Closes a run that ended before its last step. */
export async function endEarly(run: Run, { outcome, message }: RunEnd): Promise<QcUploadResult> {
  if (outcome === 'abandoned') await run.markAbandoned(message)
  if (outcome !== 'withdrawn') return closeRun(run, { outcome, note: message })
  showOutcome(run, outcome)
  await run.cleanUp()
  throw ApplicationFailure.nonRetryable(message, errorTypes.withdrawn)
}

/** One upsert: QcState, QcVerdict and QcScore change together. */
function showOutcome(run: Run, outcome: QcUploadResult['outcome']): void {
  const { verdict, score } = run.status
  run.status.state = outcome
  run.status.step = undefined
  const pairs: AttributePair[] = [keyword('QcState', outcome)]
  if (verdict !== undefined) pairs.push(keyword('QcVerdict', verdict))
  if (score !== undefined) pairs.push({ key: { name: 'QcScore', type: 'DOUBLE' }, value: score })
  upsertSearchAttributes(pairs)
}
