import { Readable } from 'node:stream'
import type { BoxClient } from 'box-node-sdk'
import type { Files } from 'box-node-sdk/schemas'

import { asBoxFile, asBoxFolder, fileFields } from './as-box-item'
import type { Box, BoxFile } from './box'
import { BoxError } from './box-error'
import { callBox } from './call-box'

type Writes = Pick<
  Box,
  'createFolder' | 'uploadFile' | 'uploadVersion' | 'moveFile' | 'setTags' | 'deleteFile'
>

/** The calls that change something in Box. */
export function boxWrites(client: BoxClient): Writes {
  return {
    createFolder: (parentId, name, signal) =>
      callBox(`create folder ${name} in folder ${parentId}`, signal, async () =>
        asBoxFolder(
          await client.folders.createFolder(
            { name, parent: { id: parentId } },
            { cancellationToken: signal },
          ),
        ),
      ),
    uploadFile: (folderId, name, bytes, signal) =>
      callBox(`upload ${name} to folder ${folderId}`, signal, async () => {
        const attributes = { name, parent: { id: folderId } }
        const optionals = { queryParams: { fields: fileFields }, cancellationToken: signal }
        return onlyFile(
          await client.uploads.uploadFile(
            { attributes, file: Readable.from([bytes]), ...htmlPart },
            optionals,
          ),
        )
      }),
    uploadVersion: ({ id, etag, name }, bytes, signal) =>
      callBox(`upload a new version of file ${id}`, signal, async () => {
        const attributes = { name }
        const optionals = {
          queryParams: { fields: fileFields },
          headers: { ifMatch: etag },
          cancellationToken: signal,
        }
        return onlyFile(
          await client.uploads.uploadFileVersion(
            id,
            { attributes, file: Readable.from([bytes]), ...htmlPart },
            optionals,
          ),
        )
      }),
    moveFile: (fileId, { parentId, name }, signal) =>
      callBox(`move file ${fileId} to folder ${parentId} as ${name}`, signal, async () => {
        const requestBody = { name, parent: { id: parentId } }
        return asBoxFile(
          await client.files.updateFileById(fileId, {
            requestBody,
            queryParams: { fields: fileFields },
            cancellationToken: signal,
          }),
        )
      }),
    setTags: (fileId, tags, signal) =>
      callBox(`tag file ${fileId}`, signal, async () =>
        asBoxFile(
          await client.files.updateFileById(fileId, {
            requestBody: { tags },
            queryParams: { fields: fileFields },
            cancellationToken: signal,
          }),
        ),
      ),
    deleteFile: (fileId, signal) =>
      callBox(`delete file ${fileId}`, signal, () =>
        client.files.deleteFileById(fileId, { cancellationToken: signal }),
      ),
  }
}

/** The name in the multipart header is never the file's: Box takes that from the attributes. */
const htmlPart = { fileFileName: 'report.html', fileContentType: 'text/html' }

function onlyFile({ entries }: Files): BoxFile {
  const file = entries?.[0]
  if (file !== undefined) return asBoxFile(file)
  throw new BoxError({ kind: 'no_answer', message: 'Box answered an upload without telling the file' })
}
