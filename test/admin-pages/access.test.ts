import { request } from 'node:http'
import { writeFileSync } from 'node:fs'

import { ownPath } from '../../admin-pages/access/sign-in-page'
import { addAdminUser, removeAdminUser } from '../../config/admin-users'
import { openPages, type PagesUnderTest, password } from '../support/admin-pages'

const cheap = { N: 2 ** 10, r: 8, p: 1 }
const minute = 60_000

let pages: PagesUnderTest
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.stop())
/** Failed attempts of one test are forgotten in the next. */
beforeEach(() => {
  pages.clock.now += 60 * minute
})

test('without a sign-in every page leads to the sign-in, which leads back', async () => {
  const visitor = pages.visitor()
  for (const path of ['/', '/clients', '/clients/acme/settings', '/nowhere'])
    expect((await visitor.get(path)).status).toBe(303)
  const { headers } = await visitor.get('/clients/acme/settings?a=1')
  expect(headers.get('location')).toBe('/sign-in?next=%2Fclients%2Facme%2Fsettings%3Fa%3D1')
  expect((await visitor.get(headers.get('location')!)).text).toContain('value="/clients/acme/settings?a=1"')
})

test.each([
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/ok\r\nSet-Cookie: a=b', '/'],
  ['/run?id=qc/acme/1/2', '/run?id=qc/acme/1/2'],
])('a sign-in leads to own pages only: %j', (next, path) => {
  expect(ownPath(next)).toBe(path)
})

test(
  'name and password open a session, whose cookie ' + 'no script reads; signing out ends it for good',
  async () => {
    const ada = pages.visitor()
    const { status, headers } = await ada.signIn('Ada')
    expect(status).toBe(303)
    expect(headers.get('location')).toBe('/clients')
    expect(headers.get('set-cookie')).toMatch(/^qc-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await ada.get('/clients')).text).toContain('ada')

    const { cookie } = ada
    expect((await ada.post('/sign-out', {})).headers.get('location')).toBe('/sign-in')
    ada.cookie = cookie
    expect((await ada.get('/clients')).status).toBe(303)
  },
)

test('a wrong password and an unknown name read alike', async () => {
  const wrong = await pages.visitor().signIn('ada', 'not the right sentence')
  const unknown = await pages.visitor().signIn('nobody', 'not the right sentence')
  expect(wrong.status).toBe(401)
  expect(wrong.headers.get('set-cookie')).toBeNull()
  expect(unknown.text.replace('value="nobody"', 'value="ada"')).toBe(wrong.text)
})

