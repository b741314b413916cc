import type { Box } from '../../box/box'
import { BoxError } from '../../box/box-error'
import { type ActivityWorld, boxOf, openActivityWorld, png } from '../support/activity-world'

let world: ActivityWorld
let box: Box
beforeAll(async () => {
  world = await openActivityWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.control.clearFaults()
  box = boxOf(world.sim, 1_500)
})

describe('createBox', () => {
  it('reads a file with its location, its version and its creator', async () => {
    const upload = await world.put('hero – ü 🎬.png', png)
    const file = await box.getFile(upload.fileId)
    expect(file).toMatchObject({
      type: 'file',
      id: upload.fileId,
      name: 'hero – ü 🎬.png',
      versionId: upload.versionId,
      sha1: upload.sha1,
      sizeBytes: png.length,
      parentId: world.incoming,
      createdById: world.anna,
      isTrashed: false,
      tags: [],
    })
    expect(file.ancestors.map(({ id }) => id)).toContain(world.incoming)
    expect(Date.parse(file.modifiedAt ?? '')).not.toBeNaN()
  })

  it('reads our own user', async () => {
    await expect(box.me()).resolves.toMatchObject({ id: world.sim.serviceAccountId })
  })

  it('reads the permissions of a folder', async () => {
    await expect(box.getFolder(world.incoming)).resolves.toMatchObject({
      type: 'folder',
      permissions: { canUpload: true },
    })
  })

  it('asks for one token when many calls begin at once', async () => {
    const before = await tokensAsked()
    await Promise.all(Array.from({ length: 8 }, () => box.me()))
    expect((await tokensAsked()) - before).toBe(1)
  })

  it('gets a new token when the old one has expired', async () => {
    await box.me()
    await world.control.expireTokens()
    const before = await tokensAsked()
    await expect(Promise.all([box.me(), box.me(), box.getFolder(world.incoming)])).resolves.toHaveLength(3)
    expect(await tokensAsked()).toBeGreaterThan(before)
  })

  it.each([
    ['seconds', () => '1'],
    ['an HTTP date', () => new Date(Date.now() + 2_000).toUTCString()],
  ])('waits out a 429 whose Retry-After is in %s', async (_form, header) => {
    await box.me()
    await world.control.fault({
      path: '/2.0/users/me',
      kind: 'answer',
      status: 429,
      headers: { 'Retry-After': header() },
    })
    const start = Date.now()
    await expect(box.me()).resolves.toMatchObject({ id: world.sim.serviceAccountId })
    expect(Date.now() - start).toBeGreaterThan(500)
  })

  it('holds back all calls after a 429', async () => {
    await box.me()
    const refusal = { path: '/2.0/users/me', kind: 'answer' as const, status: 429 }
    await world.control.fault({ ...refusal, headers: { 'Retry-After': '2' } })
    const before = (await world.control.requests()).length
    const refused = box.me()
    await world.control.waitForRequest(({ status }) => status === 429, { after: before })
    const start = Date.now()
    await Promise.all([refused, box.getFolder(world.incoming), box.getFolder(world.reports)])
    expect(Date.now() - start).toBeGreaterThan(1_500)
    const since = (await world.control.requests()).slice(before)
    expect(since.filter(({ status }) => status === 429)).toHaveLength(1)
  })

  it("stays within Box's limits by itself", async () => {
    const limits = { callsPerMinute: 100, uploadsPerMinute: 50 }
    await world.control.setSwitches({ rateLimits: limits })
    const limited = boxOf(world.sim, 1_500, limits)
    const before = (await world.control.requests()).length
    await Promise.all(Array.from({ length: 14 }, () => limited.getFolder(world.incoming)))
    const since = (await world.control.requests()).slice(before)
    await world.control.setSwitches({ rateLimits: false })
    expect(since.filter(({ status }) => status === 429)).toEqual([])
  })

  it('leaves a long Retry-After to the caller', async () => {
    await world.control.fault({
      path: '/2.0/users/me',
      kind: 'answer',
      status: 429,
      headers: { 'Retry-After': '100' },
    })
    await expect(box.me()).rejects.toMatchObject({ kind: 'not_yet', status: 429, retryAfterMs: 100_000 })
  })

  it('repeats a read after a 500, an HTML error page and a broken connection', async () => {
    await world.control.fault({ path: '/2.0/users/me', kind: 'answer', status: 500 })
    await expect(box.me()).resolves.toBeDefined()
    await world.control.fault({
      path: '/2.0/users/me',
      kind: 'answer',
      status: 502,
      html: '<h1>Bad Gateway</h1>',
    })
    await expect(box.me()).resolves.toBeDefined()
    await world.control.fault({ path: '/2.0/users/me', kind: 'reset' })
    await expect(box.me()).resolves.toBeDefined()
  })

  it('reports HTML error pages and silence as "no answer"', async () => {
    await world.control.fault({
      path: '/2.0/users/me',
      kind: 'answer',
      status: 502,
      html: '<h1>Bad Gateway</h1>',
      times: 9,
    })
    await expect(box.me()).rejects.toMatchObject({ kind: 'no_answer' })
    await world.control.clearFaults()
    await world.control.fault({ path: '/2.0/users/me', kind: 'hang', times: 9 })
    await expect(box.me()).rejects.toMatchObject({ kind: 'no_answer' })
  })

  it('does not repeat an upload whose answer was lost', async () => {
    await world.control.fault({ origin: 'upload', method: 'POST', kind: 'appliedAnswer', status: 503 })
    await expect(box.uploadFile(world.reports, 'once.html', Buffer.from('x'))).rejects.toMatchObject({
      kind: 'server_error',
      status: 503,
    })
    const uploads = (await world.control.requests()).filter(({ summary }) => summary.name === 'once.html')
    expect(uploads).toHaveLength(1)
  })

  it('stops when the caller aborts, also during a wait', async () => {
    const controller = new AbortController()
    await world.control.fault({ path: '/2.0/users/me', kind: 'hang', times: 9 })
    const reason = new Error('cancelled')
    setTimeout(() => controller.abort(reason), 100)
    await expect(box.me(controller.signal)).rejects.toBe(reason)
  })

  it('reads the kind of a refusal from its status and code', async () => {
    await expect(box.getFile('999999')).rejects.toMatchObject({ kind: 'not_found', status: 404 })
    await expect(box.getFile('abc')).rejects.toMatchObject({ kind: 'refused', status: 405 })
    await expect(box.getFolder(world.elsewhere)).rejects.toMatchObject({ kind: 'not_found' })
    const upload = await world.put('trashed.png', png)
    await world.control.trash(upload.fileId)
    await expect(box.getFile(upload.fileId)).rejects.toMatchObject({ kind: 'trashed' })
  })

  it.each([
    [403, 'access_denied_insufficient_permissions', 'forbidden'],
    [403, 'access_denied_item_locked', 'locked'],
    [403, 'storage_limit_exceeded', 'quota'],
    [403, 'forbidden_by_policy', 'policy'],
    [403, 'insufficient_scope', 'scope'],
    [403, 'access_from_location_blocked', 'refused'],
    [409, 'item_name_in_use', 'name_taken'],
    [409, 'name_temporarily_reserved', 'busy'],
    [409, 'operation_blocked_temporary', 'busy'],
    [409, 'anything_else', 'conflict'],
  ])("reads a %i %s as %s and keeps Box's words", async (status, code, kind) => {
    const body = { type: 'error', status, code, message: 'In the words of Box' }
    await world.control.fault({ path: '/2.0/users/me', kind: 'answer', status, body })
    const message = expect.stringContaining(`${status} ${code} to "read our own user": In the words of Box`)
    await expect(box.me()).rejects.toMatchObject({ kind, status, code, message })
  })

  it.each([
    [403, 'access_denied_item_locked', 'locked'],
    [403, 'forbidden_by_policy', 'policy'],
    [403, 'access_denied_insufficient_permissions', 'forbidden'],
  ])('reads why a download is refused: %i %s is %s', async (status, code, kind) => {
    const { fileId, versionId } = await world.put(`${code}.png`, png)
    const path = '/2.0/files/*/content'
    await world.control.fault({ path, kind: 'error', code, status, times: 2 })
    const { signal } = new AbortController()
    const wanted = { fileId, versionId, fromByte: 0, signal }
    await expect(box.openContent(wanted)).rejects.toMatchObject({ kind, status, code })
    // The reason is gone at the second look: the next attempt may succeed.
    await world.control.fault({ path, kind: 'error', code, status })
    await expect(box.openContent(wanted)).rejects.toMatchObject({ kind: 'server_error', status })
  })

  it('gives the conflicts of both shapes', async () => {
    const folder = await box.createFolder(world.reports, 'sub')
    await expect(box.createFolder(world.reports, 'SUB')).rejects.toMatchObject({
      kind: 'name_taken',
      conflicts: [{ type: 'folder', id: folder.id }],
    })
    const file = await box.uploadFile(world.reports, 'a.html', Buffer.from('a'))
    await expect(box.uploadFile(world.reports, 'a.html', Buffer.from('b'))).rejects.toMatchObject({
      kind: 'name_taken',
      conflicts: [{ type: 'file', id: file.id }],
    })
    await world.control.reserveName({ parentId: world.reports, name: 'held.html', times: 1 })
    await expect(box.uploadFile(world.reports, 'held.html', Buffer.from('b'))).rejects.toMatchObject({
      kind: 'busy',
    })
  })

  it('uploads a new version only over the version that it has read', async () => {
    const file = await box.uploadFile(world.reports, 'v.html', Buffer.from('1'))
    const second = await box.uploadVersion(file, Buffer.from('2'))
    expect(second).toMatchObject({ id: file.id, name: 'v.html' })
    expect(second.versionId).not.toBe(file.versionId)
    await expect(box.uploadVersion(file, Buffer.from('3'))).rejects.toMatchObject({ kind: 'changed' })
  })

  it('keeps tokens and keys out of its errors', async () => {
    const error = await box.getFile('999999').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(BoxError)
    const { inspect } = await import('node:util')
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/Bearer|Authorization|assertion/i)
  })

  it('reports credentials that Box does not accept as unauthorized', async () => {
    const app = await world.control.createApp({ name: 'other' })
    await world.control.setApp(app.appId, { isAuthorized: false })
    const other = boxOf({ ...world.sim, jwtConfigFile: app.jwtConfigFile })
    await expect(other.me()).rejects.toMatchObject({ kind: 'unauthorized' })
  })

  it('reads a thumbnail when Box has made it; a placeholder, damaged or foreign file has none', async () => {
    const signal = AbortSignal.timeout(10_000)
    const image = await world.put('thumbnail.png', png)
    const jpeg = await box.thumbnail(image.fileId, signal)
    expect(jpeg?.subarray(0, 3).toString('hex')).toBe('ffd8ff')
    const asked = (await world.control.requests()).filter(({ path }) => path.includes('/thumbnail'))
    expect(asked.map(({ status }) => status)).toEqual([202, 200])
    for (const name of ['notes.txt', 'damaged.jpg']) {
      const { fileId } = await world.put(name, Buffer.from('no image'))
      await expect(box.thumbnail(fileId, signal)).resolves.toBeUndefined()
    }
    await expect(box.thumbnail('404404', signal)).resolves.toBeUndefined()
  })

  it('lists all items of a folder', async () => {
    const folder = await box.createFolder(world.reports, 'many')
    for (let index = 0; index < 3; index++)
      await box.uploadFile(folder.id, `file ${index}.html`, Buffer.from(String(index)))
    await box.createFolder(folder.id, 'inner')
    const items = []
    for await (const item of box.listFolder(folder.id)) items.push(item)
    expect(items.map(({ type, name }) => `${type} ${name}`).sort()).toEqual([
      'file file 0.html',
      'file file 1.html',
      'file file 2.html',
      'folder inner',
    ])
    expect(items.find(({ type }) => type === 'file')).toMatchObject({
      sizeBytes: 1,
      createdById: world.sim.serviceAccountId,
    })
  })

  it('registers, reads, changes, lists and deletes webhooks', async () => {
    const { webhooks } = box
    const address = 'https://gateway.sandbox.example/box/webhook'
    const made = await webhooks.create({ folderId: world.incoming, address, triggers: ['FILE.UPLOADED'] })
    expect(made).toMatchObject({
      targetId: world.incoming,
      targetType: 'folder',
      address,
      triggers: ['FILE.UPLOADED'],
    })
    await expect(
      webhooks.create({ folderId: world.incoming, address, triggers: ['FILE.UPLOADED'] }),
    ).rejects.toMatchObject({
      kind: 'conflict',
    })
    await webhooks.update(made.id, { address: `${address}/2`, triggers: ['FILE.UPLOADED'] })
    await expect(webhooks.get(made.id)).resolves.toMatchObject({ address: `${address}/2` })
    const listed = []
    for await (const one of webhooks.list()) listed.push(one.id)
    expect(listed).toContain(made.id)
    await webhooks.delete(made.id)
    await expect(webhooks.get(made.id)).rejects.toMatchObject({ kind: 'not_found' })
  })

  async function tokensAsked() {
    return (await world.control.requests()).filter(({ path }) => path.endsWith('/oauth2/token')).length
  }
})
