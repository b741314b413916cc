import { once } from 'node:events'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from 'koa'
import type { SimulatedBoxContext } from '../context'
import type { FaultAction } from './faults'
import { meetBefore, openCall } from './serve-call'

/** Plays the download origin: bytes by an unguessable address, ranges, no authorization. */
export async function serveDownload(world: SimulatedBoxContext, ctx: Context): Promise<void> {
  const call = openCall(world, 'download', ctx)
  if (await meetBefore(world, call)) return
  sendFile(world, ctx, call.entry.path, call.bodyFault?.action)
  call.entry.applied = ctx.status < 400
  world.log.decide(call.entry)
}

function sendFile(
  world: SimulatedBoxContext,
  ctx: Context,
  path: string,
  fault: FaultAction | undefined,
): void {
  const ticket = world.downloads.find(path)
  const file = ticket && world.store.file(ticket.fileId)
  const version = file?.versions.find(({ id }) => id === ticket?.versionId)
  if (!version || !(ctx.method === 'GET' || ctx.method === 'HEAD')) {
    ctx.status = 404
    return
  }
  const range = readRange(ctx.get('range'), version.sizeBytes)
  ctx.set({
    'accept-ranges': 'bytes',
    'content-disposition': disposition(version.name),
    'cache-control': 'private',
  })
  if (range === 'unsatisfiable') {
    ctx.status = 416
    ctx.set('content-range', `bytes */${version.sizeBytes}`)
    return
  }
  const { start, end } = range ?? { start: 0, end: version.sizeBytes - 1 }
  ctx.status = range ? 206 : 200
  if (range) ctx.set('content-range', `bytes ${start}-${end}/${version.sizeBytes}`)
  ctx.type = 'application/octet-stream'
  ctx.length = end - start + 1
  if (version.sizeBytes === 0) ctx.body = Buffer.alloc(0)
  else ctx.body = spoil(world.state.contents.read(version.id, { start, end }), ctx, fault)
}

/** One range of bytes; several are answered as a whole, as a server may. */
function readRange(
  header: string,
  sizeBytes: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header)
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const isSuffix = match[1] === ''
  const start = isSuffix ? Math.max(0, sizeBytes - Number(match[2])) : Number(match[1])
  const end = isSuffix || match[2] === '' ? sizeBytes - 1 : Math.min(Number(match[2]), sizeBytes - 1)
  return start > end || start >= sizeBytes ? 'unsatisfiable' : { start, end }
}

function disposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

/** The head still promises everything: the client has to notice by itself. */
function spoil(source: Readable, ctx: Context, action: FaultAction | undefined): Readable {
  if (!action || action.kind === 'hold') return source
  if (action.kind === 'wrongBytes')
    return source.pipe(
      new Transform({ transform: (chunk: Buffer, _encoding, done) => done(null, invert(chunk)) }),
    )
  if (action.kind === 'cutBody') return source.pipe(stopAfter(action.afterBytes, () => void cut(ctx)))
  if (action.kind === 'stallBody') return source.pipe(stopAfter(action.afterBytes, () => undefined))
  return source
}

/** Lets the bytes before the cut reach the client. */
async function cut(ctx: Context): Promise<void> {
  if (ctx.res.writableLength > 0) await Promise.race([once(ctx.res, 'drain'), wait(50)])
  await wait(20)
  ctx.req.socket.destroy()
}

function stopAfter(bytes: number, stop: () => void): Transform {
  let rest = bytes
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const part = chunk.subarray(0, rest)
      rest -= part.length
      if (part.length > 0) this.push(part)
      // Never calling `done` again is what stalls the body.
      if (rest > 0) done()
      else stop()
    },
  })
}

function invert(chunk: Buffer): Buffer {
  return Buffer.from(chunk.map((byte) => byte ^ 0xff))
}
