import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { rawCaller, rawUpload, seedClient } from './support'

let box: SimulatedBox
let client: Awaited<ReturnType<typeof seedClient>>
let fileId: string

beforeAll(async () => {
  box = await startSimulatedBox()
  client = await seedClient(box)
})
beforeEach(async () => {
  const name = `${Math.random()}.txt`
  fileId = (
    await box.control.upload({ userId: client.anna, folderId: client.incoming, name, content: 'hello' })
  ).fileId
})
afterEach(() => box.control.clearFaults())
afterAll(() => box.stop())

const call = (method: string, path: string, body?: unknown) =>
  rawCaller(box, box.serviceAccountId)(method, path, body)
const rename = (name: string) => call('PUT', `/2.0/files/${fileId}`, { name })
const nameNow = async () => (await box.control.tree(client.incoming)).find(({ id }) => id === fileId)?.name
const lastRequest = async () => (await box.control.requests()).filter(({ method }) => method === 'PUT').at(-1)

describe('before Box applies a request', () => {
  test.each<[{ status: number; headers?: Record<string, string>; body?: Record<string, unknown> }, string]>([
    [{ status: 429, headers: { 'retry-after': '7' } }, 'rate_limit_exceeded'],
    [{ status: 429, headers: { 'retry-after': 'Tue, 24 Nov 2026 10:00:00 GMT' } }, 'rate_limit_exceeded'],
    [{ status: 500 }, 'internal_server_error'],
    [{ status: 503 }, 'unavailable'],
    [{ status: 404, body: { type: 'error', code: 'trashed' } }, 'trashed'],
  ])('%j is answered, once', async (answer, code) => {
    const { id } = await box.control.fault({ method: 'PUT', path: '/2.0/files/*', kind: 'answer', ...answer })
    const heard = await rename('new.txt')
    expect({ status: heard.status, code: heard.body.code }).toEqual({ status: answer.status, code })
    expect(heard.headers.get('retry-after')).toBe(answer.headers?.['retry-after'] ?? null)
    expect(await nameNow()).not.toBe('new.txt')
    expect(await lastRequest()).toMatchObject({
      status: answer.status,
      applied: false,
      faultId: id,
      summary: { name: 'new.txt' },
    })
    expect((await rename(`${Math.random()}`)).status).toBe(200)
  })

  test.each([
    ['access_denied_item_locked', undefined, 403],
    ['storage_limit_exceeded', undefined, 403],
    ['forbidden_by_policy', undefined, 403],
    ['operation_conflict', 409, 409],
  ])("Box's own error %s, with status %s ordered", async (code, status, expected) => {
    await box.control.fault({ method: 'PUT', path: '/2.0/files/*', kind: 'error', code, status })
    const answer = await rename('new.txt')
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status: expected,
      body: { type: 'error', status: expected, code },
    })
    expect(await lastRequest()).toMatchObject({ applied: false, faultKind: 'error' })
  })

  test('a share of the requests, the same ones for the same seed', async () => {
    const metWith = async (seed: number) => {
      const order = { path: '/2.0/users/me', times: 1_000, probability: 0.2, seed } as const
      const fault = await box.control.fault({ ...order, kind: 'answer', status: 500 })
      const statuses: number[] = []
      for (let count = 0; count < 100; count += 1) statuses.push((await call('GET', '/2.0/users/me')).status)
      await fault.clear()
      return statuses
    }
    const met = await metWith(7)
    const share = met.filter((status) => status === 500).length
    expect(share).toBeGreaterThan(8)
    expect(share).toBeLessThan(35)
    expect(await metWith(7)).toEqual(met)
    expect(await metWith(8)).not.toEqual(met)
  })

  test('a test can wait until its fault has met a request, and gets an error when none came', async () => {
    const fault = await box.control.fault({
      method: 'PUT',
      path: '/2.0/files/*',
      kind: 'answer',
      status: 503,
    })
    await expect(fault.fired({ timeoutMs: 1 })).rejects.toThrow('met 0 of 1 requests within 1 ms')
    const waiting = fault.fired()
    await rename('new.txt')
    await expect(waiting).resolves.toBeUndefined()
  })

  test("a gateway's page instead of JSON", async () => {
    await box.control.fault({
      path: '/2.0/users/me',
      kind: 'answer',
      status: 502,
      html: '<html>Bad Gateway</html>',
    })
    const { status, headers, text } = await call('GET', '/2.0/users/me')
    expect({ status, type: headers.get('content-type'), text }).toEqual({
      status: 502,
      type: 'text/html; charset=utf-8',
      text: '<html>Bad Gateway</html>',
    })
  })

  test('a reset connection', async () => {
    await box.control.fault({ method: 'PUT', kind: 'reset' })
    await expect(rename('new.txt')).rejects.toThrow()
    expect(await lastRequest()).toMatchObject({ status: 0, applied: false })
  })

  test('an answer that never comes', async () => {
    const { id } = await box.control.fault({ method: 'PUT', kind: 'hang' })
    const token = await box.control.token(box.serviceAccountId)
    const giveUp = new AbortController()
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const hanging = fetch(`${box.apiUrl}/2.0/files/${fileId}`, {
      method: 'PUT',
      headers,
      body: '{"name":"x"}',
      signal: giveUp.signal,
    })
    const outcome = hanging.then(
      () => 'answered',
      () => 'given up',
    )
    await box.control.waitForRequest(({ faultId }) => faultId === id)
    giveUp.abort()
    expect(await outcome).toBe('given up')
  })

  test("an upload's body that is cut leaves nothing", async () => {
    await box.control.fault({
      origin: 'upload',
      path: '/2.0/files/content',
      kind: 'cutUpload',
      afterBytes: 1_000,
    })
    const attributes = { name: 'cut.bin', parent: { id: client.incoming } }
    await expect(
      rawUpload(box, client.anna, { attributes, content: Buffer.alloc(500_000) }),
    ).rejects.toThrow()
    const entry = await box.control.waitForRequest(
      ({ summary, origin }) => origin === 'upload' && summary.name === 'cut.bin',
    )
    expect(entry).toMatchObject({ applied: false, status: 0 })
    expect((await rawUpload(box, client.anna, { attributes, content: 'whole' })).status).toBe(201)
  })
})

