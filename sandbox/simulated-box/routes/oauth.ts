import { timingSafeEqual } from 'node:crypto'
import { decodeJwt, importSPKI, jwtVerify, errors } from 'jose'
import type { JWTPayload } from 'jose'
import type { Answer, Call } from '../http/call'
import type { App } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import type { Route } from './route'

const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const audience = 'https://api.box.com/oauth2/token'
const longestLifetimeSeconds = 60

export function oauthRoutes(context: SimulatedBoxContext): Route[] {
  return [
    { method: 'POST', path: '/oauth2/token', run: (call) => token(context, call) },
    { method: 'POST', path: '/oauth2/revoke', run: (call) => revoke(context, call) },
  ]
}

class OAuthError extends Error {
  constructor(
    readonly error: string,
    readonly description: string,
  ) {
    super(description)
  }
}

async function token(context: SimulatedBoxContext, call: Call): Promise<Answer> {
  try {
    const app = authenticate(context, call)
    const grant = parameter(call, 'grant_type')
    if (grant === undefined)
      throw new OAuthError('invalid_request', 'Invalid grant_type parameter or parameter missing')
    if (grant !== jwtGrant)
      throw new OAuthError(
        'unauthorized_client',
        `The grant type ${grant} is unauthorized for this client_id`,
      )
    const claims = await verify(context, app, parameter(call, 'assertion'))
    const userId = subject(context, app, claims)
    const accessToken = context.tokens.issue({ userId, appId: app.id })
    const body = {
      access_token: accessToken,
      expires_in: context.tokens.lifetimeSeconds,
      restricted_to: [],
      token_type: 'bearer',
    }
    return { status: 200, body, headers: { 'cache-control': 'no-store' } }
  } catch (error) {
    return oauthError(error)
  }
}

function revoke(context: SimulatedBoxContext, call: Call): Answer {
  try {
    authenticate(context, call)
    const revoked = parameter(call, 'token')
    if (revoked === undefined) throw new OAuthError('invalid_request', 'Missing parameter: token')
    context.tokens.revoke(revoked)
    return { status: 200 }
  } catch (error) {
    return oauthError(error)
  }
}

function oauthError(error: unknown): Answer {
  if (!(error instanceof OAuthError)) throw error
  return { status: 400, body: { error: error.error, error_description: error.description } }
}

function authenticate(context: SimulatedBoxContext, call: Call): App {
  const app = [...context.store.apps.values()].find(
    ({ clientId }) => clientId === parameter(call, 'client_id'),
  )
  const secret = parameter(call, 'client_secret')
  if (!app || secret === undefined || !isSame(secret, app.clientSecret)) {
    throw new OAuthError('invalid_client', 'The client credentials are invalid')
  }
  if (!app.isAuthorized)
    throw new OAuthError('unauthorized_client', 'This app is not authorized by the enterprise admin')
  return app
}

/** Signature against the registered public key; the algorithms that Box takes; no `kid` wanted. */
async function verify(
  context: SimulatedBoxContext,
  app: App,
  assertion: string | undefined,
): Promise<JWTPayload> {
  if (assertion === undefined) throw new OAuthError('invalid_request', 'Missing parameter: assertion')
  try {
    checkClaims(context, app, decodeJwt(assertion))
    const key = await importSPKI(app.publicKeyPem, 'RS256')
    const { payload } = await jwtVerify(assertion, key, { algorithms: ['RS256', 'RS384', 'RS512'] })
    context.usedAssertions.add(String(payload.jti))
    return payload
  } catch (error) {
    if (error instanceof OAuthError) throw error
    if (error instanceof errors.JWSSignatureVerificationFailed)
      throw new OAuthError('invalid_grant', 'OAuth JWT signature verification failed')
    throw new OAuthError(
      'invalid_grant',
      `Invalid JWT assertion: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function checkClaims(context: SimulatedBoxContext, app: App, claims: JWTPayload): void {
  const now = Date.now() / 1000
  if (claims.iss !== app.clientId) throw new OAuthError('invalid_grant', "Please check the 'iss' claim.")
  if (claims.aud !== audience) throw new OAuthError('invalid_grant', "Please check the 'aud' claim.")
  if (typeof claims.exp !== 'number') throw new OAuthError('invalid_grant', "Please check the 'exp' claim.")
  if (claims.exp <= now) {
    throw new OAuthError(
      'invalid_grant',
      "Current date/time MUST be before the expiration date/time listed in the 'exp' claim.",
    )
  }
  if (claims.exp > now + longestLifetimeSeconds)
    throw new OAuthError('invalid_grant', "Please check the 'exp' claim: at most 60 seconds from now.")
  if (typeof claims.jti !== 'string' || claims.jti.length < 16 || claims.jti.length > 128) {
    throw new OAuthError('invalid_grant', "Please check the 'jti' claim: 16 to 128 characters.")
  }
  if (context.usedAssertions.has(claims.jti))
    throw new OAuthError('invalid_grant', "A unique 'jti' value is required.")
}

function subject(context: SimulatedBoxContext, app: App, claims: JWTPayload): string {
  if (claims.box_sub_type === 'enterprise' && claims.sub === context.store.enterpriseId)
    return app.serviceAccountId
  const user = claims.box_sub_type === 'user' ? context.store.users.get(claims.sub ?? '') : undefined
  if (user && user.kind !== 'anonymous') return user.id
  throw new OAuthError('invalid_grant', "Please check the 'sub' claim. The 'sub' specified is invalid.")
}

function parameter(call: Call, name: string): string | undefined {
  const value = call.body?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
