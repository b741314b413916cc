import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { SignJWT } from 'jose'
import type { JWTPayload } from 'jose'
import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { heard, rawCaller, sdkFor, seedClient } from './support'

interface JwtConfigFile {
  boxAppSettings: {
    clientID: string
    clientSecret: string
    appAuth: { publicKeyID: string; privateKey: string; passphrase: string }
  }
  enterpriseID: string
}

let box: SimulatedBox
let config: JwtConfigFile

beforeAll(async () => {
  box = await startSimulatedBox({ tokenLifetimeSeconds: 60 })
  config = JSON.parse(await readFile(box.jwtConfigFile, 'utf8')) as JwtConfigFile
})
afterAll(() => box.stop())

const nowSeconds = () => Math.floor(Date.now() / 1000)

async function assertion(claims: JWTPayload = {}, options: { algorithm?: string; isForged?: boolean } = {}) {
  const { privateKey, passphrase } = config.boxAppSettings.appAuth
  const registered = createPrivateKey({ key: privateKey, passphrase })
  const key = options.isForged ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : registered
  const all = {
    iss: config.boxAppSettings.clientID,
    sub: config.enterpriseID,
    box_sub_type: 'enterprise',
    aud: 'https://api.box.com/oauth2/token',
    jti: randomUUID(),
    exp: nowSeconds() + 45,
    ...claims,
  }
  return new SignJWT(all).setProtectedHeader({ alg: options.algorithm ?? 'RS256' }).sign(key)
}

async function askToken(form: Record<string, string | undefined>) {
  const all: Record<string, string | undefined> = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    client_id: config.boxAppSettings.clientID,
    client_secret: config.boxAppSettings.clientSecret,
    ...form,
  }
  const given = Object.entries(all).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  )
  return heard(
    await fetch(`${box.apiUrl}/oauth2/token`, { method: 'POST', body: new URLSearchParams(given) }),
  )
}

test("the config file has the form of Box's export, and only its owner reads it", async () => {
  expect(config).toEqual({
    boxAppSettings: {
      clientID: expect.stringMatching(/^\w{32}$/),
      clientSecret: expect.stringMatching(/^\w{32}$/),
      appAuth: {
        publicKeyID: expect.stringMatching(/^\w{8}$/),
        privateKey: expect.stringMatching(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/),
        passphrase: expect.stringMatching(/^\w{32}$/),
      },
    },
    enterpriseID: box.enterpriseId,
  })
  expect((await stat(box.jwtConfigFile)).mode & 0o777).toBe(0o600)
})

test.each(['RS256', 'RS384', 'RS512'])(
  'a good %s assertion gets a bearer token that works',
  async (algorithm) => {
    const { status, body } = await askToken({ assertion: await assertion({}, { algorithm }) })
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.any(String),
      expires_in: 60,
      restricted_to: [],
      token_type: 'bearer',
    })
    const me = await fetch(`${box.apiUrl}/2.0/users/me`, {
      headers: { authorization: `Bearer ${String(body.access_token)}` },
    })
    expect(await me.json()).toMatchObject({ id: box.serviceAccountId })
  },
)

