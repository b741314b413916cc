import { sessionIn } from './upload'

/** The folder in each INCOMING to which sources move. Names are case-insensitive in a Box folder. */
export const processedName = '_PROCESSED'

/** What tells whether a file was done and is where our move put it. */
export interface FiledSource {
  name: string
  versionId: string
  /** Who made the last change in Box. */
  modifiedBy?: { login: string }
}

/** `folders`: from INCOMING down to the file's parent. Only the `_PROCESSED` directly in INCOMING is ours. */
export function isInProcessed(folders: readonly { name: string }[]): boolean {
  return folders[1]?.name.toUpperCase() === processedName
}

/**
 * A version that was done, in a sub-folder of INCOMING, and that no person has touched since our move: people
 * rename or move `_PROCESSED` to archive it. A file that a person moves from there has come in again.
 * `folders`: from INCOMING down to the file's parent.
 */
export function isArchived(
  { name, versionId, modifiedBy }: FiledSource,
  folders: readonly { name: string }[],
): boolean {
  const isDone = sessionIn(name)?.versionEnd === versionId.slice(-6)
  return folders.length > 1 && isDone && isServiceAccount(modifiedBy)
}

/** The one rule of what is done, for the sweep and for the run of a delivery. */
export function isProcessed(file: FiledSource, folders: readonly { name: string }[]): boolean {
  return isInProcessed(folders) || isArchived(file, folders)
}

/** Box gives the service account of an app, ours or that of another installation, such a login. */
export function isServiceAccount<P extends { login: string }>(person: P | undefined): person is P {
  return person !== undefined && /^AutomationUser_/i.test(person.login)
}
