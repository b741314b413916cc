import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { admit, type Claims } from '../../admin-pages/access/oidc/admit'
import { loadConfig } from '../../config/load-config'
import { oidcSettings } from '../../config/oidc-settings'
import { signInProvider } from '../../diagnosis/configuration'
import type { Installation } from '../../diagnosis/diagnosis'
import { openPages, type PagesUnderTest, type Visitor } from '../support/admin-pages'
import { type OidcProviderUnderTest, startOidcProvider } from '../support/oidc-provider'

const minute = 60_000

let provider: OidcProviderUnderTest
let pages: PagesUnderTest
beforeAll(async () => {
  provider = await startOidcProvider({
    ada: { email: 'Ada@Example.com', email_verified: true },
    lin: { email: 'lin@partner.example', email_verified: true, groups: ['staff', 'qc-admins'] },
    mallory: { email: 'mallory@evil.example', email_verified: true, groups: ['staff'] },
    forger: { email: 'forger@example.com', email_verified: false },
    nameless: {},
  })
  pages = await pagesWith({})
})
afterAll(async () => {
  await pages.stop()
  await provider.stop()
})

/** The pages with the provider, with these settings beside, or instead of, good ones. */
function pagesWith(env: Record<string, string>, isPasswordToo = false): Promise<PagesUnderTest> {
  return openPages((deps, url) => {
    const { pages: settings } = loadConfig({
      PAGES_PUBLIC_URL: url,
      PAGES_OIDC_ISSUER: provider.issuer,
      PAGES_OIDC_CLIENT_ID: provider.clientId,
      PAGES_OIDC_CLIENT_SECRET: provider.clientSecret,
      PAGES_OIDC_SCOPE: 'openid email profile groups',
      PAGES_OIDC_ALLOWED_GROUPS: 'qc-admins',
      PAGES_OIDC_ALLOWED_EMAIL_DOMAINS: 'example.com',
      ...env,
    })
    const users = isPasswordToo ? deps.users : () => new Map()
    return { ...deps, settings, users, oidc: oidcSettings(settings) }
  })
}

/** From the sign-in page to the provider and back; the address of the callback, as a path. */
async function goAndComeBack(visitor: Visitor, person?: string, next = '/clients'): Promise<string> {
  const { headers, text } = await visitor.get(`/sign-in/oidc?next=${encodeURIComponent(next)}`)
  const address = headers.get('location')
  if (address === null) throw new Error(`expected a way to the provider, got ${text}`)
  const { pathname, search } = new URL(await provider.signIn(address, person))
  return pathname + search
}

test('a person signs in at the provider for the page that was asked for, and signs out there', async () => {
  const ada = pages.visitor()
  const { text: signIn } = await ada.get('/sign-in?next=%2Fclients')
  expect(signIn).toContain(`href="/sign-in/oidc?next=%2Fclients">Sign in with 127.0.0.1`)
  expect(signIn).not.toContain('type="password"')

  const { status, headers } = await ada.get(await goAndComeBack(ada, 'ada'))
  expect([status, headers.get('location')]).toEqual([303, '/clients'])
  expect(ada.cookie).toMatch(/^qc-session=[\w-]{43}$/)
  expect((await ada.get('/clients/acme/settings')).text).toContain('Ada@Example.com')
  await ada.post('/clients/acme/settings', { action: 'set', profile: 'video_general', seen: '' })
  expect(pages.deps.config.defaults.history('acme')).toMatchObject([{ who: 'Ada@Example.com' }])

  const { cookie } = ada
  expect((await ada.post('/sign-out', {})).headers.get('location')).toBe('/sign-in?signed-out')
  const { text } = await ada.get('/sign-in?signed-out')
  const end = /href="([^"]*session\/end[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  expect((await fetch(end ?? '')).status).toBe(200)
  ada.cookie = cookie
  expect((await ada.get('/clients')).status).toBe(303)
})

