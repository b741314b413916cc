import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/**
 * The host that the browser thinks it talks to: the public one, or loopback. Another name would be one that
 * an attacker made point here (DNS rebinding).
 */
export function isOwnHost({ host = '' }: IncomingHttpHeaders, publicUrl: string): boolean {
  if (publicUrl !== '') return host === new URL(publicUrl).host
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host)
}

/** All current browsers send Origin with a posted form; a form of another site, or of none, is refused. */
export function isOwnForm({ origin, host = '' }: IncomingHttpHeaders, publicUrl: string): boolean {
  return origin === (publicUrl === '' ? `http://${host}` : publicUrl)
}

/** In a time that does not depend on where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
