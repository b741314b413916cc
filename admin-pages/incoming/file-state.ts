import type { RunSummary } from '../../runs/find-run'
import { type ArrivedFile, matchUpload } from '../../runs/match-upload'
import { abandonedTag, isArchived, workflowIdFor } from '../../workflows/contract'
import type { PagesDeps } from '../deps'
import { causeTitle } from '../runs/run-words'
import type { IncomingFile } from './incoming-files'

export interface FileState {
  kind: 'idle' | 'skipped' | 'run'
  /** Why the file is still in INCOMING, for a person. */
  reason: string
  /** The open run of this version. */
  run?: RunSummary
}

/** Why a file is in INCOMING. `runs`: the open ones by workflow id, without the suffix of later attempts. */
export function fileState(
  found: IncomingFile,
  runs: ReadonlyMap<string, RunSummary>,
  deps: Pick<PagesDeps, 'config' | 'now'>,
): FileState {
  const { file } = found
  const match = matchUpload(arrivedFile(found, deps.now()), deps.config.incomingFolders.find)
  if ('ignored' in match) return { kind: 'skipped', reason: whySkipped(found, deps) }
  const { upload, folder } = match
  const run = runs.get(workflowIdFor(upload))
  if (run !== undefined) return { kind: 'run', reason: runReason(run), run }
  if (file.tags.includes(abandonedTag(file.versionId)))
    return {
      kind: 'skipped',
      reason: `A person abandoned this version. To check it all the same: admin-cli runs start ${file.id}`,
    }
  if (isArchived(file, found.folders))
    return {
      kind: 'skipped',
      reason: `It was checked and is archived here. To check it again: admin-cli runs rerun ${file.id}`,
    }
  if (folder.extensions === undefined)
    return {
      kind: 'idle',
      reason: `No run. The profile ${folder.profileId} is missing, so a run would park.`,
    }
  const { maxBytes } = deps.config.profiles().get(folder.profileId) ?? {}
  if (maxBytes !== undefined && file.sizeBytes > maxBytes)
    return { kind: 'idle', reason: 'No run. It is larger than its profile allows: the report will say so.' }
  return { kind: 'idle', reason: 'No run. The next sweep starts one, unless the file has just arrived.' }
}

export function arrivedFile({ file, folders }: IncomingFile, now: Date): ArrivedFile {
  const { id: fileId, versionId, name, sha1, sizeBytes } = file
  return { fileId, versionId, name, sha1, sizeBytes, folders, eventTime: now.toISOString() }
}

function runReason({ state, step, errorType }: RunSummary): string {
  return state === 'needs_attention'
    ? `Needs attention at ${step}: ${causeTitle(errorType)}`
    : 'A run is open.'
}

/** The extension decides; perhaps another profile of the client takes it. */
function whySkipped({ file, folders }: IncomingFile, { config }: Pick<PagesDeps, 'config'>): string {
  const folder = config.incomingFolders.find(folders[0]?.id ?? '')
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase()
  const what = extension === undefined ? 'Files without an extension are' : `.${extension} is`
  const others = (config.clients().get(folder?.clientId ?? '')?.profiles ?? []).filter(
    (id) => extension !== undefined && config.profiles().get(id)?.extensions.includes(extension) === true,
  )
  const hint = others.length === 0 ? '' : ` The client's profile ${others.join(', ')} takes it.`
  return `Skipped: ${what} not checked by the profile ${folder?.profileId ?? 'of this folder'}.${hint}`
}
