import { BoxClient } from 'box-node-sdk'
import { JwtConfig } from 'box-node-sdk/box'
import { BaseUrls, NetworkSession } from 'box-node-sdk/networking'

import { asBoxFile, asBoxFolder, asBoxItem, fileFields, folderFields } from './as-box-item'
import type { Box, BoxItem } from './box'
import { boxWebhooks } from './box-webhooks'
import { boxWrites } from './box-writes'
import { callBox } from './call-box'
import { LimitedNetworkClient } from './limited-network-client'
import { openContent } from './open-content'
import { PatientRetryStrategy } from './patient-retry-strategy'
import { boxRateLimits, type RateLimits } from './rate-limiter'
import { readThumbnail } from './read-thumbnail'
import { SharedTokenAuth } from './shared-token-auth'

export interface BoxOptions {
  /** The text of the JWT configuration as Box's developer console exports it. */
  jwtConfig: string
  urls: { api: string; upload: string; oauth: string }
  /** For one request with its answer; in a download, between two chunks. Default 30 s. */
  timeoutMs?: number
  /** Default: what Box allows one user. */
  rateLimits?: RateLimits
}

/** Sends no request yet: the first call gets the token, and all calls share it. */
export function createBox(options: BoxOptions): Box {
  const client = clientFor(options)
  return {
    me: (signal) =>
      callBox('read our own user', signal, async () => {
        const { id, name, login } = await client.users.getUserMe({}, undefined, signal)
        return { id, name: name ?? '', login: login ?? '' }
      }),
    getFile: (fileId, signal) =>
      callBox(`read file ${fileId}`, signal, async () =>
        asBoxFile(
          await client.files.getFileById(fileId, {
            queryParams: { fields: fileFields },
            cancellationToken: signal,
          }),
        ),
      ),
    pastVersionIds: (fileId, signal) =>
      callBox(`list the versions of file ${fileId}`, signal, async () => {
        const queryParams = { fields: ['id'], limit: 1000 }
        const { entries = [] } = await client.fileVersions.getFileVersions(fileId, {
          queryParams,
          cancellationToken: signal,
        })
        return entries.map(({ id }) => id)
      }),
    getFolder: (folderId, signal) =>
      callBox(`read folder ${folderId}`, signal, async () =>
        asBoxFolder(
          await client.folders.getFolderById(folderId, {
            queryParams: { fields: folderFields },
            cancellationToken: signal,
          }),
        ),
      ),
    listFolder: (folderId, signal) => listFolder(client, folderId, signal),
    openContent: (wanted) => openContent(client, wanted, options.timeoutMs ?? defaultTimeoutMs),
    thumbnail: (fileId, signal) => readThumbnail(client, fileId, signal),
    ...boxWrites(client),
    webhooks: boxWebhooks(client),
  }
}

const defaultTimeoutMs = 30_000

function clientFor(options: BoxOptions): BoxClient {
  const { jwtConfig, urls, timeoutMs = defaultTimeoutMs, rateLimits = boxRateLimits } = options
  const networkClient = new LimitedNetworkClient(rateLimits, urls.upload)
  const session = new NetworkSession({
    baseUrls: new BaseUrls({ baseUrl: urls.api, uploadUrl: urls.upload, oauth2Url: urls.oauth }),
    // At least two attempts, or an expired token is never replaced.
    retryStrategy: new PatientRetryStrategy(
      { maxAttempts: 4, retryBaseInterval: 0.25, maxRetriesOnException: 2 },
      (url, ms) => networkClient.pause(url, ms),
    ),
    networkClient,
    timeoutConfig: { timeoutMs },
  }).withCustomAgentOptions({ keepAlive: true })
  return new BoxClient({
    auth: new SharedTokenAuth({ config: JwtConfig.fromConfigJsonString(jwtConfig) }),
    networkSession: session,
  })
}

/** By marker: offsets end at 300,000 items, and skip items when others move away meanwhile. */
async function* listFolder(
  client: BoxClient,
  folderId: string,
  signal?: AbortSignal,
): AsyncGenerator<BoxItem> {
  let marker: string | undefined
  do {
    const queryParams = { fields: fileFields, usemarker: true, limit: 1000, marker }
    const page = await callBox(`list folder ${folderId}`, signal, () =>
      client.folders.getFolderItems(folderId, { queryParams, cancellationToken: signal }),
    )
    yield* (page.entries ?? []).map(asBoxItem)
    // At the end it is absent, null or "".
    marker = page.nextMarker || undefined
  } while (marker !== undefined)
}
