import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { webAppId } from '../state/model'
import type { SimulatedBoxContext } from '../context'

/**
 * Calls the simulated Box's own API over HTTP, as a user: seeds, the page and the control API use the same
 * routes as everybody, so the same rules apply, the same events fire, and the log shows the calls.
 */
export async function actAs(
  context: SimulatedBoxContext,
  userId: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${tokenFor(context, userId)}`, 'content-type': 'application/json' }
  const response = await fetch(`${context.addresses.apiUrl}${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return answerOf(response)
}

export interface UploadAs {
  userId: string
  /** Into this folder, or as a new version of that file. */
  folderId?: string
  fileId?: string
  name: string
  content: Readable
}

/** A multipart upload, streamed. */
export async function uploadAs(
  context: SimulatedBoxContext,
  { userId, folderId, fileId, name, content }: UploadAs,
): Promise<unknown> {
  const boundary = randomUUID()
  const attributes = fileId === undefined ? { name, parent: { id: folderId } } : { name }
  const path = fileId === undefined ? '/2.0/files/content' : `/2.0/files/${fileId}/content`
  const headers = {
    authorization: `Bearer ${tokenFor(context, userId)}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  }
  // `fetch` can read a whole stream ahead into memory; this reads no faster than the disk.
  const sending = request(`${context.addresses.uploadUrl}${path}`, { method: 'POST', headers, agent: false })
  const answering = new Promise<IncomingMessage>((resolve, reject) =>
    sending.on('response', resolve).on('error', reject),
  )
  const [answer] = await Promise.all([
    answering,
    pipeline(Readable.from(multipart(boundary, attributes, content)), sending),
  ])
  return parsed(answer.statusCode ?? 0, await text(answer))
}

export function readFileContent(path: string): Readable {
  return createReadStream(path)
}

/** The bytes of a file, as this user downloads it. */
export async function downloadAs(
  context: SimulatedBoxContext,
  userId: string,
  fileId: string,
  versionId?: string,
): Promise<Response> {
  const version = versionId === undefined ? '' : `?version=${versionId}`
  return fetch(`${context.addresses.apiUrl}/2.0/files/${fileId}/content${version}`, {
    headers: { authorization: `Bearer ${tokenFor(context, userId)}` },
  })
}

/** People use Box's own web app, service accounts their own application. */
export function tokenFor(context: SimulatedBoxContext, userId: string, appId?: string): string {
  const own = [...context.store.apps.values()].find(({ serviceAccountId }) => serviceAccountId === userId)
  return context.tokens.issue({ userId, appId: appId ?? own?.id ?? webAppId })
}

/** An error answer of the simulated Box. */
export class RejectedByBox extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`the simulated Box answered ${status}: ${JSON.stringify(body)}`)
  }
}

async function answerOf(response: Response): Promise<unknown> {
  return parsed(response.status, await response.text())
}

function parsed(status: number, answer: string): unknown {
  const body: unknown = answer === '' ? undefined : JSON.parse(answer)
  if (status >= 400) throw new RejectedByBox(status, body)
  return body
}

async function* multipart(boundary: string, attributes: unknown, content: Readable): AsyncGenerator<Buffer> {
  const disposition = 'content-disposition: form-data'
  yield Buffer.from(
    `--${boundary}\r\n${disposition}; name="attributes"\r\n\r\n${JSON.stringify(attributes)}\r\n`,
  )
  yield Buffer.from(
    `--${boundary}\r\n${disposition}; name="file"; filename="file"\r\ncontent-type: ` +
      'application/octet-stream\r\n\r\n',
  )
  for await (const chunk of content) yield Buffer.from(chunk)
  yield Buffer.from(`\r\n--${boundary}--\r\n`)
}