test('the way to the provider has PKCE, state and nonce, and a cookie for this browser', async () => {
  const { headers } = await pages.visitor().get('/sign-in/oidc')
  const { origin, searchParams } = new URL(headers.get('location') ?? '')
  expect(origin).toBe(provider.issuer)
  expect(Object.fromEntries(searchParams)).toMatchObject({
    ...{
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${pages.url}/sign-in/oidc/callback`,
    },
    ...{ state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) },
  })
  expect(headers.get('set-cookie')).toMatch(/^qc-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
})

test.each([
  ['mallory', 'You are mallory@evil.example, who may not use these pages. An operator can let you in.'],
  ['forger', 'The provider says that the e-mail address forger@example.com is not verified.'],
  ['nameless', 'The provider did not say who you are: the claim email is missing.'],
  [undefined, 'The sign-in at 127.0.0.1'],
])('%s is told why, and has no session', async (person, words) => {
  const visitor = pages.visitor()
  const { status, text } = await visitor.get(await goAndComeBack(visitor, person))
  expect(status).toBe(403)
  expect(text).toContain(words)
  expect(text).toContain('<a href="/sign-in?signed-out">To the sign-in</a>')
  expect(visitor.cookie).toBe('')
})

describe('an answer that does not belong to this sign-in opens no session', () => {
  const refused = async (visitor: Visitor, path: string, words: string) => {
    const { status, text } = await visitor.get(path)
    expect([status, text]).toEqual([403, expect.stringContaining(words)])
    expect(visitor.cookie).not.toContain('qc-session')
  }

  test('with another state, of another browser, or a second time', async () => {
    const ada = pages.visitor()
    const answer = await goAndComeBack(ada, 'ada')
    const words = 'too old, or it began in another browser or tab'
    await refused(ada, answer.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`), words)
    await refused(ada, answer.replace(/&?state=[^&]+/, ''), words)
    await refused(pages.visitor(), answer, words)
    const { cookie } = ada
    expect((await ada.get(answer)).status).toBe(303)
    const thief = pages.visitor()
    thief.cookie = cookie
    await refused(thief, answer, words)
  })

  test('with another nonce, another issuer or another code', async () => {
    const words = 'You are not signed in'
    const changed = async (change: (address: URL) => void) => {
      const visitor = pages.visitor()
      const address = new URL((await visitor.get('/sign-in/oidc')).headers.get('location') ?? '')
      change(address)
      const { pathname, search } = new URL(await provider.signIn(address.href, 'ada'))
      return { visitor, answer: pathname + search }
    }
    const other = await changed(({ searchParams }) => searchParams.set('nonce', 'another'))
    await refused(other.visitor, other.answer, words)
    const same = await changed(() => undefined)
    await refused(same.visitor, same.answer.replace(/iss=[^&]+/, 'iss=http%3A%2F%2Fevil.example'), words)
    const guess = await changed(() => undefined)
    await refused(guess.visitor, guess.answer.replace(/code=[^&]+/, 'code=guessed'), 'invalid_grant')
  })

  test('after ten minutes', async () => {
    const ada = pages.visitor()
    const answer = await goAndComeBack(ada, 'ada')
    pages.clock.now += 10 * minute
    await refused(ada, answer, 'This sign-in is too old')
  })
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'the sign-in never leads to %s',
  async (next) => {
    const ada = pages.visitor()
    expect((await ada.get(await goAndComeBack(ada, 'ada', next))).headers.get('location')).toBe('/')
  },
)

test('the session has the limits of every other, and a form of another site changes nothing', async () => {
  const lin = pages.visitor()
  await lin.get(await goAndComeBack(lin, 'lin'))
  pages.clock.now += 29 * minute
  expect((await lin.get('/clients')).text).toContain('lin@partner.example')
  const forged = await lin.post('/sign-out', {}, { origin: 'https://evil.example' })
  expect(forged.status).toBe(403)
  pages.clock.now += 30 * minute
  expect((await lin.get('/clients')).status).toBe(303)
})

