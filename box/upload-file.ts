import { Readable } from 'node:stream'
import type { BoxClient } from 'box-node-sdk'
import type { Files } from 'box-node-sdk/schemas'

import { asBoxFile, fileFields } from './as-box-item'
import type { BoxFile } from './box'
import { BoxError } from './box-error'

/** Direct upload of a new file: up to 50 MB, in one request. */
export async function uploadFile(
  { uploads }: BoxClient,
  attributes: { name: string; parent: { id: string } },
  bytes: Buffer,
  signal?: AbortSignal,
): Promise<BoxFile> {
  const body = { attributes, file: Readable.from([bytes]), ...htmlPart }
  const queryParams = { fields: fileFields }
  return onlyFile(await uploads.uploadFile(body, { queryParams, cancellationToken: signal }))
}

/** Direct upload of a new version over the one with this etag. */
export async function uploadVersion(
  { uploads }: BoxClient,
  { id, etag, name }: Pick<BoxFile, 'id' | 'etag' | 'name'>,
  bytes: Buffer,
  signal?: AbortSignal,
): Promise<BoxFile> {
  const body = { attributes: { name }, file: Readable.from([bytes]), ...htmlPart }
  const options = {
    queryParams: { fields: fileFields },
    headers: { ifMatch: etag },
    cancellationToken: signal,
  }
  return onlyFile(await uploads.uploadFileVersion(id, body, options))
}

/** Box takes the file's name from the attributes, not from the multipart header. */
const htmlPart = { fileFileName: 'report.html', fileContentType: 'text/html' }

function onlyFile({ entries }: Files): BoxFile {
  const file = entries?.[0]
  if (file !== undefined) return asBoxFile(file)
  throw new BoxError({ kind: 'no_answer', message: 'Box answered an upload without naming the file' })
}
