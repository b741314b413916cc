import { createHash } from 'node:crypto'

import Koa, { type Context } from 'koa'

import { oidcPath } from '../config/oidc-settings'
import { html } from '../quality-control/report/html'
import { messagesOf, printable } from '../workflows/text'
import { answerSignIn, requireSignIn, signOut } from './access/answer-sign-in'
import { createOidcProvider } from './access/oidc/provider'
import { createSignInAttempts } from './access/oidc/sign-in-attempts'
import { readForm } from './access/read-form'
import { isOwnForm, isOwnHost, isSameSecret } from './access/same-site'
import { sessionCookie } from './access/session-cookie'
import { createSessions, type Session } from './access/sessions'
import { type SignInDeps, sessionOf } from './access/sign-in'
import { createSignInThrottle } from './access/sign-in-throttle'
import type { PagesDeps } from './deps'
import { asPageProblem } from './page-problem'
import { type Answer, type PageAnswer, PageProblem } from './page-request'
import { layout } from './page/layout'
import { liveScript } from './page/live-script'
import { stylesheet } from './page/stylesheet'
import { findRoute, routes } from './routes'

const stylesheetPath = `/style-${markOf(stylesheet)}.css`
const scriptPath = `/live-${markOf(liveScript)}.js`
const files = new Map([
  [stylesheetPath, { type: 'text/css; charset=utf-8', text: stylesheet }],
  [scriptPath, { type: 'text/javascript; charset=utf-8', text: liveScript }],
])
const policy = [
  ...["default-src 'none'", "style-src 'self'", "img-src 'self' data:", "form-action 'self'"],
  ...["base-uri 'none'", "frame-ancestors 'none'"],
].join('; ')
/** Only the page of an open run has a script. */
const livePolicy = `${policy}; script-src 'self'; connect-src 'self'`

/** The admin pages as a Koa app; serve its `callback()`. */
export function createAdminPages(deps: PagesDeps): Koa {
  const app = new Koa()
  const { settings, logger } = deps
  const now = () => deps.now().getTime()
  const limits = { idleMs: settings.idleMinutes * 60_000, maxMs: settings.maxSessionHours * 3_600_000 }
  const access = {
    ...{ ...deps, sessions: createSessions(limits, now), throttle: createSignInThrottle(now) },
    ...{ provider: deps.oidc && createOidcProvider(deps.oidc, now), attempts: createSignInAttempts(now) },
  }
  const table = routes(deps)
  app.on('error', (error: Error) =>
    logger.error({ error: error.message }, 'pages: the response could not be sent'),
  )
  app.use(async (context) => {
    setHeaders(context)
    let session: Session | undefined
    try {
      if (isAnsweredToAnyone(context, settings.publicUrl)) return
      session = openSession(context, access)
      await answer(context, session, access, table)
    } catch (error) {
      showProblem(context, error, session, deps)
    }
  })
  return app
}

