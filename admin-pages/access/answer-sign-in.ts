import type { Context } from 'koa'

import { oidcCallbackPath, oidcPath } from '../../config/oidc-settings'
import { type PageAnswer, PageProblem, type RedirectAnswer } from '../page-request'
import { finishAtProvider, startAtProvider } from './oidc/sign-in-at-provider'
import { sessionCookie } from './session-cookie'
import type { Session } from './sessions'
import { type SignInDeps, signIn } from './sign-in'
import { ownPath, signInPage } from './sign-in-page'

type SignInAnswer = PageAnswer | RedirectAnswer

/** The pages that open a session; undefined when the request asks for another one. */
export async function answerSignIn(
  context: Context,
  session: Session | undefined,
  form: URLSearchParams,
  access: SignInDeps,
): Promise<SignInAnswer | undefined> {
  const { provider } = access
  const next = ownPath(form.get('next') ?? new URLSearchParams(context.querystring).get('next'))
  if (context.path === '/sign-in') return onSignInPage(context, session, form, access)
  if (provider === undefined || context.method !== 'GET') return undefined
  if (context.path === oidcPath)
    return session === undefined ? startAtProvider(context, next, access, provider) : { redirectTo: next }
  if (context.path !== oidcCallbackPath) return undefined
  const opened = await finishAtProvider(context, access, provider)
  return enter(context, session, opened, access)
}

/** Answers a person without a session. Throws a PageProblem where a sign-in here is no way out. */
export function requireSignIn(context: Context, { settings }: SignInDeps): RedirectAnswer {
  if (settings.trustedUserHeader !== '')
    throw new PageProblem(
      401,
      'Not signed in',
      `The company's proxy signs people in, and named nobody in the header ${settings.trustedUserHeader}. ` +
        'Open these pages through the proxy.',
    )
  if (context.method !== 'GET' && context.method !== 'HEAD')
    throw new PageProblem(401, 'Your session has ended', 'Nothing was changed. Sign in and send it again.')
  const next = context.url === '/' ? '' : `?next=${encodeURIComponent(ownPath(context.url))}`
  return { redirectTo: `/sign-in${next}` }
}

/** Ends the session here, and offers to end the one at the provider. */
export function signOut(context: Context, session: Session, access: SignInDeps): RedirectAnswer {
  access.sessions.end(session.token)
  context.append('Set-Cookie', sessionCookie.set(access.settings.publicUrl))
  return { redirectTo: session.signedInBy === 'provider' ? '/sign-in?signed-out' : '/sign-in' }
}

async function onSignInPage(
  context: Context,
  session: Session | undefined,
  form: URLSearchParams,
  access: SignInDeps,
): Promise<SignInAnswer> {
  const query = new URLSearchParams(context.querystring)
  const next = ownPath(form.get('next') ?? query.get('next'))
  const isPosted = context.method === 'POST'
  if (session !== undefined && !isPosted) return { redirectTo: next }
  if (access.settings.trustedUserHeader !== '') return requireSignIn(context, access)
  const ways = { provider: access.provider?.name, isPasswordOffered: isPasswordOffered(access) }
  if (isPosted) {
    const opened = await signIn(context.req, form, access)
    if (opened !== undefined) return enter(context, session, { session: opened, next }, access)
    const problem = 'The name or the password is wrong.'
    const body = signInPage({ next, ways, problem, name: form.get('name') ?? '' })
    return { title: 'Sign in', body, status: 401 }
  }
  const signOutAddress = query.has('signed-out')
    ? await access.provider?.signOutAddress(`${access.settings.publicUrl}/sign-in`)
    : undefined
  return { title: 'Sign in', body: signInPage({ next, ways, signOutAddress }) }
}

/** Beside a provider only while the users file has somebody: for the day on which the provider is down. */
function isPasswordOffered({ provider, users }: SignInDeps): boolean {
  if (provider === undefined) return true
  try {
    return users().size > 0
  } catch {
    return true
  }
}

function enter(
  context: Context,
  former: Session | undefined,
  { session, next }: { session: Session; next: string },
  { sessions, settings }: SignInDeps,
): RedirectAnswer {
  // A session from before the sign-in, of whomever, ends with it.
  if (former !== undefined) sessions.end(former.token)
  context.append('Set-Cookie', sessionCookie.set(settings.publicUrl, session.token))
  return { redirectTo: next }
}
