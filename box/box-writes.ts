import type { BoxClient } from 'box-node-sdk'
import { DeleteFileByIdHeaders } from 'box-node-sdk/managers'

import { asBoxFile, asBoxFolder, fileFields } from './as-box-item'
import type { Box, BoxPerson, FileText } from './box'
import { callBox } from './call-box'
import { uploadFile, uploadVersion } from './upload-file'

type Writes = Pick<
  Box,
  'createFolder' | 'uploadFile' | 'uploadVersion' | 'moveFile' | 'describeFile' | 'comment' | 'deleteFile'
>

/** The calls that change something in Box. */
export function boxWrites(client: BoxClient): Writes {
  return {
    createFolder: (parentId, name, signal) =>
      callBox(`create folder ${name} in folder ${parentId}`, signal, async () => {
        const request = { name, parent: { id: parentId } }
        return asBoxFolder(await client.folders.createFolder(request, { cancellationToken: signal }))
      }),
    uploadFile: (folderId, name, bytes, signal) =>
      callBox(`upload ${name} to folder ${folderId}`, signal, () =>
        uploadFile(client, { name, parent: { id: folderId } }, bytes, signal),
      ),
    uploadVersion: (file, bytes, signal) =>
      callBox(`upload a new version of file ${file.id}`, signal, () =>
        uploadVersion(client, file, bytes, signal),
      ),
    moveFile: ({ id, etag }, { parentId, ...changes }, signal) =>
      callBox(`move file ${id} to folder ${parentId} as ${changes.name}`, signal, () =>
        updateFile(client, id, { ...changes, parent: { id: parentId } }, { signal, ifMatch: etag }),
      ),
    describeFile: (fileId, text, signal) =>
      callBox(`describe file ${fileId}`, signal, () => updateFile(client, fileId, text, { signal })),
    comment: (fileId, message, mention, signal) =>
      callBox(`comment on file ${fileId}`, signal, async () => {
        const requestBody = { item: { id: fileId, type: 'file' as const }, ...textOf(message, mention) }
        await client.comments.createComment(requestBody, { cancellationToken: signal })
      }),
    deleteFile: (file, signal) => {
      const { id, etag } = typeof file === 'string' ? { id: file, etag: undefined } : file
      return callBox(`delete file ${id}`, signal, () =>
        client.files.deleteFileById(id, {
          headers: new DeleteFileByIdHeaders({ ifMatch: etag }),
          cancellationToken: signal,
        }),
      )
    },
  }
}

async function updateFile(
  { files }: BoxClient,
  fileId: string,
  requestBody: { name?: string; parent?: { id: string } } & FileText,
  { signal, ifMatch }: { signal?: AbortSignal; ifMatch?: string },
) {
  const request = { requestBody, queryParams: { fields: fileFields }, headers: { ifMatch } }
  return asBoxFile(await files.updateFileById(fileId, { ...request, cancellationToken: signal }))
}

/** A name that would end the mention early is left out of it. */
function textOf(message: string, mention: BoxPerson | undefined) {
  if (mention === undefined) return { message }
  return { message, taggedMessage: `@[${mention.id}:${mention.name.replace(/[[\]]/g, '')}] ${message}` }
}