test('after five failures in a row a name has to wait, and longer each time', async () => {
  const statuses: number[] = []
  for (let attempt = 0; attempt < 6; attempt += 1)
    statuses.push((await pages.visitor().signIn('ada', 'wrong, wrong, wrong')).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  expect((await pages.visitor().signIn('ada')).status).toBe(429)
  expect((await pages.visitor().signIn('grace')).status).toBe(303)
  pages.clock.now += 5_000
  expect((await pages.visitor().signIn('ada', 'wrong, wrong, wrong')).status).toBe(401)
  pages.clock.now += 5_000
  expect((await pages.visitor().signIn('ada')).status).toBe(429)
  pages.clock.now += 5_000
  expect((await pages.visitor().signIn('ada')).status).toBe(303)
})

test('a session ends after 30 minutes without a request, and after 12 hours in any case', async () => {
  const ada = await pages.signedIn()
  pages.clock.now += 29 * minute
  expect((await ada.get('/clients')).status).toBe(200)
  pages.clock.now += 30 * minute
  expect((await ada.get('/clients')).status).toBe(303)

  const grace = await pages.signedIn('grace')
  for (let elapsed = 0; elapsed < 12 * 60 - 20; elapsed += 20) {
    pages.clock.now += 20 * minute
    expect((await grace.get('/clients')).status).toBe(200)
  }
  pages.clock.now += 20 * minute
  expect((await grace.get('/clients')).status).toBe(303)
})

test('sessions end with the password and with the user; a broken users file lets nobody in', async () => {
  const own = await openPages()
  const [ada, grace] = [await own.signedIn('ada'), await own.signedIn('grace')]
  await addAdminUser(own.files.users, { name: 'ada', password: `${password}!` }, cheap)
  await removeAdminUser(own.files.users, 'grace')
  expect((await ada.get('/clients')).status).toBe(303)
  expect((await grace.get('/clients')).status).toBe(303)

  writeFileSync(own.files.users, '{')
  const { status, text } = await own.visitor().signIn('ada')
  expect(status).toBe(409)
  expect(text).toContain('admin-cli users add')
  await own.stop()
})

test('a form of another site, of none, or of another session changes nothing', async () => {
  const ada = await pages.signedIn()
  const grace = await pages.signedIn('grace')
  const fields = { action: 'set', profile: 'video_general', seen: '' }
  await ada.get('/clients/acme/settings')
  await grace.get('/clients/acme/settings')
  const refused = [
    ada.post('/clients/acme/settings', fields, { origin: 'https://evil.example' }),
    ada.post('/clients/acme/settings', fields, { origin: 'null' }),
    ada.post('/clients/acme/settings', { ...fields, form_token: '' }),
    ada.post('/clients/acme/settings', { ...fields, form_token: 'x'.repeat(43) }),
    ada.post('/sign-out', { form_token: '' }),
    pages.visitor().post('/sign-in', { name: 'ada', password }, { origin: 'https://evil.example' }),
  ]
  for (const { status } of await Promise.all(refused)) expect(status).toBe(403)
  expect(pages.deps.config.defaults.stored('acme')).toBeNull()
  expect((await ada.get('/clients')).status).toBe(200)
})

test('a form that is no form, or endless, is refused', async () => {
  const ada = await pages.signedIn()
  await ada.get('/clients/acme/settings')
  const json = await ada.post('/clients/acme/settings', {}, { 'content-type': 'application/json' })
  expect(json.status).toBe(415)
  const endless = await ada.post('/clients/acme/settings', { profile: 'x'.repeat(70_000) })
  expect(endless.status).toBe(413)
})

test('another host name that leads here is refused', async () => {
  const status = await new Promise((resolve, reject) => {
    const asked = request(`${pages.url}/sign-in`, { headers: { host: 'rebound.example' } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
    asked.end()
  })
  expect(status).toBe(421)
})

test('every answer forbids scripts, frames and foreign sources, and is kept by nobody', async () => {
  const ada = await pages.signedIn()
  for (const path of ['/clients', '/nowhere', '/sign-in']) {
    const { headers, text } = await ada.get(path)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; " +
        "frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).not.toMatch(/<script|style="|\son\w+=/)
  }
})

test('behind a public https address the cookie is Secure and bound to the host', async () => {
  const behind = await openPages((deps) => ({
    ...deps,
    settings: { ...deps.settings, publicUrl: 'https://qc.example.com' },
  }))
  const headers = { host: 'qc.example.com', origin: 'https://qc.example.com' }
  const body = new URLSearchParams({ name: 'ada', password }).toString()
  const cookie = await new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    }
    const asked = request(`${behind.url}/sign-in`, options, (response) => {
      response.resume()
      resolve(response.headers['set-cookie']?.[0])
    })
    asked.on('error', reject)
    asked.end(body)
  })
  expect(cookie).toMatch(/^__Host-qc-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  await behind.stop()
})

describe('with an authenticating proxy', () => {
  const withProxy = (trustedProxyAddress: string) =>
    openPages((deps) => ({
      ...deps,
      settings: { ...deps.settings, trustedUserHeader: 'X-Forwarded-User', trustedProxyAddress },
    }))

  test('its header names the user, who has a session and no password', async () => {
    const behind = await withProxy('127.0.0.1')
    const visitor = behind.visitor()
    const { status, text } = await visitor.get('/clients', { 'x-forwarded-user': 'lin@example.com' })
    expect(status).toBe(200)
    expect(text).toContain('lin@example.com')
    expect(text).not.toContain('Sign out')
    expect((await visitor.get('/clients')).status).toBe(401)
    expect((await visitor.signIn('ada')).status).toBe(401)
    await behind.stop()
  })

  test('the header of anybody else counts for nothing', async () => {
    const behind = await withProxy('10.1.2.3')
    const { status } = await behind.visitor().get('/clients', { 'x-forwarded-user': 'mallory' })
    expect(status).toBe(401)
    await behind.stop()
  })

  test('without that setting the header counts for nothing', async () => {
    const { status } = await pages.visitor().get('/clients', { 'x-forwarded-user': 'mallory' })
    expect(status).toBe(303)
  })
})
