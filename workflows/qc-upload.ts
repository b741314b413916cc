import { CancellationScope } from '@temporalio/workflow'

import { closeRun, endEarly } from './close-run'
import type { MoveResult, QcUploadInput, QcUploadResult, Rejection, Report, ReportReceipt } from './contract'
import { reportSuperseded, startNewerVersion } from './newer-version'
import { previewsGone, verdictError } from './problem'
import { Run } from './run'
import { RunEnd } from './run-end'

/**
 * One upload: download, preflight, checks, uploadReport, moveToProcessed. A step that cannot go on parks the
 * run until somebody retries. Before it ends, however it ends, a run answers all deliveries that it received.
 * A withdrawn file fails the run, every other end returns.
 */
export async function qcUpload(input: QcUploadInput): Promise<QcUploadResult> {
  const run = new Run(input)
  try {
    return await (run.mustFinish ? CancellationScope.nonCancellable(() => takeSteps(run)) : takeSteps(run))
  } catch (error) {
    if (!(error instanceof RunEnd)) throw error
    return await CancellationScope.nonCancellable(() => endEarly(run, error))
  }
}

async function takeSteps(run: Run): Promise<QcUploadResult> {
  const { rejection } = await run.download()
  const plan = await run.take('preflight', rejection)
  const report = await run.checks(plan)
  run.endIfCancelled()
  // One unit that no cancel parts: no move without a report, and no report without the move.
  return CancellationScope.nonCancellable(async () => {
    const uploaded = await uploadReport(run, report, rejection)
    const end = await moveToProcessed(run, uploaded)
    return closeRun(run, end)
  })
}

interface Uploaded {
  report: Report
  receipt: ReportReceipt
}

/**
 * A report with the verdict `error` is uploaded too, but not followed by the move: the run parks. The retry
 * plans again, because the profile may be what was corrected.
 */
async function uploadReport(run: Run, first: Report, rejection?: Rejection): Promise<Uploaded> {
  const wait = run.startWaiting('checks')
  for (let report = first; ; report = await run.checks(await run.take('preflight', rejection))) {
    const uploaded = await uploadWithPreviews(run, report, rejection)
    const { newerVersion } = uploaded.receipt
    if (newerVersion !== undefined) {
      await startNewerVersion(run.input, newerVersion)
      throw new RunEnd('superseded', `Version ${newerVersion.versionId} arrived before the move.`)
    }
    if (uploaded.report.verdict !== 'error') return uploaded
    await wait.for(verdictError(uploaded.report))
  }
}

const maxPreviewRounds = 3

/** A host that lost the previews makes them again in the checks, a few times before the run parks. */
async function uploadWithPreviews(run: Run, first: Report, rejection?: Rejection): Promise<Uploaded> {
  const wait = run.startWaiting('uploadReport')
  for (let report = first, round = 1; ; round += 1) {
    const receipt = await run.uploadReport(report)
    if (receipt !== undefined) return { report, receipt }
    if (round % maxPreviewRounds === 0) await wait.for(previewsGone())
    report = await run.checks(await run.take('preflight', rejection))
  }
}

async function moveToProcessed(run: Run, { report, receipt }: Uploaded): Promise<Partial<QcUploadResult>> {
  if (run.input.upload.mode === 'shadow') return { note: 'Shadow mode: the source stays where it is.' }
  const move = await run.take('moveToProcessed', receipt)
  if (move.newerVersion === undefined) return { movedTo: move.name, note: warningOf(move) }
  await startNewerVersion(run.input, move.newerVersion)
  const note = await reportSuperseded(run, report, move.newerVersion)
  return { outcome: 'superseded', movedTo: move.name, note }
}

function warningOf({ location, name }: MoveResult): string | undefined {
  if (location === 'elsewhere')
    return `Warning: another installation moved this file to _PROCESSED as ${name ?? 'another name'}.`
  return location === 'left' ? 'Warning: the source is still in INCOMING.' : undefined
}