test('a person who never gets in has to wait; those who do are not counted', async () => {
  pages.clock.now += 60 * minute
  for (let attempt = 0; attempt < 25; attempt += 1) await pages.visitor().get('/sign-in/oidc')
  expect((await pages.visitor().get('/sign-in/oidc')).status).toBe(429)
  pages.clock.now += 60 * minute
  const ada = pages.visitor()
  expect((await ada.get(await goAndComeBack(ada, 'ada'))).status).toBe(303)
})

test('a provider that is down is told, and a person of the users file gets in', async () => {
  const behind = await pagesWith({ PAGES_OIDC_ISSUER: 'http://127.0.0.1:9' }, true)
  const { status, text } = await behind.visitor().get('/sign-in/oidc')
  expect(status).toBe(503)
  expect(text).toContain('127.0.0.1:9 did not answer as an OpenID provider')
  expect(text).not.toMatch(/\.ts:\d|node_modules/)
  expect((await behind.visitor().get('/sign-in')).text).toContain('Sign in with a name and a password')
  expect((await behind.visitor().signIn('ada')).status).toBe(303)
  await behind.stop()
})

test('a wrong client secret is told to the operator, and no secret is ever in the log', async () => {
  const behind = await pagesWith({ PAGES_OIDC_CLIENT_SECRET: 'mistyped and secret' })
  const ada = behind.visitor()
  const { status, text } = await ada.get(await goAndComeBack(ada, 'ada'))
  expect(status).toBe(502)
  expect(text).toContain('PAGES_OIDC_CLIENT_SECRET_FILE')
  const log = [...behind.log, ...pages.log].join('\n')
  expect(log).toContain('invalid_client')
  expect(log).not.toMatch(/secret and|mistyped|not to be seen|eyJ|code=|state=/)
  await behind.stop()
})

test('without a provider there is no way to one', async () => {
  const plain = await openPages()
  for (const path of ['/sign-in/oidc', '/sign-in/oidc/callback?code=a&state=b'])
    expect((await plain.visitor().get(path)).headers.get('location')).toMatch(/^\/sign-in\?next=/)
  await plain.stop()
})

const rules = {
  ...{ userClaim: 'email', groupsClaim: 'groups' },
  allowed: {
    users: new Set(['ada@example.com']),
    groups: new Set(['qc-admins']),
    emailDomains: new Set(['trusted.example']),
  },
}

test.each<[string, Claims, string | undefined]>([
  ['a user', { email: 'Ada@Example.com' }, 'Ada@Example.com'],
  ['a member', { email: 'lin@x.example', groups: ['a', 'qc-admins'] }, 'lin@x.example'],
  ['a member of one group', { email: 'lin@x.example', groups: 'qc-admins' }, 'lin@x.example'],
  ['a domain', { email: 'lin@TRUSTED.example', email_verified: true }, 'lin@TRUSTED.example'],
  ['nobody who is merely known', { email: 'lin@x.example', groups: ['QC-Admins', 1, null] }, undefined],
  ['no subdomain', { email: 'lin@sub.trusted.example' }, undefined],
  ['no longer domain', { email: 'lin@nottrusted.example' }, undefined],
  ['no second @', { email: 'lin@evil.example@trusted.example' }, undefined],
  ['no domain in a name', { email: 'trusted.example' }, undefined],
  ['no unverified address', { email: 'ada@example.com', email_verified: false }, undefined],
  [
    'no address that is unverified as a text',
    { email: 'ada@example.com', email_verified: 'false' },
    undefined,
  ],
  ['no nested claim', { email: ['ada@example.com'] }, undefined],
  ['no groups as an object', { email: 'lin@x.example', groups: { 'qc-admins': true } }, undefined],
])('%s is let in', (_, claims, user) => {
  const admission = admit(claims, rules)
  expect('user' in admission ? admission.user : undefined).toBe(user)
})

