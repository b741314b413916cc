import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Payload, PayloadCodec } from '@temporalio/common'

import { messageOf } from '../workflows/text'

export interface CodecEndpointOptions {
  codec: PayloadCodec
  /** The only page that may ask: whoever asks reads what is encrypted. */
  webUiOrigin: string
}

const maxBodyBytes = 16 << 20

/** In JSON, bytes are base64. */
interface JsonPayload {
  metadata?: Record<string, string>
  data?: string
}

class BadRequest extends Error {}

/**
 * Temporal's remote codec protocol for the Web UI: `POST /encode` and `POST /decode` with `{ "payloads": […]
 * }`. Has no sign-in: listen on loopback only.
 */
export function createCodecEndpoint({ codec, webUiOrigin }: CodecEndpointOptions): Server {
  return createServer((request, response) => {
    serve(request, response, { codec, webUiOrigin }).catch((error: unknown) => {
      send(response, error instanceof BadRequest ? 400 : 500, { error: messageOf(error) })
    })
  })
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { codec, webUiOrigin }: CodecEndpointOptions,
): Promise<void> {
  if (request.headers.origin !== webUiOrigin) {
    send(response, 403, { error: 'unknown origin' })
    return
  }
  response.setHeader('access-control-allow-origin', webUiOrigin)
  response.setHeader('vary', 'origin')
  const route = `${request.method ?? ''} ${request.url ?? ''}`
  if (request.method === 'OPTIONS') allow(response)
  else if (route === 'POST /encode') send(response, 200, await answer(request, (all) => codec.encode(all)))
  else if (route === 'POST /decode') send(response, 200, await answer(request, (all) => codec.decode(all)))
  else send(response, 404, { error: 'expected POST /encode or POST /decode' })
}

function allow(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': 'content-type, x-namespace, authorization',
    'access-control-max-age': '600',
  })
  response.end()
}

async function answer(
  request: IncomingMessage,
  convert: (payloads: Payload[]) => Promise<Payload[]>,
): Promise<{ payloads: JsonPayload[] }> {
  const payloads = parse(await bodyOf(request)).map(fromJson)
  return { payloads: (await convert(payloads)).map(toJson) }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    bytes += chunk.length
    if (bytes > maxBodyBytes) throw new BadRequest(`expected at most ${maxBodyBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function parse(body: string): JsonPayload[] {
  try {
    const value: unknown = JSON.parse(body)
    const payloads: unknown = typeof value === 'object' && value !== null && Reflect.get(value, 'payloads')
    if (Array.isArray(payloads) && payloads.every(isJsonPayload)) return payloads
  } catch {
    // Answered below.
  }
  throw new BadRequest('expected JSON such as {"payloads":[{"metadata":{},"data":""}]}')
}

function isJsonPayload(value: unknown): value is JsonPayload {
  if (typeof value !== 'object' || value === null) return false
  const metadata: unknown = Reflect.get(value, 'metadata') ?? {}
  const data: unknown = Reflect.get(value, 'data') ?? ''
  return (
    typeof data === 'string' &&
    typeof metadata === 'object' &&
    metadata !== null &&
    Object.values(metadata).every((one) => typeof one === 'string')
  )
}

function fromJson({ metadata = {}, data = '' }: JsonPayload): Payload {
  return {
    metadata: mapValues(metadata, (text) => Buffer.from(text, 'base64')),
    data: Buffer.from(data, 'base64'),
  }
}

function toJson({ metadata, data }: Payload): JsonPayload {
  return { metadata: mapValues(metadata ?? {}, base64), data: base64(data ?? new Uint8Array()) }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function mapValues<A, B>(values: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
