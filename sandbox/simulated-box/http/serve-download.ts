import type { Context } from 'koa'
import type { SimulatedBoxContext } from '../context'
import type { FaultBehaviour } from './fault-kinds'
import { meetBefore } from './meet-faults'
import { openCall } from './open-call'

/** The download origin: bytes by an unguessable address, ranges, no authorization. */
export async function serveDownload(context: SimulatedBoxContext, ctx: Context): Promise<void> {
  const call = openCall(context, 'download', ctx)
  if (await meetBefore(context, call)) return
  sendFile(context, ctx, call.entry.path, call.bodyFault)
  call.entry.applied = ctx.status < 400
  context.log.decide(call.entry)
}

function sendFile(
  context: SimulatedBoxContext,
  ctx: Context,
  path: string,
  fault: FaultBehaviour | undefined,
): void {
  const ticket = context.downloads.find(path)
  const file = ticket && context.store.file(ticket.fileId)
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
  else {
    const content = context.state.contents.read(version.id, { start, end })
    ctx.body = fault?.changeDownload?.(content, ctx.res) ?? content
  }
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