describe('after Box applied a request', () => {
  test('503 but applied', async () => {
    await box.control.fault({
      method: 'PUT',
      path: `/2.0/files/${fileId}`,
      kind: 'appliedAnswer',
      status: 503,
    })
    const name = `${Math.random()}`
    expect((await rename(name)).status).toBe(503)
    expect(await nameNow()).toBe(name)
    expect(await lastRequest()).toMatchObject({
      status: 503,
      applied: true,
      result: [{ type: 'file', id: fileId, name }],
    })
  })

  test('a reset connection, of an upload that Box has by now', async () => {
    await box.control.fault({ origin: 'upload', name: 'applied*', kind: 'appliedReset' })
    const attributes = { name: 'applied.txt', parent: { id: client.incoming } }
    await expect(rawUpload(box, client.anna, { attributes, content: 'x' })).rejects.toThrow()
    expect((await rawUpload(box, client.anna, { attributes, content: 'x' })).body).toMatchObject({
      code: 'item_name_in_use',
    })
  })
})

describe('which requests a fault meets', () => {
  test('the n-th one, so many times, of this user only', async () => {
    await box.control.fault({
      path: '/2.0/users/me',
      userId: box.serviceAccountId,
      afterCalls: 1,
      times: 2,
      kind: 'answer',
      status: 500,
    })
    const statuses: number[] = []
    for (const userId of [
      box.serviceAccountId,
      client.anna,
      box.serviceAccountId,
      box.serviceAccountId,
      box.serviceAccountId,
    ]) {
      statuses.push((await rawCaller(box, userId)('GET', '/2.0/users/me')).status)
    }
    expect(statuses).toEqual([200, 200, 500, 500, 200])
  })

  test.each([
    ['/2.0/files/*', true],
    ['/2.0/*', false],
    ['/2.0/**', true],
    ['/\\/files\\/\\d+$/', true],
    ['/2.0/folders/*', false],
  ])('the path %s: %s', async (path, isMet) => {
    await box.control.fault({ path, kind: 'answer', status: 418 })
    expect((await call('GET', `/2.0/files/${fileId}`)).status).toBe(isMet ? 418 : 200)
  })

  test('an error names what a wrong order should have contained', async () => {
    await expect(box.control.fault({ kind: 'explode' } as never)).rejects.toThrow(
      /expected one of answer, appliedAnswer/,
    )
    await expect(box.control.fault({ kind: 'error', code: 'unknown' })).rejects.toThrow(/HTTP status/)
    await expect(box.control.fault({ kind: 'answer' } as never)).rejects.toThrow(/HTTP status/)
    await expect(box.control.fault({ kind: 'reset', path: '/(/' })).rejects.toThrow(/regular expression/)
  })
})