describe('the settings', () => {
  const good = {
    PAGES_PUBLIC_URL: 'https://qc.example.com',
    PAGES_OIDC_ISSUER: 'https://login.example.com/realms/qc',
    PAGES_OIDC_CLIENT_ID: 'admin-pages',
    PAGES_OIDC_CLIENT_SECRET: 'hush',
    PAGES_OIDC_ALLOWED_USERS: ' Ada@example.com, ,lin@example.com',
  }
  const read = (env: Record<string, string>) => oidcSettings(loadConfig(env).pages)

  test('are off by default, and read as a whole', () => {
    expect(read({})).toBeUndefined()
    const settings = read(good)
    expect(settings).toMatchObject({ redirectUri: 'https://qc.example.com/sign-in/oidc/callback' })
    expect([...(settings?.allowed.users ?? [])]).toEqual(['ada@example.com', 'lin@example.com'])
  })

  test('read the secret from its file, as it is now', () => {
    const file = join(pages.folder, 'client_secret')
    writeFileSync(file, 'first\n')
    const settings = read({ ...good, PAGES_OIDC_CLIENT_SECRET_FILE: file })
    writeFileSync(file, 'second\n')
    expect(settings?.clientSecret()).toBe('second')
    writeFileSync(file, '\n')
    expect(() => settings?.clientSecret()).toThrow('names an empty file')
  })

  test('are examined by the doctor, with the mode of the file of the secret', async () => {
    const file = join(pages.folder, 'open_secret')
    writeFileSync(file, 'hush')
    chmodSync(file, 0o644)
    const examined = async (env: Record<string, string>) => {
      const found = await signInProvider.examine({ config: () => loadConfig(env) } as Installation)
      return found.map(({ level, what }) => `${level} ${what}`)
    }
    expect(await examined({})).toEqual([])
    expect(await examined({ ...good, PAGES_OIDC_CLIENT_SECRET_FILE: file })).toEqual([
      'PASS sign-in provider',
      'WARN client secret file',
    ])
    expect(await examined({ ...good, PAGES_OIDC_CLIENT_ID: '' })).toEqual(['FAIL sign-in provider'])
  })

  test.each<[Record<string, string>, string]>([
    [{ PAGES_OIDC_ISSUER: '' }, 'PAGES_OIDC_ISSUER is empty, expected the address of the provider'],
    [{ PAGES_OIDC_ISSUER: 'http://login.example.com' }, 'expected nothing, or an https address'],
    [
      { PAGES_OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
      'expected the issuer of your own tenant',
    ],
    [{ PAGES_OIDC_CLIENT_ID: '' }, 'PAGES_OIDC_CLIENT_ID is empty, expected the id'],
    [{ PAGES_OIDC_CLIENT_SECRET: '' }, 'PAGES_OIDC_CLIENT_SECRET_FILE is empty, expected a file'],
    [{ PAGES_OIDC_CLIENT_SECRET_FILE: '/nowhere/secret' }, 'names a file that cannot be read'],
    [{ PAGES_PUBLIC_URL: '' }, 'PAGES_PUBLIC_URL is empty, expected the origin'],
    [{ PAGES_OIDC_ALLOWED_USERS: ' , ' }, 'expected at least one: nobody else is let in'],
    [{ PAGES_OIDC_ALLOWED_EMAIL_DOMAINS: '@example.com' }, 'has "@example.com", expected domains such as'],
    [{ PAGES_OIDC_SCOPE: 'email' }, 'PAGES_OIDC_SCOPE is "email", expected scopes with openid'],
    [{ PAGES_TRUSTED_USER_HEADER: 'X-User' }, 'either a proxy or the provider signs people in'],
  ])('%j stops the start', (env, words) => {
    const error = errorOf(() => read({ ...good, ...env }))
    expect(error).toContain(words)
    expect(error).not.toContain('hush')
  })
})

function errorOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('expected an error')
}
