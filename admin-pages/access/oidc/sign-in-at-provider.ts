import type { Context } from 'koa'

import { PageProblem, type RedirectAnswer } from '../../page-request'
import { addressOf } from '../client-address'
import { attemptCookie } from '../session-cookie'
import type { Session } from '../sessions'
import type { SignInDeps } from '../sign-in'
import { countAttempt } from '../sign-in-throttle'
import { admit } from './admit'
import type { OidcProvider } from './provider'

/** Leads to the provider. Throws a PageProblem when it does not answer, and after too many attempts. */
export async function startAtProvider(
  context: Context,
  next: string,
  { settings, throttle, attempts }: SignInDeps,
  provider: OidcProvider,
): Promise<RedirectAnswer> {
  countAttempt(throttle, { address: addressOf(context.req, settings) })
  const { address, attempt } = await provider.begin()
  const token = attempts.open({ ...attempt, next })
  context.append('Set-Cookie', attemptCookie.set(settings.publicUrl, token))
  return { redirectTo: address }
}

/** The provider has sent the person back. Throws a PageProblem for everybody who is not let in. */
export async function finishAtProvider(
  context: Context,
  { settings, oidc, throttle, attempts, sessions, logger }: SignInDeps,
  provider: OidcProvider,
): Promise<{ session: Session; next: string }> {
  const answer = new URLSearchParams(context.querystring)
  const token = attemptCookie.find(context.headers.cookie, settings.publicUrl)
  const attempt = attempts.take(token, answer.get('state'))
  if (attempt === undefined || oidc === undefined)
    throw new PageProblem(
      403,
      'You are not signed in',
      'This sign-in is too old, or it began in another browser or tab. Sign in again.',
    )
  context.append('Set-Cookie', attemptCookie.set(settings.publicUrl))
  const admission = admit(await provider.finish(answer, attempt), oidc)
  const address = addressOf(context.req, settings)
  if ('reason' in admission) {
    logger.warn({ address, reason: admission.reason }, 'pages: a sign-in was refused')
    throw new PageProblem(
      403,
      'You may not use these pages',
      `${admission.reason} An operator can let you in.`,
    )
  }
  const { user } = admission
  throttle.forget({ address })
  logger.info({ user, address, provider: provider.name }, 'pages: signed in')
  return { session: sessions.begin(user, 'provider'), next: attempt.next }
}
