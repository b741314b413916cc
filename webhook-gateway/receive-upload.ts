import { type ArrivedFile, type IncomingFolder, matchUpload } from '../runs/match-upload'
import type { StartUpload } from '../runs/start-upload'
import type { Logger } from './logger'
import { Refusal } from './refusal'
import type { UnmatchedUploads } from './unmatched-uploads'

export type FindIncomingFolder = (folderId: string) => (IncomingFolder & { problem?: string }) | undefined

export interface UploadDeps {
  /** The settings of an INCOMING folder as they are now; undefined for any other folder. */
  findIncomingFolder: FindIncomingFolder
  startUpload: StartUpload
  unmatchedUploads: Pick<UnmatchedUploads, 'remember'>
  logger: Logger
}

/** The body of a 200. */
export interface DeliveryAnswer {
  result: 'accepted' | 'ignored' | 'alert'
  reason: string
  session?: string
}

/** Starts the run of an upload, ignores it, or remembers it until a client has its folder. */
export async function receiveUpload(
  deps: UploadDeps,
  file: ArrivedFile,
  logFields: object,
): Promise<DeliveryAnswer> {
  const { fileId } = file
  const fields = { fileId, ...logFields }
  if (file.folders.length === 0) {
    deps.logger.warn(fields, 'Box webhook: the event names no folder; the sweep will find the file')
    return { result: 'ignored', reason: 'no_folder' }
  }
  const match = matchUpload(file, deps.findIncomingFolder)
  if ('ignored' in match) {
    if (match.ignored === 'unknown_folder') await remember(deps, file, fields, match.message)
    else deps.logger.info(fields, match.message)
    return { result: 'ignored', reason: match.ignored }
  }
  const { problem } = match.folder
  if (problem !== undefined)
    deps.logger.warn(
      { clientId: match.upload.clientId, problem },
      'Box webhook: configuration needs attention',
    )
  await deps.startUpload(match.upload).catch((cause: unknown) => {
    throw new Refusal('temporal_unavailable', 'the run could not be stored, please deliver again', { cause })
  })
  const { session, clientId, profileId } = match.upload
  deps.logger.info(
    logFields,
    `Box webhook: dispatching session=${session} client=${clientId} profile=${profileId} file_id=${fileId}`,
  )
  return { result: 'accepted', reason: 'upload', session }
}

async function remember(deps: UploadDeps, file: ArrivedFile, fields: object, message: string): Promise<void> {
  const isRemembered = await deps.unmatchedUploads.remember(file).catch((cause: unknown) => {
    throw new Refusal('not_remembered', 'the upload could not be stored, please deliver again', { cause })
  })
  deps.logger.warn(fields, message)
  if (!isRemembered)
    deps.logger.error(fields, 'Box webhook: too many uploads without a client; the sweep will find this one')
}
