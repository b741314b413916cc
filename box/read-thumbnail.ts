import type { BoxClient } from 'box-node-sdk'
import { FetchOptions, type FetchResponse, type Interceptor } from 'box-node-sdk/networking'

import { isBoxError } from './box-error'
import { callBox } from './call-box'

/** A thumbnail of 320 x 320 has some 20 KB. */
const maxBytes = 96 << 10

/**
 * Box's own JPEG of a file's present version, 160 to 320 pixels. Undefined when Box makes none of this kind
 * of file, or shows us no such file. Box redirects to a placeholder on another origin then: it is not
 * followed.
 * https://developer.box.com/reference/get-files-id-thumbnail-id/
 */
export async function readThumbnail(
  client: BoxClient,
  fileId: string,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const options = new FetchOptions({
    ...{ url: `${client.networkSession.baseUrls.baseUrl}/2.0/files/${fileId}/thumbnail.jpg`, method: 'GET' },
    params: { min_width: '160', min_height: '160', max_width: '320', max_height: '320' },
    responseFormat: 'binary',
    networkSession: client.networkSession.withInterceptors([withoutRedirect]),
    cancellationToken: signal,
  })
  try {
    return await callBox(`read the thumbnail of file ${fileId}`, signal, async () =>
      jpegOf(await client.makeRequest(options)),
    )
  } catch (error) {
    if (isBoxError(error, 'not_found', 'trashed')) return undefined
    throw error
  }
}

/** The SDK would follow the redirect and answer with the placeholder. */
const withoutRedirect: Interceptor = {
  beforeRequest: (options) => options,
  afterRequest: (response) => (response.status === 302 ? { ...response, status: 204 } : response),
}

async function jpegOf({ status, content }: FetchResponse): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of content ?? []) {
    if (!Buffer.isBuffer(chunk) || (bytes += chunk.length) > maxBytes) return undefined
    chunks.push(chunk)
  }
  const image = Buffer.concat(chunks)
  return status === 200 && isJpeg(image) ? image : undefined
}

/** Start of image, and the next marker: ITU-T T.81, B.1.1.3. */
function isJpeg(bytes: Buffer): boolean {
  return bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
}
