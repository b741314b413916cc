import { ApplicationFailure, CancellationScope, log, upsertSearchAttributes } from '@temporalio/workflow'

import {
  errorTypes,
  type MoveResult,
  type NewerVersion,
  type Plan,
  type QcUploadInput,
  type QcUploadResult,
  type Report,
  type ReportReceipt,
} from './contract'
import { startNewerVersion } from './newer-version'
import { Run } from './run'
import { RunEnd } from './run-end'
import { type AttributePair, keyword } from './start-options'

/**
 * One upload: download, preflight, checks, then the report and the move as one unit that no cancel parts.
 * What cannot go on parks and waits for a person. A withdrawn file fails the run, so that its id is free when
 * the file comes back; every other end returns.
 */
export async function qcUpload(input: QcUploadInput): Promise<QcUploadResult> {
  const run = new Run(input)
  try {
    const plan = await makePlan(run)
    const report = await judge(run, plan)
    run.endIfCancelled()
    return await CancellationScope.nonCancellable(async () =>
      close(run, await fileAndMove(run, plan, report)),
    )
  } catch (error) {
    if (!(error instanceof RunEnd)) throw error
    return await CancellationScope.nonCancellable(() => endEarly(run, error))
  }
}

async function makePlan(run: Run): Promise<Plan> {
  const { rejection } = await run.download()
  return run.onHost('preflight', (host) => run.steps.preflight(host, rejection))
}

async function judge(run: Run, plan: Plan): Promise<Report> {
  const report = await run.onHost('checks', (host) => run.steps.checks(host, plan))
  run.status.verdict = report.verdict
  run.status.score = report.score
  return report
}

/** The unit: a source never moves before its report is up, and a report never stays without the move. */
async function fileAndMove(run: Run, plan: Plan, first: Report): Promise<Partial<QcUploadResult>> {
  const { report, receipt } = await fileVerdict(run, plan, first)
  if (receipt.newerVersion !== undefined) {
    await startNewerVersion(run.input, receipt.newerVersion)
    return { outcome: 'superseded', note: `Version ${receipt.newerVersion.versionId} came before the move.` }
  }
  if (run.input.upload.mode === 'shadow') return { note: 'Shadow mode: the source stays where it is.' }
  const move = await run.perform('moveToProcessed', () => run.steps.moveToProcessed(receipt))
  if (move.newerVersion === undefined) return { movedTo: move.name, note: warningOf(move) }
  await startNewerVersion(run.input, move.newerVersion)
  const note = await fileAsSuperseded(run, report, move.newerVersion)
  return { outcome: 'superseded', movedTo: move.name, note }
}

/**
 * Files the report. When its verdict is `error` the run parks with the report up and the source not yet
 * moved: going on means judging again and replacing the report.
 */
async function fileVerdict(
  run: Run,
  plan: Plan,
  first: Report,
): Promise<{ report: Report; receipt: ReportReceipt }> {
  let isFirst = true
  return run.perform('checks', async () => {
    const report = isFirst ? first : await judge(run, plan)
    isFirst = false
    const receipt = await file(run, report)
    if (report.verdict === 'error' && receipt.newerVersion === undefined) throw verdictError(report)
    return { report, receipt }
  })
}

async function file(run: Run, report: Report): Promise<ReportReceipt> {
  const receipt = await run.onHost('uploadReport', (host) => run.steps.uploadReport(host, report))
  run.status.report = receipt
  return receipt
}

function verdictError({ results }: Report): ApplicationFailure {
  const errored = results
    .filter(({ status }) => status === 'errored')
    .map(({ check, reason }) => `${check}: ${reason ?? 'no reason given'}`)
  return ApplicationFailure.nonRetryable(
    `A required check could not run. ${errored.join('; ')}`,
    errorTypes.verdictError,
  )
}

/**
 * The newer version was seen after our report was filed, so it is filed again and says so. The move is done:
 * nothing else can go wrong.
 */
async function fileAsSuperseded(run: Run, report: Report, newer: NewerVersion): Promise<string> {
  try {
    await file(run, { ...report, supersededBy: { versionId: newer.versionId } })
    return `Version ${newer.versionId} came with the move.`
  } catch (error) {
    if (!(error instanceof RunEnd)) throw error
    return `Version ${newer.versionId} came with the move; the report does not say so: ${error.message}`
  }
}

function warningOf({ place, name }: MoveResult): string | undefined {
  if (place === 'elsewhere')
    return `Warning: another installation moved this file; it lies in _PROCESSED as ${name ?? 'another name'}.`
  return place === 'left' ? 'Warning: the source was left in INCOMING.' : undefined
}

async function endEarly(run: Run, { outcome, message }: RunEnd): Promise<QcUploadResult> {
  if (outcome === 'abandoned') await run.markAbandoned(message)
  if (outcome !== 'withdrawn') return close(run, { outcome, note: message })
  markEnd(run, outcome)
  await run.cleanUp()
  throw ApplicationFailure.nonRetryable(message, errorTypes.withdrawn)
}

/** Cleaning up comes last: the outcome shows at once, even when the host is busy or gone. */
async function close(run: Run, end: Partial<QcUploadResult>): Promise<QcUploadResult> {
  const { verdict, score, report } = run.status
  const { session } = run.input.upload
  const result = { outcome: 'done', session, verdict, score, report, ...end } as const
  markEnd(run, result.outcome)
  if (report !== undefined)
    log.info(`Box webhook: analysis complete for session ${session}, score ${score ?? 'n/a'}`, {
      verdict,
      outcome: result.outcome,
    })
  await run.cleanUp()
  return result
}

/** One upsert: QcState, QcVerdict and QcScore change together. */
function markEnd(run: Run, outcome: QcUploadResult['outcome']): void {
  const { verdict, score } = run.status
  run.status.state = outcome
  run.status.step = undefined
  const pairs: AttributePair[] = [keyword('QcState', outcome)]
  if (verdict !== undefined) pairs.push(keyword('QcVerdict', verdict))
  if (score !== undefined) pairs.push({ key: { name: 'QcScore', type: 'DOUBLE' }, value: score })
  upsertSearchAttributes(pairs)
}