test.each<[string, () => Promise<Record<string, string | undefined>>, string, RegExp]>([
  [
    'a wrong client id',
    async () => ({ client_id: 'x', assertion: await assertion() }),
    'invalid_client',
    /credentials/,
  ],
  [
    'a wrong client secret',
    async () => ({ client_secret: 'x', assertion: await assertion() }),
    'invalid_client',
    /credentials/,
  ],
  ['no assertion', async () => ({}), 'invalid_request', /assertion/],
  ['no grant type', async () => ({ grant_type: undefined }), 'invalid_request', /grant_type/],
  [
    'another grant type',
    async () => ({ grant_type: 'client_credentials' }),
    'unauthorized_client',
    /client_credentials/,
  ],
  ['no JWT', async () => ({ assertion: 'a.b.c' }), 'invalid_grant', /JWT/],
  [
    'a signature by another key',
    async () => ({ assertion: await assertion({}, { isForged: true }) }),
    'invalid_grant',
    /signature/,
  ],
  [
    'another audience',
    async () => ({ assertion: await assertion({ aud: 'http://127.0.0.1/oauth2/token' }) }),
    'invalid_grant',
    /'aud'/,
  ],
  ['another issuer', async () => ({ assertion: await assertion({ iss: 'x' }) }), 'invalid_grant', /'iss'/],
  [
    'an assertion past its time',
    async () => ({ assertion: await assertion({ exp: nowSeconds() - 1 }) }),
    'invalid_grant',
    /'exp'/,
  ],
  [
    'more than 60 seconds',
    async () => ({ assertion: await assertion({ exp: nowSeconds() + 70 }) }),
    'invalid_grant',
    /'exp'/,
  ],
  ['no expiry', async () => ({ assertion: await assertion({ exp: undefined }) }), 'invalid_grant', /'exp'/],
  ['a short jti', async () => ({ assertion: await assertion({ jti: 'short' }) }), 'invalid_grant', /'jti'/],
  [
    'another enterprise',
    async () => ({ assertion: await assertion({ sub: '1' }) }),
    'invalid_grant',
    /'sub'/,
  ],
  [
    'an unknown user',
    async () => ({ assertion: await assertion({ sub: '1', box_sub_type: 'user' }) }),
    'invalid_grant',
    /'sub'/,
  ],
  [
    'the anonymous user',
    async () => ({ assertion: await assertion({ sub: '2', box_sub_type: 'user' }) }),
    'invalid_grant',
    /'sub'/,
  ],
])('%s is an error', async (_what, form, error, description) => {
  expect(await askToken(await form())).toMatchObject({
    status: 400,
    body: { error, error_description: expect.stringMatching(description) },
  })
})

test('an assertion is good once', async () => {
  const once = await assertion()
  expect((await askToken({ assertion: once })).status).toBe(200)
  expect(await askToken({ assertion: once })).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant', error_description: expect.stringMatching(/jti/) },
  })
})

test('an expired, unknown or missing token gets 401 without a body', async () => {
  const token = await box.control.token(box.adminId)
  await box.control.expireTokens()
  for (const authorization of [`Bearer ${token}`, 'Bearer nonsense', 'Basic x']) {
    const answer = await heard(await fetch(`${box.apiUrl}/2.0/users/me`, { headers: { authorization } }))
    expect(answer).toMatchObject({ status: 401, text: '' })
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
  }
})

test('an app that is no longer authorized gets nothing, until it is again', async () => {
  const { anna } = await seedClient(box)
  const call = rawCaller(box, anna, box.appId)
  await box.control.setApp(box.appId, { isAuthorized: false })
  expect((await call('GET', '/2.0/users/me')).status).toBe(401)
  expect((await rawCaller(box, anna)('GET', '/2.0/users/me')).status).toBe(200)
  expect(await askToken({ assertion: await assertion() })).toMatchObject({
    status: 400,
    body: { error: 'unauthorized_client' },
  })
  await box.control.setApp(box.appId, { isAuthorized: true })
  expect((await sdkFor(box).users.getUserMe()).id).toBe(box.serviceAccountId)
})

test('a second app has a service account, a config file and keys of its own', async () => {
  const other = await box.control.createApp({ name: 'Other' })
  expect(other.primaryKey).not.toBe(box.primaryKey)
  expect((await sdkFor(box, { jwtConfigFile: other.jwtConfigFile }).users.getUserMe()).id).toBe(
    other.serviceAccountId,
  )
  expect(other.serviceAccountId).not.toBe(box.serviceAccountId)
})

test('the service account may act for a user with As-User, other users may not', async () => {
  const { anna } = await seedClient(box)
  const me = (userId: string, asUser: string) =>
    rawCaller(box, userId)('GET', '/2.0/users/me', undefined, { 'as-user': asUser })
  expect((await me(box.serviceAccountId, anna)).body.id).toBe(anna)
  expect((await me(box.serviceAccountId, '99')).status).toBe(401)
  expect((await me(anna, box.adminId)).status).toBe(401)
})
