import { isBoxError } from '../box/box-error'
import type { SkipReason, SweepInput, SweepResult } from '../workflows/scheduled/sweep-incoming'
import { isProcessed, type Upload, workflowIdFor } from '../workflows/contract'
import type { Dependencies } from './asset/dependencies'
import { changedAt, findIdle } from './asset/find-idle'
import type { Activity, Work } from './worker/as-activity'

const maxExamples = 50

/**
 * Finds files in INCOMING without a live run and starts one for each, up to `maxStarts`. It repairs lost
 * deliveries, outages, renamed files, folders that were configured late and access that was revoked for a
 * while. Safe to repeat and beside the webhook: the workflow id is the same, the location of a file is looked
 * up again right before its start, and a run looks at Box before it works.
 */
export function createSweepIncoming(deps: Dependencies): Activity<[SweepInput], SweepResult> {
  return async (work, input) => {
    const result = emptyResult()
    const idle = await findIdle({
      deps,
      input,
      result,
      signal: work.signal,
      maxKept: Math.max(maxLooks(input), maxExamples),
    })
    if (input.isDryRun) idle.forEach((upload) => addExample(result, upload))
    else await startAll(deps, input, idle, result, work)
    logResult(deps, result)
    deps.counts.sweepEnded(result.started, result.problems.length)
    if (!input.isDryRun && input.clientId === undefined) await countStalled(deps)
    return result
  }
}

/** Files that left the folder or have a run cost a look too, but start nothing. */
function maxLooks({ maxStarts }: SweepInput): number {
  return 2 * maxStarts
}

async function startAll(
  deps: Dependencies,
  input: SweepInput,
  idle: Upload[],
  result: SweepResult,
  { signal, onProgress }: Work,
): Promise<void> {
  for (const upload of idle.slice(0, maxLooks(input))) {
    if (result.started >= input.maxStarts) return
    signal.throwIfAborted()
    const obstacle = await startOne(deps, upload, result, signal)
    result.waiting -= 1
    if (obstacle !== undefined) result.skipped[obstacle] = (result.skipped[obstacle] ?? 0) + 1
    onProgress({ started: result.started, waiting: result.waiting })
  }
}

/** Returns why nothing was started. */
async function startOne(
  deps: Dependencies,
  upload: Upload,
  result: SweepResult,
  signal: AbortSignal,
): Promise<SkipReason | undefined> {
  if (await deps.sweep.isGivenUp(upload)) return 'given_up'
  result.boxCalls += 1
  const file = await findThere(deps, upload, signal)
  if (file === undefined) return 'moved'
  if (!(await deps.sweep.startIdle(upload, changedAt(file)))) return 'live'
  result.started += 1
  addExample(result, upload)
  deps.logger.info(
    { session: upload.session, clientId: upload.clientId, fileId: upload.fileId },
    `sweep: started a run for file_id=${upload.fileId}, which had none`,
  )
  return undefined
}

/** A run may have closed between the listing and the look at the runs: then it has moved the file. */
async function findThere({ box }: Dependencies, upload: Upload, signal: AbortSignal) {
  try {
    const file = await box.getFile(upload.fileId, signal)
    const { isTrashed, versionId, ancestors } = file
    const index = ancestors.findIndex(({ id }) => id === upload.incomingFolderId)
    const isThere = !isTrashed && versionId === upload.versionId && index >= 0
    return isThere && !isProcessed(file, ancestors.slice(index)) ? file : undefined
  } catch (error) {
    if (isBoxError(error, 'not_found', 'trashed', 'forbidden')) return undefined
    throw error
  }
}

function emptyResult(): SweepResult {
  return {
    ...{ folders: 0, files: 0, boxCalls: 0, started: 0, waiting: 0, isComplete: true },
    ...{ skipped: {}, examples: [], problems: [] },
  }
}

function addExample({ examples }: SweepResult, upload: Upload): void {
  const { clientId, fileId, name } = upload
  if (examples.length < maxExamples)
    examples.push({ clientId, fileId, name, workflowId: workflowIdFor(upload) })
}

/** Nothing but a person moves them on. */
async function countStalled({ sweep, counts, logger }: Dependencies): Promise<void> {
  try {
    const stalled = await sweep.stalledRuns()
    counts.runsStalled(stalled.length)
    if (stalled.length === 0) return
    const examples = stalled.slice(0, 10)
    logger.error({ examples }, `sweep: Temporal has lost the workflow task of ${stalled.length} runs`)
  } catch (error) {
    logger.warn({ error }, 'sweep: Temporal was not asked for stalled runs')
  }
}

function logResult({ logger }: Dependencies, { examples: _, problems, ...counts }: SweepResult): void {
  logger.info(counts, `sweep: ${counts.started} runs started, ${counts.waiting} files wait`)
  for (const { clientId, folderId, message } of problems)
    logger.warn({ clientId, folderId }, `sweep: INCOMING of ${clientId} cannot be read: ${message}`)
}
