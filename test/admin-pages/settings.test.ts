import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { openPages, type PagesUnderTest, type Visitor } from '../support/admin-pages'

let pages: PagesUnderTest
let ada: Visitor
beforeAll(async () => {
  pages = await openPages()
  ada = await pages.signedIn('ada')
})
afterAll(() => pages.stop())
/** Every test begins without an override and without a history. */
afterEach(() => {
  for (const name of ['client_defaults.json', 'client_defaults.log.jsonl'])
    rmSync(join(pages.folder, name), { recursive: true, force: true })
})

const settings = '/clients/acme/settings'
const set = { action: 'set', profile: 'video_general', seen: '' }

test('a client is picked, its default profile set, and reverted; the history says who did what', async () => {
  expect((await ada.get('/clients')).text).toContain('Acme &lt;Beverages&gt;')
  const before = (await ada.get(settings)).text
  expect(before).toContain('Default Profile')
  expect(before).toContain('Set as default')
  expect(before).not.toContain('Revert to static default')

  expect((await ada.post(settings, set)).headers.get('location')).toBe(settings)
  const after = (await ada.get(settings)).text
  expect(after).toContain('is now the default profile of Acme')
  expect(after).toContain('Revert to static default')
  expect((await ada.get(settings)).text).not.toContain('is now the default profile')

  await ada.post(settings, { action: 'revert', seen: 'video_general' })
  expect((await ada.get(settings)).text).toContain('back on its static default')
  expect(pages.deps.config.defaults.history('acme')).toMatchObject([
    { who: 'ada', from: null, to: 'video_general' },
    { who: 'ada', from: 'video_general', to: null },
  ])
})

test('of two admins at once the second is told, and nothing of the first is lost', async () => {
  const grace = await pages.signedIn('grace')
  await ada.get(settings)
  await grace.get(settings)
  await ada.post(settings, set)
  const late = await grace.post(settings, { ...set, profile: 'static_general' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Nothing was changed: somebody else changed this setting')
  expect(late.text).toMatch(/value="static_general"\s+required\s+checked/)
  expect(pages.deps.config.defaults.stored('acme')).toBe('video_general')
  const again = await grace.post(settings, { ...set, profile: 'static_general', seen: 'video_general' })
  expect(again.status).toBe(303)
})

test('a broken client_defaults.json is told on every page and never overwritten', async () => {
  writeFileSync(pages.files.clientDefaults, '{"acme": ')
  expect((await ada.get('/clients')).text).toContain('is not JSON')
  expect((await ada.get(settings)).text).toContain('The override is not used')
  const { status, text } = await ada.post(settings, set)
  expect(status).toBe(409)
  expect(text).toContain('Nothing was changed')
  expect(readFileSync(pages.files.clientDefaults, 'utf8')).toBe('{"acme": ')
})

test('an override that is no longer possible is told, and can be reverted', async () => {
  writeFileSync(pages.files.clientDefaults, '{"acme": "gone"}')
  const { text } = await ada.get(settings)
  expect(text).toContain('uploads get the static default')
  await ada.post(settings, { action: 'revert', seen: 'gone' })
  expect(pages.deps.config.defaults.stored('acme')).toBeNull()
})

test('a full disk is told, and nothing is changed', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  const { defaults } = pages.deps.config
  const set507 = jest.spyOn(defaults, 'set').mockRejectedValue(full)
  await ada.get(settings)
  const { status, text } = await ada.post(settings, set)
  expect(status).toBe(507)
  expect(text).toContain('The disk is full')
  set507.mockRestore()
})

test('a file that cannot be written is told', async () => {
  rmSync(pages.files.clientDefaults, { force: true })
  mkdirSync(pages.files.clientDefaults)
  chmodSync(pages.files.clientDefaults, 0o755)
  await ada.get(settings)
  const { status, text } = await ada.post(settings, set)
  expect(status).toBe(409)
  expect(text).toContain('cannot be read')
})

test.each([
  ['a profile of another client', { ...set, profile: 'tv_eu' }, 409, 'expected one of the client'],
  ['no profile', { action: 'set', seen: '' }, 409, 'Choose a profile first'],
  ['a forged value', { ...set, seen: '<script>' }, 409, 'somebody else changed'],
])('%s is refused', async (_, fields, status, words) => {
  await ada.get(settings)
  const seen = await ada.post(settings, fields)
  expect(seen.status).toBe(status)
  expect(seen.text).toContain(words)
})

test('a profile reads as sentences, and every profile can be shown', async () => {
  const { text } = await ada.get('/profiles/static_general')
  expect(text).toContain('Lower resolution fails: 72 ppi')
  expect(text).toContain('Maximum size: no limit')
  expect(text).toContain('Exact sizes such as 300x250: any')
  expect(text).not.toContain('0 sets no limit')
  for (const id of pages.deps.config.profiles().keys())
    expect((await ada.get(`/profiles/${id}`)).status).toBe(200)
  expect((await ada.get('/profiles/none')).status).toBe(404)
})

test('folders show which profile their uploads get', async () => {
  const { text } = await ada.get('/clients/globex/settings/folders')
  expect(text).toContain('https://app.box.com/folder/21')
  expect(text).toContain('the map in clients.yaml')
  expect(text).toContain('the default profile')
})

test('unknown clients and wrong methods are told', async () => {
  expect((await ada.get('/clients/%3Cscript%3E/settings')).text).toContain('&lt;script&gt;')
  expect((await ada.get('/clients/%E0%A4%A')).status).toBe(404)
  expect((await ada.post('/clients', {})).status).toBe(405)
})
