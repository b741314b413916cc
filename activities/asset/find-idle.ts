import type { BoxFile } from '../../box/box'
import { type ArrivedFile, type IncomingFolder, matchUpload } from '../../runs/match-upload'
import type { SkipReason, SweepInput, SweepResult } from '../../workflows/scheduled/sweep-incoming'
import { abandonedTag, isArchived, type Upload, workflowIdFor } from '../../workflows/contract'
import type { Dependencies, SweepDependencies } from './dependencies'
import { type FoundFile, walkIncoming } from './walk-incoming'

export interface FindIdleOptions {
  deps: Pick<Dependencies, 'box' | 'sweep'>
  input: SweepInput
  /** Counts what is found: folders, files, calls, skipped files, and in `waiting` all files without a run. */
  result: SweepResult
  signal: AbortSignal
  /** Files of one client that are returned; the others are only counted, so that memory stays bounded. */
  maxKept: number
}

const maxProblems = 50

/** Files of INCOMING without a live run. Clients take turns in the list: no back-fill delays another. */
export async function findIdle(options: FindIdleOptions): Promise<Upload[]> {
  const { deps, input, result, maxKept } = options
  const configured = deps.sweep.incomingFolders()
  const owners = new Map(configured.map((folder) => [folder.folderId, folder]))
  const hasRun = createRunLookup(deps.sweep, result)
  const now = deps.sweep.now()
  const idle = new Map<string, Upload[]>()
  for await (const one of walk(options, owners)) {
    result.files += 1
    const upload = candidate(one, owners, now, input.minAgeMs)
    if (typeof upload === 'string') skip(result, upload)
    else if (!(await hasRun(upload))) {
      result.waiting += 1
      const kept = idle.get(upload.clientId) ?? []
      if (kept.length < maxKept) kept.push(upload)
      idle.set(upload.clientId, kept)
    }
  }
  return inTurns([...idle.values()])
}

function walk(
  { deps: { box, sweep }, input: { clientId, maxBoxCalls }, result, signal }: FindIdleOptions,
  owners: ReadonlyMap<string, IncomingFolder>,
): AsyncGenerator<FoundFile> {
  const foreign = new Set([...owners.keys(), ...sweep.reportsFolders().map(({ folderId }) => folderId)])
  const isWanted = (folder: IncomingFolder) => clientId === undefined || folder.clientId === clientId
  return walkIncoming({
    ...{ box, signal, maxBoxCalls, walk: result },
    incomingFolderIds: [...owners].flatMap(([id, folder]) => (isWanted(folder) ? [id] : [])),
    isForeign: (folderId) => foreign.has(folderId),
    onProblem: (folderId, message) => {
      if (result.problems.length < maxProblems)
        result.problems.push({ clientId: owners.get(folderId)?.clientId ?? '', folderId, message })
    },
  })
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
  if (isArchived(file, folders)) return 'archived'
  if (ageMs(file, now) < minAgeMs) return 'too_young'
  return { ...match.upload, origin: 'sweep' }
}

function arrived(file: BoxFile, folders: FoundFile['folders'], now: Date): ArrivedFile {
  const { id: fileId, versionId, name, sha1, sizeBytes } = file
  return { fileId, versionId, name, sha1, sizeBytes, folders, eventTime: now.toISOString() }
}

/** By Box's clock against ours: a hint that avoids needless races, nothing more. */
function ageMs(file: BoxFile, now: Date): number {
  const time = changedAt(file)
  return time === undefined ? Infinity : now.getTime() - new Date(time).getTime()
}

/** By Box's clock: the last upload, move or rename. */
export function changedAt({ modifiedAt, createdAt }: BoxFile): string | undefined {
  return modifiedAt ?? createdAt
}

/**
 * One look at Temporal's list for each client and mode that has candidates; none when INCOMING is empty. When
 * a run starts after the look, Temporal refuses our start.
 */
function createRunLookup({ knownRuns }: SweepDependencies, result: SweepResult) {
  const lists = new Map<string, ReadonlySet<string>>()
  return async (upload: Upload): Promise<boolean> => {
    const { clientId, mode } = upload
    const scope = mode === 'shadow' ? 'known' : 'live'
    const known = lists.get(`${clientId} ${scope}`) ?? (await knownRuns(clientId, scope))
    lists.set(`${clientId} ${scope}`, known)
    const isKnown = known.has(workflowIdFor(upload))
    if (isKnown) skip(result, scope)
    return isKnown
  }
}

function inTurns(groups: Upload[][]): Upload[] {
  const longest = Math.max(0, ...groups.map((group) => group.length))
  return Array.from({ length: longest }, (_, index) =>
    groups.flatMap((group) => group.slice(index, index + 1)),
  ).flat()
}

function skip({ skipped }: SweepResult, reason: SkipReason): void {
  skipped[reason] = (skipped[reason] ?? 0) + 1
}
