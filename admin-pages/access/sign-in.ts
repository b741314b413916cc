import type { IncomingMessage } from 'node:http'

import { passwordMark, verifyPassword } from '../../config/admin-users'
import { printable } from '../../workflows/text'
import type { PagesDeps } from '../deps'
import { addressOf, isProxy } from './client-address'
import type { OidcProvider } from './oidc/provider'
import type { SignInAttempts } from './oidc/sign-in-attempts'
import { sessionCookie } from './session-cookie'
import type { Session, Sessions } from './sessions'
import { countAttempt, type SignInThrottle } from './sign-in-throttle'

export interface SignInDeps extends Pick<PagesDeps, 'settings' | 'users' | 'oidc' | 'logger'> {
  sessions: Sessions
  throttle: SignInThrottle
  /** Absent when no provider signs people in. */
  provider?: OidcProvider
  attempts: SignInAttempts
}

/** The session of this request; undefined when nobody is signed in. `isNew`: its cookie must be set. */
export function sessionOf(
  request: IncomingMessage,
  { settings, users, sessions }: SignInDeps,
): { session: Session; isNew: boolean } | undefined {
  const session = sessions.find(sessionCookie.find(request.headers.cookie, settings.publicUrl))
  if (settings.trustedUserHeader !== '') {
    const user = userOfProxy(request, settings)
    if (user === undefined) return undefined
    if (session?.user === user) return { session, isNew: false }
    return { session: sessions.begin(user, 'proxy'), isNew: true }
  }
  if (session === undefined) return undefined
  const { signedInBy } = session
  if (typeof signedInBy === 'object') {
    const user = users().get(session.user)
    // The user was removed, or has another password since.
    if (user === undefined || passwordMark(user) !== signedInBy.passwordMark) {
      sessions.end(session.token)
      return undefined
    }
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
  countAttempt(throttle, { name, address })
  const user = await verifyPassword(users(), name, form.get('password') ?? '')
  if (user === undefined) {
    logger.warn({ name: printable(name, 64), address }, 'pages: a sign-in failed')
    return undefined
  }
  throttle.forget({ name, address })
  logger.info({ user: user.name, address }, 'pages: signed in')
  return sessions.begin(user.name, { passwordMark: passwordMark(user) })
}

function userOfProxy(request: IncomingMessage, settings: PagesDeps['settings']): string | undefined {
  const value = request.headers[settings.trustedUserHeader.toLowerCase()]
  if (typeof value !== 'string' || !isProxy(request, settings)) return undefined
  return printable(value.trim(), 128) || undefined
}
