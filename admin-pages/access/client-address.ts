import type { IncomingMessage } from 'node:http'

import { printable } from '../../workflows/text'
import type { PagesDeps } from '../deps'

/** Behind the proxy the last entry of X-Forwarded-For is the one that the proxy wrote. */
export function addressOf(request: IncomingMessage, settings: PagesDeps['settings']): string {
  const forwarded = request.headers['x-forwarded-for']
  const last = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined
  return printable((isProxy(request, settings) && last) || peerOf(request), 64)
}

export function isProxy(request: IncomingMessage, { trustedProxyAddress }: PagesDeps['settings']): boolean {
  return peerOf(request) === trustedProxyAddress
}

function peerOf({ socket }: IncomingMessage): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}
