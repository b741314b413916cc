import { extname } from 'node:path'
import type Koa from 'koa'
import { currentVersion } from '../state/store'
import type { File } from '../state/model'
import type { SimulatedBoxContext } from '../context'

const types: Record<string, string> = {
  ...{
    '.html': 'text/html; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.json': 'text/plain; charset=utf-8',
    '.pdf': 'application/pdf',
  },
  ...{
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.jpeg': 'image/jpeg',
    '.gif': 'image/gif',
    '.webp': 'image/webp',
    '.avif': 'image/avif',
  },
  ...{
    '.mp4': 'video/mp4',
    '.webm': 'video/webm',
    '.mov': 'video/quicktime',
    '.mp3': 'audio/mpeg',
    '.wav': 'audio/wav',
  },
}

/**
 * Opens a file in the browser. Its contents are not trusted: it gets its own origin (CSP
 * sandbox), no scripts, and nothing from other hosts, so it can touch neither this page nor the control API.
 */
export function viewFile(context: SimulatedBoxContext, file: File, ctx: Koa.Context): void {
  const type = types[extname(file.name).toLowerCase()]
  // A browser's PDF viewer does not start in a sandboxed page; it shows only the document.
  const policy =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:"
  ctx.set({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
  if (type !== 'application/pdf') ctx.set('content-security-policy', policy)
  if (type === undefined)
    ctx.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  ctx.type = type ?? 'application/octet-stream'
  ctx.length = currentVersion(file).sizeBytes
  ctx.body = context.state.contents.read(currentVersion(file).id)
}