/** What needs no session: style and script, the health of this process, and the refusal of foreign names. */
function isAnsweredToAnyone(context: Context, publicUrl: string): boolean {
  const isReading = context.method === 'GET' || context.method === 'HEAD'
  if (isReading && context.path === '/healthz') {
    context.body = { status: 'ok' }
    return true
  }
  if (!isOwnHost(context.headers, publicUrl))
    throw new PageProblem(421, 'Wrong address', 'These pages do not answer under this host name.')
  const file = files.get(context.path)
  if (!isReading || file === undefined) return false
  context.type = file.type
  context.set('Cache-Control', 'public, max-age=31536000, immutable')
  context.body = file.text
  return true
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

function openSession(context: Context, access: SignInDeps): Session | undefined {
  const found = sessionOf(context.req, access)
  if (found?.isNew === true)
    context.append('Set-Cookie', sessionCookie.set(access.settings.publicUrl, found.session.token))
  return found?.session
}

async function answer(
  context: Context,
  session: Session | undefined,
  access: PagesDeps & SignInDeps,
  table: ReturnType<typeof routes>,
): Promise<void> {
  const form = context.method === 'POST' ? await ownForm(context, access) : new URLSearchParams()
  const signedInAnswer = await answerSignIn(context, session, form, access)
  if (signedInAnswer !== undefined || session === undefined) {
    send(context, signedInAnswer ?? requireSignIn(context, access))
    return
  }
  if (context.method === 'POST' && !isSameSecret(form.get('form_token') ?? '', session.formToken))
    throw new PageProblem(403, 'This form is too old', 'Go back, reload the page and send it again.')
  if (context.path === '/sign-out' && context.method === 'POST') {
    send(context, signOut(context, session, access))
    return
  }
  const { handler, params } = findRoute(table, context.method, context.path)
  const query = new URLSearchParams(context.querystring)
  const answered = await handler({ path: context.path, params, query, form, session })
  send(context, answered, { session, deps: access })
}

async function ownForm(context: Context, { settings }: PagesDeps): Promise<URLSearchParams> {
  if (!isOwnForm(context.headers, settings.publicUrl))
    throw new PageProblem(403, 'Not from here', 'This form was not sent by these pages.')
  return readForm(context.req)
}

interface SignedIn {
  session: Session
  deps: PagesDeps
}

function send(context: Context, answer: Answer, signedIn?: SignedIn): void {
  if ('redirectTo' in answer) {
    if (signedIn !== undefined) signedIn.session.notice = answer.notice
    redirect(context, answer.redirectTo)
  } else if ('document' in answer) {
    context.set('Content-Security-Policy', answer.policy)
    context.set('Cache-Control', answer.cacheControl ?? 'no-store')
    context.type = answer.type
    context.body = answer.document
  } else sendPage(context, answer, signedIn)
}

function sendPage(context: Context, page: PageAnswer, signedIn?: SignedIn): void {
  const { title, body, status = 200, area, isLive, refresh } = page
  const { session, deps } = signedIn ?? {}
  // An update by the script must not take away what another window is about to show.
  const notice = context.get('x-live') === '' ? session?.notice : undefined
  if (session !== undefined && notice !== undefined) session.notice = undefined
  const isProxySignedIn = deps !== undefined && deps.settings.trustedUserHeader !== ''
  const problems = deps?.config.problems()
  context.status = status
  context.type = 'text/html; charset=utf-8'
  if (isLive === true) context.set('Content-Security-Policy', livePolicy)
  if (refresh !== undefined) context.set('Refresh', refresh)
  const parts = { title, body, area, session, notice, isProxySignedIn, problems, stylesheetPath }
  context.body = layout({ ...parts, scriptPath: isLive === true ? scriptPath : undefined })
}

function showProblem(context: Context, error: unknown, session: Session | undefined, deps: PagesDeps): void {
  const { status, title, message } = asPageProblem(error)
  const fields = { path: printable(context.path, 200), status, error: printable(messagesOf(error), 500) }
  if (status >= 500) deps.logger.error(fields, 'pages: a page could not be shown')
  else deps.logger.info(fields, 'pages: a request was refused')
  const isPosted = context.method === 'POST'
  const isWayIn = context.path.startsWith(oidcPath)
  const body = html`<section role="alert">
    <h1>${title}</h1>
    <p class="message">${message}</p>
    ${isPosted && html`<p class="hint">Go back with your browser: what you typed is still there.</p>`}
    ${isWayIn && html`<p><a href="/sign-in?signed-out">To the sign-in</a></p>`}
  </section>`
  // A body that was not read to its end must not be parsed as the next request.
  if (!context.req.complete) context.set('Connection', 'close')
  sendPage(context, { title, body, status }, session === undefined ? undefined : { session, deps })
}

function redirect(context: Context, path: string): void {
  context.status = 303
  context.set('Location', path)
  context.body = ''
}

function setHeaders(context: Context): void {
  context.set({
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  })
}
