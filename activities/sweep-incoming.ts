import type { BoxFile } from '../box/box'
import { isBoxError } from '../box/box-error'
import { type ArrivedFile, type IncomingFolder, matchUpload } from '../runs/match-upload'
import type { SkipReason, SweepInput, SweepResult } from '../workflows/scheduled/sweep-incoming'
import { abandonedTag, type Upload, workflowIdFor } from '../workflows/contract'
import type { Dependencies, SweepDependencies } from './asset/dependencies'
import { type FoundFile, walkIncoming } from './asset/walk-incoming'
import type { Activity, Work } from './worker/as-activity'

const maxExamples = 50

/**
 * Finds files in INCOMING without a live run and starts one for each, up to `maxStarts`. It repairs lost
 * deliveries, outages, renamed files, folders that were configured late and access that was revoked for a
 * while. Safe to repeat and beside the webhook: the workflow id is the same, and the location of a file is
 * looked up again right before its start.
 */
export function createSweepIncoming(deps: Dependencies): Activity<[SweepInput], SweepResult> {
  return async (work, input) => {
    const result = emptyResult()
    const uploads = await findCandidates(deps, input, result, work.signal)
    const idle = await withoutRun(deps.sweep, uploads, result)
    result.waiting = idle.length
    if (input.isDryRun) idle.forEach((upload) => addExample(result, upload))
    else await startAll(deps, input, idle, result, work)
    logResult(deps, result)
    return result
  }
}

async function findCandidates(
  { box, sweep }: Dependencies,
  { clientId, maxBoxCalls, minAgeMs }: SweepInput,
  result: SweepResult,
  signal: AbortSignal,
): Promise<Upload[]> {
  const configured = sweep.incomingFolders()
  const owners = new Map(configured.map((folder) => [folder.folderId, folder]))
  const foreign = new Set([...owners.keys(), ...sweep.reportsFolderIds()])
  const found = walkIncoming({
    box,
    signal,
    maxBoxCalls,
    incomingFolderIds: configured
      .filter((folder) => clientId === undefined || folder.clientId === clientId)
      .map(({ folderId }) => folderId),
    isForeign: (folderId) => foreign.has(folderId),
    walk: result,
    onProblem: (folderId, message) => {
      if (result.problems.length < maxExamples)
        result.problems.push({ clientId: owners.get(folderId)?.clientId ?? '', folderId, message })
    },
  })
  const now = sweep.now()
  const uploads: Upload[] = []
  for await (const one of found) {
    result.files += 1
    const upload = candidate(one, owners, now, minAgeMs)
    if (typeof upload === 'string') skip(result, upload)
    else uploads.push(upload)
  }
  return uploads
}

function candidate(
  { file, folders }: FoundFile,
  owners: ReadonlyMap<string, IncomingFolder>,
  now: Date,
  minAgeMs: number,
): Upload | SkipReason {
  const match = matchUpload(arrived(file, folders, now), (id) => owners.get(id))
  if ('ignored' in match) return 'extension'
  if (file.tags.includes(abandonedTag(file.versionId))) return 'given_up'
  if (ageMs(file, now) < minAgeMs) return 'too_young'
  return { ...match.upload, origin: 'sweep' }
}

function arrived(file: BoxFile, folders: FoundFile['folders'], now: Date): ArrivedFile {
  const { id: fileId, versionId, name, sha1, sizeBytes } = file
  return { fileId, versionId, name, sha1, sizeBytes, folders, eventTime: now.toISOString() }
}

/** By Box's clock against ours: a hint that avoids needless races, nothing more. */
function ageMs({ modifiedAt, createdAt }: BoxFile, now: Date): number {
  const changedAt = modifiedAt ?? createdAt
  return changedAt === undefined ? Infinity : now.getTime() - new Date(changedAt).getTime()
}

/** One look at Temporal's list for each client and mode that has candidates; none when INCOMING is empty. */
async function withoutRun(
  { knownRuns }: SweepDependencies,
  uploads: Upload[],
  result: SweepResult,
): Promise<Upload[]> {
  const groups = new Map<string, Upload[]>()
  for (const upload of uploads) {
    const key = `${upload.clientId} ${upload.mode}`
    groups.set(key, [...(groups.get(key) ?? []), upload])
  }
  const idle: Upload[][] = []
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    const scope = first.mode === 'shadow' ? 'known' : 'live'
    const known = await knownRuns(first.clientId, scope)
    const without = group.filter((upload) => !known.has(workflowIdFor(upload)))
    skip(result, scope, group.length - without.length)
    idle.push(without)
  }
  return inTurns(idle)
}

/** One of each client after the other, so that a large back-fill does not delay the others. */
function inTurns(groups: Upload[][]): Upload[] {
  const longest = Math.max(0, ...groups.map((group) => group.length))
  return Array.from({ length: longest }, (_, index) =>
    groups.flatMap((group) => group.slice(index, index + 1)),
  ).flat()
}

async function startAll(
  deps: Dependencies,
  { maxStarts }: SweepInput,
  idle: Upload[],
  result: SweepResult,
  { signal, onProgress }: Work,
): Promise<void> {
  for (const upload of idle) {
    if (result.started >= maxStarts) return
    signal.throwIfAborted()
    result.waiting -= 1
    result.boxCalls += 1
    if (!(await isStillThere(deps, upload, signal))) skip(result, 'moved')
    else if (!(await deps.sweep.startIdle(upload))) skip(result, 'live')
    else {
      result.started += 1
      addExample(result, upload)
      deps.logger.info(
        { session: upload.session, clientId: upload.clientId, fileId: upload.fileId },
        `sweep: started a run for file_id=${upload.fileId}, which had none`,
      )
    }
    onProgress({ started: result.started, waiting: result.waiting })
  }
}

/** A run may have closed between the listing and the look at the runs: then it has moved the file. */
async function isStillThere({ box }: Dependencies, upload: Upload, signal: AbortSignal): Promise<boolean> {
  try {
    const { isTrashed, versionId, ancestors } = await box.getFile(upload.fileId, signal)
    const index = ancestors.findIndex(({ id }) => id === upload.incomingFolderId)
    const isProcessed = ancestors[index + 1]?.name.toUpperCase() === '_PROCESSED'
    return !isTrashed && versionId === upload.versionId && index >= 0 && !isProcessed
  } catch (error) {
    if (isBoxError(error, 'not_found', 'trashed', 'forbidden')) return false
    throw error
  }
}

function emptyResult(): SweepResult {
  return {
    ...{ folders: 0, files: 0, boxCalls: 0, started: 0, waiting: 0, isComplete: true },
    ...{ skipped: {}, examples: [], problems: [] },
  }
}

function skip({ skipped }: SweepResult, reason: SkipReason, count = 1): void {
  if (count > 0) skipped[reason] = (skipped[reason] ?? 0) + count
}

function addExample({ examples }: SweepResult, upload: Upload): void {
  const { clientId, fileId, name } = upload
  if (examples.length < maxExamples)
    examples.push({ clientId, fileId, name, workflowId: workflowIdFor(upload) })
}

function logResult({ logger }: Dependencies, { examples: _, problems, ...counts }: SweepResult): void {
  logger.info(counts, `sweep: ${counts.started} runs started, ${counts.waiting} files wait`)
  for (const { clientId, folderId, message } of problems)
    logger.warn({ clientId, folderId }, `sweep: INCOMING of ${clientId} cannot be read: ${message}`)
}