describe('a pause point', () => {
  test('before: nothing is applied until it is released', async () => {
    const hold = await box.control.hold({ method: 'PUT', path: '/2.0/files/*', at: 'before' })
    const name = `${Math.random()}`
    const renaming = rename(name)
    expect(await hold.reached()).toMatchObject([{ method: 'PUT', summary: { name }, applied: false }])
    expect(await nameNow()).not.toBe(name)
    await hold.release()
    expect((await renaming).status).toBe(200)
    expect((await rename(`${Math.random()}`)).status).toBe(200)
  })

  test('after: Box has applied the request, and the client has no answer', async () => {
    const hold = await box.control.hold({ method: 'PUT', path: '/2.0/files/*', at: 'after' })
    const name = `${Math.random()}`
    const renaming = rename(name)
    const [entry] = await hold.reached()
    expect(entry).toMatchObject({ applied: true, status: 0, result: [{ id: fileId, name }] })
    expect(await nameNow()).toBe(name)
    await hold.release({ then: 'reset' })
    await expect(renaming).rejects.toThrow()
  })

  test.each([
    [{}, false],
    [{ applyAnyway: true }, true],
  ])('before, and the client dies meanwhile: released with %j, applied %s', async (release, isApplied) => {
    const hold = await box.control.hold({ method: 'PUT', path: '/2.0/files/*', at: 'before' })
    const name = `${Math.random()}`
    const dying = new AbortController()
    const headers = {
      authorization: `Bearer ${await box.control.token(client.anna)}`,
      'content-type': 'application/json',
    }
    const renaming = fetch(`${box.apiUrl}/2.0/files/${fileId}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ name }),
      signal: dying.signal,
    })
    const outcome = renaming.catch(() => 'died')
    const [entry] = await hold.reached()
    expect(entry?.durationMs).toBeUndefined()
    dying.abort()
    expect(await outcome).toBe('died')
    while ((await hold.reached())[0]?.durationMs === undefined) continue
    await hold.release(release)
    await box.control.waitForRequest(({ method, summary }) => method === 'PUT' && summary.name === name)
    expect((await nameNow()) === name).toBe(isApplied)
  })

  test('that nothing reaches says so', async () => {
    const hold = await box.control.hold({ path: '/2.0/nothing', at: 'before' })
    await expect(hold.reached({ timeoutMs: 10 })).rejects.toThrow(/0 of 1 requests/)
  })
})

test('rate limits: calls and uploads a minute as ordered, per user, then 429 with Retry-After', async () => {
  await box.control.setSwitches({ rateLimits: { callsPerMinute: 3, uploadsPerMinute: 1 } })
  const statuses: number[] = []
  for (let count = 0; count < 4; count += 1) statuses.push((await call('GET', '/2.0/users/me')).status)
  expect(statuses).toEqual([200, 200, 200, 429])
  const limited = await call('GET', '/2.0/users/me')
  expect(limited.body).toMatchObject({ status: 429, code: 'rate_limit_exceeded' })
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(50)
  expect((await rawCaller(box, client.anna)('GET', '/2.0/users/me')).status).toBe(200)
  const upload = (name: string) =>
    rawUpload(box, client.anna, { attributes: { name, parent: { id: client.incoming } }, content: 'x' })
  expect([(await upload('limit 1')).status, (await upload('limit 2')).status]).toEqual([201, 429])
  await box.control.setSwitches({ rateLimits: false })
  expect((await call('GET', '/2.0/users/me')).status).toBe(200)
})

test('the log is in the order of decision, and can be waited on', async () => {
  const after = (await box.control.requests()).length
  const waiting = box.control.waitForRequest(
    ({ summary, status }) => summary.name === 'awaited.txt' && status === 200,
    { after },
  )
  await rename('awaited.txt')
  expect(await waiting).toMatchObject({
    seq: after + 1,
    userId: box.serviceAccountId,
    appId: box.appId,
    applied: true,
    status: 200,
  })
  await expect(box.control.waitForRequest(() => false, { timeoutMs: 20 })).rejects.toThrow(
    /none of \d+ requests/,
  )
})

test('the control API answers no web page, and no rebound name', async () => {
  const strangers: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of strangers) {
    expect((await fetch(`${box.controlUrl}/control/info`, { headers })).status).toBe(403)
  }
  expect((await fetch(`${box.controlUrl}/control/info`)).status).toBe(200)
})
