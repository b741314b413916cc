import type { OidcSettings } from '../../../config/oidc-settings'
import { messagesOf, printable } from '../../../workflows/text'
import { PageProblem } from '../../page-request'
import { type Claims, missingClaims } from './admit'
import type { SignInAttempt } from './sign-in-attempts'

export interface OidcProvider {
  /** Its host, for people. */
  name: string
  /** Where the person signs in. Throws a PageProblem when the provider does not answer. */
  begin: () => Promise<{ address: string; attempt: Omit<SignInAttempt, 'next'> }>
  /** What the provider says about the person. Throws a PageProblem when its answer does not hold. */
  finish: (answer: URLSearchParams, attempt: SignInAttempt) => Promise<Claims>
  /** Where the person signs out; undefined when the provider has no such page, or does not answer. */
  signOutAddress: (returnTo: string) => Promise<string | undefined>
}

const timeoutSeconds = 10
/** Endpoints, and with them the client secret, are read again after this time. */
const discoveryMs = 5 * 60_000

/** OpenID Connect: Authorization Code with PKCE, state and nonce; the ID token's signature is verified. */
export function createOidcProvider(settings: OidcSettings, now: () => number): OidcProvider {
  const { issuer, redirectUri, scope } = settings
  const name = new URL(issuer).host
  const configuration = kept(() => discover(settings, name), now)
  return {
    name,
    begin: async () => {
      const { library, client } = await configuration()
      const codeVerifier = library.randomPKCECodeVerifier()
      const [state, nonce] = [library.randomState(), library.randomNonce()]
      const address = library.buildAuthorizationUrl(client, {
        ...{ redirect_uri: redirectUri, scope, state, nonce, code_challenge_method: 'S256' },
        code_challenge: await library.calculatePKCECodeChallenge(codeVerifier),
      })
      return { address: address.href, attempt: { state, nonce, codeVerifier } }
    },
    finish: async (answer, { state, nonce, codeVerifier }) => {
      const { library, client } = await configuration()
      try {
        const tokens = await library.authorizationCodeGrant(
          client,
          new URL(`${redirectUri}?${answer.toString()}`),
          {
            ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier },
          },
        )
        const claims = tokens.claims()
        if (claims === undefined) throw new Error('expected an ID token, got none')
        const { userinfo_endpoint: endpoint } = client.serverMetadata()
        if (endpoint === undefined || missingClaims(claims, settings).length === 0) return claims
        return { ...(await library.fetchUserInfo(client, tokens.access_token, claims.sub)), ...claims }
      } catch (error) {
        throw asProblem(error, name)
      }
    },
    signOutAddress: async (returnTo) => {
      try {
        const { library, client } = await configuration()
        if (client.serverMetadata().end_session_endpoint === undefined) return undefined
        return library.buildEndSessionUrl(client, { post_logout_redirect_uri: returnTo }).href
      } catch {
        return undefined
      }
    },
  }
}

/** The library is loaded at the first use: most installations never need it. */
async function discover({ issuer, clientId, clientSecret }: OidcSettings, name: string) {
  const library = await import('openid-client')
  const isPlain = issuer.startsWith('http:')
  const execute = [
    library.enableNonRepudiationChecks,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- a warning; settings keep http to this host
    ...(isPlain ? [library.allowInsecureRequests] : []),
  ]
  const options = { execute, timeout: timeoutSeconds }
  const secret = clientSecret()
  try {
    const client = await library.discovery(new URL(issuer), clientId, secret, undefined, options)
    return { library, client }
  } catch (cause) {
    throw noAnswer(name, cause)
  }
}

/** One reading at a time, kept for a while; a failure is not kept. */
function kept<Value>(read: () => Promise<Value>, now: () => number): () => Promise<Value> {
  let last: { value: Promise<Value>; at: number } | undefined
  return () => {
    if (last !== undefined && now() - last.at < discoveryMs) return last.value
    const reading = { value: read(), at: now() }
    last = reading
    reading.value.catch(() => {
      if (last === reading) last = undefined
    })
    return reading.value
  }
}

function noAnswer(name: string, cause: unknown): PageProblem {
  return new PageProblem(
    503,
    'The sign-in provider does not answer',
    `${name} did not answer as an OpenID provider (${messagesOf(cause)}). Try again in a minute. ` +
      'If it stays like this, tell an operator.',
    { cause },
  )
}

function asProblem(error: unknown, name: string): PageProblem {
  if (error instanceof PageProblem) return error
  const { code, word, description } = detailsOf(error)
  const said = printable([word ?? messagesOf(error), description].filter(Boolean).join(', '), 300)
  const cause = new Error(said)
  if (word === 'access_denied')
    return new PageProblem(403, 'You are not signed in', `The sign-in at ${name} was cancelled.`)
  if (word === 'invalid_client' || word === 'unauthorized_client' || code === wrongClient)
    return new PageProblem(
      502,
      'The sign-in provider does not know these pages',
      `${name} does not accept the client id or the client secret of these pages. Tell an operator: the ` +
        'settings are PAGES_OIDC_CLIENT_ID and PAGES_OIDC_CLIENT_SECRET_FILE.',
      { cause },
    )
  if (word !== undefined)
    return new PageProblem(403, 'You are not signed in', `${name} refused the sign-in: ${said}.`, { cause })
  if (code === undefined || noAnswerCodes.has(code)) return noAnswer(name, error)
  return new PageProblem(
    403,
    'You are not signed in',
    `The answer of ${name} does not belong to this sign-in, or it is too old. Sign in again.`,
    { cause },
  )
}

const wrongClient = 'OAUTH_WWW_AUTHENTICATE_CHALLENGE'
/** What fetch throws has no code. */
const noAnswerCodes = new Set([
  ...['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'],
])

/** `code` of the library; `word` and `description` as the provider sent them. */
function detailsOf(error: unknown) {
  const read = (key: string): unknown => (error instanceof Error ? Reflect.get(error, key) : undefined)
  const text = (key: string) => {
    const value = read(key)
    return typeof value === 'string' ? value : undefined
  }
  return { code: text('code'), word: text('error'), description: text('error_description') }
}
