import type { IncomingMessage } from 'node:http'

import { passwordMark, verifyPassword } from '../../config/admin-users'
import { printable } from '../../workflows/text'
import type { PagesDeps } from '../deps'
import { PageProblem } from '../page-request'
import { plural } from '../page/words'
import type { Session, Sessions } from './sessions'
import { tokenIn } from './session-cookie'
import type { SignInThrottle } from './sign-in-throttle'

export interface SignInDeps extends Pick<PagesDeps, 'settings' | 'users' | 'logger'> {
  sessions: Sessions
  throttle: SignInThrottle
}

/** The session of this request; undefined when nobody is signed in. `isNew`: its cookie must be set. */
export function sessionOf(
  request: IncomingMessage,
  { settings, users, sessions }: SignInDeps,
): { session: Session; isNew: boolean } | undefined {
  const session = sessions.find(tokenIn(request.headers.cookie, settings.publicUrl))
  if (settings.trustedUserHeader !== '') {
    const user = userOfProxy(request, settings)
    if (user === undefined) return undefined
    if (session?.user === user) return { session, isNew: false }
    return { session: sessions.begin(user), isNew: true }
  }
  if (session === undefined) return undefined
  const user = users().get(session.user)
  // The user was removed, or has another password since.
  if (user === undefined || passwordMark(user) !== session.passwordMark) {
    sessions.end(session.token)
    return undefined
  }
  return { session, isNew: false }
}

/** Undefined when name and password do not fit. Throws a PageProblem after too many failures. */
export async function signIn(
  request: IncomingMessage,
  form: URLSearchParams,
  { settings, users, sessions, throttle, logger }: SignInDeps,
): Promise<Session | undefined> {
  const name = form.get('name') ?? ''
  const address = addressOf(request, settings)
  const waitMs = throttle.waitMs(name, address)
  if (waitMs > 0)
    throw new PageProblem(
      429,
      'Too many attempts',
      `Signing in failed several times. Try again in ${plural(Math.ceil(waitMs / 1000), 'second')}.`,
    )
  throttle.count(name, address)
  const user = await verifyPassword(users(), name, form.get('password') ?? '')
  if (user === undefined) {
    logger.warn({ name: printable(name, 64), address }, 'pages: a sign-in failed')
    return undefined
  }
  throttle.forget(name, address)
  logger.info({ user: user.name, address }, 'pages: signed in')
  return sessions.begin(user.name, passwordMark(user))
}

function userOfProxy(request: IncomingMessage, settings: PagesDeps['settings']): string | undefined {
  const value = request.headers[settings.trustedUserHeader.toLowerCase()]
  if (typeof value !== 'string' || !isProxy(request, settings)) return undefined
  return printable(value.trim(), 128) || undefined
}

/** Behind the proxy the last entry of X-Forwarded-For is the one that the proxy wrote. */
function addressOf(request: IncomingMessage, settings: PagesDeps['settings']): string {
  const forwarded = request.headers['x-forwarded-for']
  const last = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined
  return printable((isProxy(request, settings) && last) || peerOf(request), 64)
}

function isProxy(request: IncomingMessage, { trustedProxyAddress }: PagesDeps['settings']): boolean {
  return peerOf(request) === trustedProxyAddress
}

function peerOf({ socket }: IncomingMessage): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}
