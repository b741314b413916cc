import type { BoxFile, BoxItem } from '../box/box'
import { isBoxError } from '../box/box-error'
import { errorTypes } from '../workflows/contract'
import type { PruneInput, PruneResult, PruneSkipReason } from '../workflows/scheduled/prune-reports'
import { printable } from '../workflows/text'
import type { Dependencies, ReportsFolder } from './asset/dependencies'
import { readWhyKept, sessionOfReport, type WhyKept } from './asset/kept-reports'
import type { Activity, Work } from './worker/as-activity'
import { needsPerson } from './worker/outcomes'

const maxListed = 50
/** Then our role is too low, and no report can be deleted. */
const maxRefused = 10
const dayMs = 86_400_000
const itemsPerCall = 1000

/**
 * Moves reports that are older than `olderThanDays` to the trash of Box. A report is a file with the name of
 * one, made by our service account, directly in a configured REPORTS folder or in a sub-folder named after a
 * month, such as `2026-11`. It stays while its run is open or its source is in INCOMING, and when somebody
 * changed it after it was listed.
 */
export function createPruneReports(deps: Dependencies): Activity<[PruneInput], PruneResult> {
  return async (work, input) => {
    // Anybody with access to Temporal can start this workflow.
    if (!Number.isInteger(input.olderThanDays) || input.olderThanDays < 1)
      throw needsPerson(
        `olderThanDays is ${input.olderThanDays}, expected 1 or more`,
        errorTypes.configuration,
      )
    const result = emptyResult()
    const { id: ownId } = await deps.box.me(work.signal)
    const incoming = new Set(deps.sweep.incomingFolders().map(({ folderId }) => folderId))
    for (const folder of inRandomOrder(deps.sweep.reportsFolders())) {
      if (input.clientId !== undefined && folder.clientId !== input.clientId) continue
      // The configuration refuses it. A mistake there must not delete an upload.
      if (incoming.has(folder.folderId)) addProblem(result, folder, 'it is an INCOMING folder')
      else await pruneClient({ deps, input, result, work, ownId, folder })
    }
    logResult(deps, result, input)
    deps.counts.pruneEnded(result.deleted, result.problems.length)
    return result
  }
}

interface Parts {
  deps: Dependencies
  input: PruneInput
  result: PruneResult
  work: Work
  ownId: string
  folder: ReportsFolder
}

async function pruneClient(parts: Parts): Promise<void> {
  const { deps, input, result, work, folder } = parts
  const pending = [folder.folderId]
  let whyKept: WhyKept | undefined
  try {
    for (let listedId = pending.shift(); listedId !== undefined; listedId = pending.shift()) {
      for await (const item of list(parts, listedId)) {
        if (item.type === 'folder' && listedId === folder.folderId && isMonth(item.name))
          pending.push(item.id)
        if (item.type !== 'file') continue
        result.files += 1
        const obstacle = obstacleOf(item, parts, listedId)
        if (obstacle !== undefined) {
          skip(result, obstacle)
          continue
        }
        if (whyKept === undefined) {
          const found = await readWhyKept(deps, folder.clientId, input, result, work.signal)
          if (typeof found === 'string') {
            addProblem(result, folder, found)
            return
          }
          whyKept = found
        }
        const why = whyKept(item.name)
        if (why !== undefined) skip(result, why)
        else if (!(await take(parts, item))) return
      }
    }
  } catch (error) {
    if (!isBoxError(error, 'not_found', 'trashed', 'forbidden')) throw error
    addProblem(result, folder, error.message)
  }
}

/** Ends early at the limit of calls. */
async function* list(
  { deps: { box }, input, result, work: { signal } }: Parts,
  folderId: string,
): AsyncGenerator<BoxItem> {
  result.folders += 1
  let items = 0
  for await (const item of box.listFolder(folderId, signal)) {
    if (items % itemsPerCall === 0) {
      if (result.boxCalls >= input.maxBoxCalls) {
        result.isComplete = false
        return
      }
      result.boxCalls += 1
    }
    items += 1
    yield item
  }
  if (items === 0) result.boxCalls += 1
}

