import { Readable } from 'node:stream'
import { BoxClient } from 'box-node-sdk'
import { JwtConfig } from 'box-node-sdk/box'
import { BaseUrls, NetworkSession } from 'box-node-sdk/networking'
import type { Files } from 'box-node-sdk/schemas'

import { asBoxFile, asBoxFolder, asBoxItem, fileFields, folderFields } from './as-box-item'
import type { Box, BoxFile, BoxItem } from './box'
import { BoxError } from './box-error'
import { callBox } from './call-box'
import { openContent } from './open-content'
import { PatientRetryStrategy } from './patient-retry-strategy'
import { SharedTokenAuth } from './shared-token-auth'
import { boxWebhooks } from './box-webhooks'

export interface BoxOptions {
  /** The text of the JWT configuration as Box's developer console exports it. */
  jwtConfig: string
  urls: { api: string; upload: string; oauth: string }
  /** For one request and its answer; of a download, for the wait between two pieces. Default 30 s. */
  timeoutMs?: number
}

/** Asks Box for nothing yet: the token comes with the first call, and is shared by all. */
export function createBox(options: BoxOptions): Box {
  const client = clientFor(options)
  return {
    me: (signal) =>
      callBox('tell who we are', signal, async () => {
        const { id, name, login } = await client.users.getUserMe({}, undefined, signal)
        return { id, name: name ?? '', login: login ?? '' }
      }),
    getFile: (fileId, signal) =>
      callBox(`read file ${fileId}`, signal, async () =>
        asBoxFile(await client.files.getFileById(fileId, { queryParams: { fields: fileFields }, cancellationToken: signal })),
      ),
    getFolder: (folderId, signal) =>
      callBox(`read folder ${folderId}`, signal, async () =>
        asBoxFolder(await client.folders.getFolderById(folderId, { queryParams: { fields: folderFields }, cancellationToken: signal })),
      ),
    listFolder: (folderId, signal) => listFolder(client, folderId, signal),
    openContent: (wanted) => openContent(client, wanted, options.timeoutMs ?? defaultTimeoutMs),
    createFolder: (parentId, name, signal) =>
      callBox(`create folder ${name} in folder ${parentId}`, signal, async () =>
        asBoxFolder(await client.folders.createFolder({ name, parent: { id: parentId } }, { cancellationToken: signal })),
      ),
    uploadFile: (folderId, name, bytes, signal) =>
      callBox(`upload ${name} to folder ${folderId}`, signal, async () => {
        const attributes = { name, parent: { id: folderId } }
        const optionals = { queryParams: { fields: fileFields }, cancellationToken: signal }
        return onlyFile(await client.uploads.uploadFile({ attributes, file: Readable.from([bytes]), ...htmlPart }, optionals))
      }),
    uploadVersion: ({ id, etag, name }, bytes, signal) =>
      callBox(`upload a new version of file ${id}`, signal, async () => {
        const attributes = { name }
        const optionals = { queryParams: { fields: fileFields }, headers: { ifMatch: etag }, cancellationToken: signal }
        return onlyFile(await client.uploads.uploadFileVersion(id, { attributes, file: Readable.from([bytes]), ...htmlPart }, optionals))
      }),
    moveFile: (fileId, { parentId, name }, signal) =>
      callBox(`move file ${fileId} to folder ${parentId} as ${name}`, signal, async () => {
        const requestBody = { name, parent: { id: parentId } }
        return asBoxFile(
          await client.files.updateFileById(fileId, { requestBody, queryParams: { fields: fileFields }, cancellationToken: signal }),
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
      callBox(`delete file ${fileId}`, signal, () => client.files.deleteFileById(fileId, { cancellationToken: signal })),
    webhooks: boxWebhooks(client),
  }
}

/** The name in the multipart header is never the file's: Box takes that from the attributes. */
const htmlPart = { fileFileName: 'report.html', fileContentType: 'text/html' }

const defaultTimeoutMs = 30_000

function clientFor({ jwtConfig, urls, timeoutMs = defaultTimeoutMs }: BoxOptions): BoxClient {
  const session = new NetworkSession({
    baseUrls: new BaseUrls({ baseUrl: urls.api, uploadUrl: urls.upload, oauth2Url: urls.oauth }),
    // Two attempts at least, or an expired token is never replaced.
    retryStrategy: new PatientRetryStrategy({ maxAttempts: 4, retryBaseInterval: 0.25, maxRetriesOnException: 2 }),
    timeoutConfig: { timeoutMs },
  }).withCustomAgentOptions({ keepAlive: true })
  return new BoxClient({ auth: new SharedTokenAuth({ config: JwtConfig.fromConfigJsonString(jwtConfig) }), networkSession: session })
}

/** Pages by marker: offsets end at 300,000 items and skip some while others are moved away. */
async function* listFolder(client: BoxClient, folderId: string, signal?: AbortSignal): AsyncGenerator<BoxItem> {
  let marker: string | undefined
  do {
    const queryParams = { fields: fileFields, usemarker: true, limit: 1000, marker }
    const page = await callBox(`list folder ${folderId}`, signal, () =>
      client.folders.getFolderItems(folderId, { queryParams, cancellationToken: signal }),
    )
    yield* (page.entries ?? []).map(asBoxItem)
    // Absent, null or "" at the end.
    marker = page.nextMarker || undefined
  } while (marker !== undefined)
}

function onlyFile({ entries }: Files): BoxFile {
  const file = entries?.[0]
  if (file !== undefined) return asBoxFile(file)
  throw new BoxError({ kind: 'no_answer', message: 'Box answered an upload without telling the file' })
}
