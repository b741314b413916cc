import { setTimeout as wait } from 'node:timers/promises'
import { connect } from 'node:net'

import { phpJson, rfc3339, signedHeaders, uploadBody } from './box-delivery'

/** What goes over one connection, and what the gateway may answer: never a 2xx. */
export interface BadDelivery {
  kind: string
  pieces: Buffer[]
  /** Between two pieces. */
  pauseMs: number
  /** The sender closes its side after the last piece. */
  isCut: boolean
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number
type Headers = Record<string, string>

const pick = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
const idOf = (random: Random) => String(Math.floor(random() * 1e12) + 1)
const agoOf = (ms: number) => rfc3339(new Date(Date.now() - ms))

/** The body of an upload that the gateway would start a run for. */
export function goodBody(random: Random, folderId: string): string {
  const fileId = idOf(random)
  return phpJson(uploadBody({ fileId, versionId: `8${fileId}`, folders: [{ id: folderId, name: 'IN' }] }))
}

function request(body: Buffer | string, headers: Headers, line = 'POST /box/webhook HTTP/1.1'): Buffer {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${line}\r\nhost: x\r\n${head.join('')}\r\n`), Buffer.from(body)])
}

const sized = (body: Buffer | string, headers: Headers) => ({
  ...headers,
  'content-length': String(Buffer.byteLength(body)),
})

const inOnePiece = (kind: string, piece: Buffer): BadDelivery => ({
  kind,
  pieces: [piece],
  pauseMs: 0,
  isCut: false,
})

/** Signed with our keys, unless the kind is about the signature. */
const makers: Record<string, (random: Random, folderId: string) => Omit<BadDelivery, 'kind'>> = {
  forged: (random, folderId) => {
    const body = goodBody(random, folderId)
    const keys = { primary: `forged ${random()}`, secondary: `forged ${random()}` }
    return inOnePiece('', request(body, sized(body, signedHeaders(body, { keys }))))
  },
  changed: (random, folderId) => {
    const body = goodBody(random, folderId)
    const changed = Buffer.from(body)
    const at = Math.floor(random() * changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 7))
    return inOnePiece('', request(changed, sized(changed, signedHeaders(body))))
  },
  stale: (random, folderId) => {
    const body = goodBody(random, folderId)
    const timestamp = agoOf(601_000 + random() * 1e10)
    return inOnePiece('', request(body, sized(body, signedHeaders(body, { timestamp }))))
  },
  fromTheFuture: (random, folderId) => {
    const body = goodBody(random, folderId)
    const timestamp = agoOf(-62_000 - random() * 1e10)
    return inOnePiece('', request(body, sized(body, signedHeaders(body, { timestamp }))))
  },
  replayedWithANewTime: (random, folderId) => {
    const body = goodBody(random, folderId)
    const old = signedHeaders(body, { timestamp: agoOf(3_600_000) })
    return inOnePiece('', request(body, sized(body, { ...old, 'box-delivery-timestamp': agoOf(0) })))
  },
  withoutAHeader: (random, folderId) => {
    const body = goodBody(random, folderId)
    const headers: Headers = signedHeaders(body)
    const dropped = pick(random, [
      'box-signature-version',
      'box-signature-algorithm',
      'box-delivery-timestamp',
    ])
    const left = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== dropped))
    return inOnePiece('', request(body, sized(body, left)))
  },
  truncated: (random, folderId) => {
    const body = goodBody(random, folderId)
    const whole = request(body, sized(body, signedHeaders(body)))
    return {
      pieces: [whole.subarray(0, whole.length - 1 - Math.floor(random() * 400))],
      pauseMs: 0,
      isCut: true,
    }
  },
  truncatedButMeasured: (random, folderId) => {
    const body = goodBody(random, folderId)
    const cut = body.slice(0, body.length - 1 - Math.floor(random() * 400))
    return inOnePiece('', request(cut, sized(cut, signedHeaders(body))))
  },
  oversized: (random, folderId) => {
    const body = goodBody(random, folderId).replace(
      '"description":""',
      `"description":"${'x'.repeat(70_000)}"`,
    )
    return inOnePiece('', request(body, sized(body, signedHeaders(body))))
  },
  slowDrip: (random, folderId) => {
    const body = goodBody(random, folderId)
    const whole = request(body, sized(body, signedHeaders(body)))
    const head = whole.subarray(0, whole.length - body.length)
    const drops = Array.from({ length: 40 }, (_, at) =>
      whole.subarray(head.length + at, head.length + at + 1),
    )
    return { pieces: [head, ...drops], pauseMs: 50, isCut: false }
  },
  nested: (random) => {
    const depth = 1_000 + Math.floor(random() * 9_000)
    const body = random() < 0.5 ? '['.repeat(depth) + ']'.repeat(depth) : '{"a":'.repeat(depth)
    return inOnePiece('', request(body, sized(body, signedHeaders(body))))
  },
  wrongCharset: (random, folderId) => {
    const text = goodBody(random, folderId).replace('poster.jpg', 'Grüße.jpg')
    const body = Buffer.from(text, random() < 0.5 ? 'utf16le' : 'latin1')
    const headers: Headers = { ...signedHeaders(body), 'content-type': 'application/json; charset=utf-16' }
    return inOnePiece('', request(body, sized(body, headers)))
  },
  smuggledInTheBody: (random, folderId) => {
    const inner = goodBody(random, folderId)
    const innerRequest = request(inner, sized(inner, signedHeaders(inner)))
    const forged = signedHeaders(inner, { keys: { primary: 'forged' } })
    return inOnePiece('', request(innerRequest, sized(innerRequest, forged)))
  },
  smuggledByLength: (random, folderId) => {
    const body = goodBody(random, folderId)
    const ways: Headers[] = [
      { 'content-length': '0', 'transfer-encoding': 'chunked' },
      { 'content-length': `${Buffer.byteLength(body)}, 5` },
      { 'transfer-encoding': 'chunked, identity' },
      { 'content-length': '+7' },
      { 'content-length': '-1' },
    ]
    return inOnePiece('', request(body, { ...signedHeaders(body), ...pick(random, ways) }))
  },
  pipelined: (random, folderId) => {
    const requests = Array.from({ length: 3 }, () => {
      const body = goodBody(random, folderId)
      return request(body, sized(body, signedHeaders(body, { keys: { primary: `forged ${random()}` } })))
    })
    return inOnePiece('', Buffer.concat(requests))
  },
  noise: (random) => ({
    pieces: [Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256)))],
    pauseMs: 0,
    isCut: true,
  }),
}

export const badKinds = Object.keys(makers)

/** `count` bad deliveries, the kinds in turn. */
export function badDeliveries(count: number, seed: number, folderId: string): BadDelivery[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, index) => {
    const kind = badKinds[index % badKinds.length] ?? ''
    return { ...makers[kind]!(random, folderId), kind }
  })
}

/** Sends it. Returns the statuses that were received before the connection ended or became silent. */
export async function send({ pieces, pauseMs, isCut }: BadDelivery, port: number): Promise<number[]> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const isAnswered = new Promise<void>((resolve) =>
    socket
      .on('error', () => undefined)
      .on('data', (data: Buffer) => {
        answer += data.toString('latin1')
        resolve()
      }),
  )
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await wait(pauseMs)
    if (socket.destroyed) break
    socket.write(piece)
  }
  if (isCut) socket.end()
  await Promise.race([isAnswered, ended, wait(5_000, undefined, { ref: false })])
  // A second answer on the same connection would arrive at once.
  await Promise.race([ended, wait(30)])
  socket.destroy()
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
}