function obstacleOf(
  file: BoxFile,
  { deps, input, ownId }: Parts,
  listedId: string,
): PruneSkipReason | undefined {
  if (sessionOfReport(file.name) === undefined) return 'name'
  if (file.createdById !== ownId) return 'foreign'
  if (file.isTrashed || file.parentId !== listedId) return 'changed'
  return ageMs(file, deps.sweep.now()) < input.olderThanDays * dayMs ? 'young' : undefined
}

/** Since it last changed: a new version of a report is as young as itself. A file without times is young. */
function ageMs({ createdAt, modifiedAt }: BoxFile, now: Date): number {
  const times = [createdAt, modifiedAt].flatMap((time) => (time === undefined ? [] : [Date.parse(time)]))
  return times.length === 0 ? 0 : now.getTime() - Math.max(...times)
}

/** False when the round must not go on with this client. */
async function take(parts: Parts, file: BoxFile): Promise<boolean> {
  const { deps, input, result, work, folder } = parts
  if (input.isDryRun) result.waiting += 1
  else {
    if (result.deleted >= input.maxDeletes) {
      result.waiting += 1
      result.isComplete = false
      return false
    }
    const obstacle = await trash(parts, file)
    if (obstacle !== undefined) {
      skip(result, obstacle)
      return (result.skipped.refused ?? 0) < maxRefused
    }
    result.deleted += 1
    work.onProgress({ deleted: result.deleted })
    const { clientId, folderId } = folder
    deps.logger.info(
      { clientId, fileId: file.id, folderId },
      `prune: moved ${printable(file.name)} to the trash`,
    )
  }
  if (result.examples.length < maxListed)
    result.examples.push({ clientId: folder.clientId, fileId: file.id, name: file.name })
  return true
}

/** The etag changes when somebody moves, renames or replaces the file. */
async function trash(
  { deps, result, work, folder }: Parts,
  { id, etag }: BoxFile,
): Promise<PruneSkipReason | undefined> {
  result.boxCalls += 1
  try {
    await deps.box.deleteFile({ id, etag }, work.signal)
    return undefined
  } catch (error) {
    if (isBoxError(error, 'changed', 'not_found', 'trashed', 'busy')) return 'changed'
    // The SDK drops the body of this answer, so a locked file and a low role look alike.
    if (!isBoxError(error, 'refused', 'forbidden', 'policy', 'scope', 'locked')) throw error
    addProblem(result, folder, error.message)
    return 'refused'
  }
}

/** So that a round that ends at its limit does not always leave out the same clients. */
function inRandomOrder<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, position: Math.random() }))
    .sort((one, other) => one.position - other.position)
    .map(({ value }) => value)
}

function isMonth(name: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(name)
}

function emptyResult(): PruneResult {
  return {
    ...{ folders: 0, files: 0, boxCalls: 0, deleted: 0, waiting: 0, isComplete: true },
    ...{ skipped: {}, examples: [], problems: [] },
  }
}

function skip({ skipped }: PruneResult, reason: PruneSkipReason): void {
  skipped[reason] = (skipped[reason] ?? 0) + 1
}

function addProblem({ problems }: PruneResult, { clientId, folderId }: ReportsFolder, message: string): void {
  if (problems.length < maxListed) problems.push({ clientId, folderId, message })
}

function logResult(
  { logger }: Dependencies,
  { examples: _, problems, ...counts }: PruneResult,
  { isDryRun, olderThanDays }: PruneInput,
): void {
  const what = isDryRun ? `${counts.waiting} reports would go` : `${counts.deleted} reports went`
  logger.info({ ...counts, olderThanDays }, `prune: ${what} to the trash`)
  for (const { clientId, folderId, message } of problems)
    logger.error({ clientId, folderId }, `prune: reports of ${clientId} were not deleted: ${message}`)
}
