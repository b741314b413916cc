import type { FileRef, Upload } from '../../workflows/contract'

export function fileRefOf({ fileId, versionId, sha1, sizeBytes }: Upload): FileRef {
  return { fileId, versionId, sha1, sizeBytes }
}
