import { type ArrivedFile, type IncomingFolder, type Match, matchUpload } from './match-upload'
import { processedName, sessionIn } from '../workflows/contract'

/**
 * The upload for one more report of a file that may be in `_PROCESSED` already: with a session of its own, so
 * that the new report is filed beside the old one, and with any extension, because a person chose the file.
 * `eventTime` is now. The move leaves a source alone that is in `_PROCESSED`.
 */
export function rerunUpload<F extends IncomingFolder>(
  file: ArrivedFile,
  findIncomingFolder: (folderId: string) => F | undefined,
  profileId?: string,
): Match<F> {
  const folders = file.folders.filter(({ name }, index) => {
    const parent = file.folders[index - 1]
    const isBelowIncoming = parent !== undefined && findIncomingFolder(parent.id) !== undefined
    return !(isBelowIncoming && name.toUpperCase() === processedName)
  })
  const isMoved = folders.length < file.folders.length
  const prefix = isMoved ? `${sessionIn(file.name)?.session ?? ''}_` : ''
  const name = prefix.length > 1 && file.name.startsWith(prefix) ? file.name.slice(prefix.length) : file.name
  const match = matchUpload({ ...file, name, folders }, (id) => {
    const folder = findIncomingFolder(id)
    return folder === undefined ? undefined : { ...folder, extensions: undefined }
  })
  if ('ignored' in match) return match
  const { upload } = match
  return { ...match, upload: { ...upload, origin: 'rerun', profileId: profileId ?? upload.profileId } }
}
