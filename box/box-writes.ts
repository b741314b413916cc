import type { BoxClient } from 'box-node-sdk'
import { DeleteFileByIdHeaders } from 'box-node-sdk/managers'

import { asBoxFile, asBoxFolder, fileFields } from './as-box-item'
import type { Box } from './box'
import { callBox } from './call-box'
import { uploadFile, uploadVersion } from './upload-file'

type Writes = Pick<
  Box,
  'createFolder' | 'uploadFile' | 'uploadVersion' | 'moveFile' | 'setTags' | 'deleteFile'
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
    moveFile: ({ id, etag }, { parentId, name }, signal) =>
      callBox(`move file ${id} to folder ${parentId} as ${name}`, signal, () =>
        updateFile(client, id, { name, parent: { id: parentId } }, { signal, ifMatch: etag }),
      ),
    setTags: (fileId, tags, signal) =>
      callBox(`tag file ${fileId}`, signal, () => updateFile(client, fileId, { tags }, { signal })),
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
  requestBody: { name?: string; parent?: { id: string }; tags?: string[] },
  { signal, ifMatch }: { signal?: AbortSignal; ifMatch?: string },
) {
  const request = { requestBody, queryParams: { fields: fileFields }, headers: { ifMatch } }
  return asBoxFile(await files.updateFileById(fileId, { ...request, cancellationToken: signal }))
}
