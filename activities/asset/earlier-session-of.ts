import type { Upload } from '../../workflows/contract'
import type { Box, BoxFile } from '../../box/box'

/**
 * The session of an earlier version, when the name begins with it. The input may lack it: Box may announce a
 * new version while the old version's move is in flight. A session ends with the last digits of its version.
 */
export async function earlierSessionOf(
  box: Box,
  upload: Upload,
  { id, name }: BoxFile,
  signal: AbortSignal,
): Promise<string | undefined> {
  const known = upload.earlierSessions.find((session) => name.startsWith(`${session}_`))
  const [, session, versionEnd] = /^(\d{8}T\d{6}Z-(\d{1,6})(?:-\d+)?)_/.exec(name) ?? []
  if (known !== undefined || versionEnd === undefined) return known
  const past = await box.pastVersionIds(id, signal)
  return past.some((versionId) => versionId !== upload.versionId && versionId.slice(-6) === versionEnd)
    ? session
    : undefined
}
