import { createServer } from 'node:http'
import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BoxClient, BoxJwtAuth, JwtConfig } from 'box-node-sdk'
import { BaseUrls, BoxRetryStrategy, NetworkSession } from 'box-node-sdk/networking'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'

type Json = Record<string, unknown>

/** Box's own SDK, pointed at the simulated Box; as the service account, or as a user. */
export function sdkFor(
  box: SimulatedBox,
  options: { userId?: string; jwtConfigFile?: string } = {},
): BoxClient {
  const auth = new BoxJwtAuth({
    config: JwtConfig.fromConfigFile(options.jwtConfigFile ?? box.jwtConfigFile),
  })
  const networkSession = new NetworkSession({
    baseUrls: new BaseUrls({ baseUrl: box.apiUrl, uploadUrl: box.uploadUrl, oauth2Url: box.oauthUrl }),
    retryStrategy: new BoxRetryStrategy({ maxAttempts: 2, retryBaseInterval: 0.01 }),
  })
  return new BoxClient({
    auth: options.userId === undefined ? auth : auth.withUserSubject(options.userId),
    networkSession,
  })
}

export interface Heard {
  status: number
  headers: Headers
  text: string
  body: Json
}

/** A raw call, for what the SDK hides: statuses, headers, error bodies. */
export function rawCaller(box: SimulatedBox, userId: string, appId?: string) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Heard> => {
    const token = await box.control.token(userId, appId)
    const response = await fetch(`${box.apiUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return heard(response)
  }
}

export async function heard(response: Response): Promise<Heard> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? (JSON.parse(text) as Json) : {},
  }
}

/** A multipart upload with the parts in the given order. */
export async function rawUpload(
  box: SimulatedBox,
  userId: string,
  parts: {
    attributes?: unknown
    content?: string | Buffer
    contentFirst?: boolean
    headers?: Record<string, string>
    fileId?: string
    appId?: string
  },
): Promise<Heard> {
  const token = await box.control.token(userId, parts.appId)
  const form = new FormData()
  const attributes = () =>
    parts.attributes !== undefined && form.append('attributes', JSON.stringify(parts.attributes))
  if (!parts.contentFirst) attributes()
  if (parts.content !== undefined) form.append('file', new Blob([parts.content]), 'file')
  if (parts.contentFirst) attributes()
  const path = parts.fileId === undefined ? 'files/content' : `files/${parts.fileId}/content`
  const headers = { authorization: `Bearer ${token}`, ...parts.headers }
  return heard(await fetch(`${box.uploadUrl}/2.0/${path}`, { method: 'POST', headers, body: form }))
}

export interface ReceivedDelivery {
  headers: IncomingHttpHeaders
  body: string
}

/** A gateway that keeps what it hears and answers as told. */
export async function startReceiver(answer: (count: number) => number | 'never' = () => 200) {
  const received: ReceivedDelivery[] = []
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
      const status = answer(received.length)
      if (status === 'never') return
      response.statusCode = status
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, stop }
}

export const gatewayOrigin = 'https://gateway.sandbox.example'
export const gatewayAddress = `${gatewayOrigin}/box/webhook`

/** The usual small context: a client's two folders, her uploader, and our service account as editor. */
export async function seedClient(box: SimulatedBox, name = 'acme') {
  const { users, folders } = await box.control.seed({
    users: [{ key: `${name}-anna`, name: 'Anna Ahlers' }],
    folders: [
      { key: 'top', name: `AI-QC ${name}` },
      { key: 'incoming', name: 'INCOMING', parent: 'top' },
      { key: 'reports', name: 'REPORTS', parent: 'top' },
    ],
    collaborations: [
      { folder: 'incoming', user: `${name}-anna`, role: 'editor' },
      { folder: 'incoming', user: 'serviceAccount', role: 'editor' },
      { folder: 'reports', user: 'serviceAccount', role: 'editor' },
    ],
  })
  const id = (ids: Record<string, string>, key: string) => ids[key] ?? ''
  return {
    anna: id(users, `${name}-anna`),
    top: id(folders, 'top'),
    incoming: id(folders, 'incoming'),
    reports: id(folders, 'reports'),
  }
}
