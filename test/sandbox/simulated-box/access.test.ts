import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { rawCaller, rawUpload, seedClient } from './support'

let box: SimulatedBox
let client: Awaited<ReturnType<typeof seedClient>>

beforeAll(async () => {
  box = await startSimulatedBox()
  client = await seedClient(box)
})
afterAll(() => box.stop())

type Role = Parameters<SimulatedBox['control']['setRole']>[0]['role']
type Action =
  | 'see'
  | 'download'
  | 'upload'
  | 'newVersion'
  | 'createFolder'
  | 'rename'
  | 'move'
  | 'trash'
  | 'invite'
  | 'trashTheFolder'

/** What each action answers to the roles that may, and to those that may not. */
const allowed: Record<Action, readonly Role[]> = {
  see: ['co-owner', 'editor', 'viewer uploader', 'previewer uploader', 'viewer', 'previewer', 'uploader'],
  download: ['co-owner', 'editor', 'viewer uploader', 'viewer'],
  upload: ['co-owner', 'editor', 'viewer uploader', 'previewer uploader', 'uploader'],
  createFolder: ['co-owner', 'editor', 'viewer uploader', 'previewer uploader', 'uploader'],
  newVersion: ['co-owner', 'editor'],
  rename: ['co-owner', 'editor'],
  move: ['co-owner', 'editor'],
  trash: ['co-owner', 'editor'],
  invite: ['co-owner', 'editor'],
  trashTheFolder: ['co-owner'],
}
const success: Record<Action, number> = {
  ...{
    see: 200,
    download: 302,
    upload: 201,
    createFolder: 201,
    newVersion: 200,
    rename: 200,
    move: 200,
    trash: 204,
    invite: 201,
  },
  trashTheFolder: 204,
}
const roles: Role[] = [
  'co-owner',
  'editor',
  'viewer uploader',
  'previewer uploader',
  'viewer',
  'previewer',
  'uploader',
  null,
]

let count = 0
async function seedRole(role: Role) {
  count += 1
  const { users, folders } = await box.control.seed({
    users: [
      { key: `p${count}`, name: 'Person' },
      { key: `g${count}`, name: 'Guest' },
    ],
    folders: [
      { key: 'folder', name: `Folder ${count}`, parent: client.top },
      { key: 'below', name: 'below', parent: 'folder' },
    ],
  })
  const [userId, guestId, folderId, belowId] = [
    users[`p${count}`],
    users[`g${count}`],
    folders.folder,
    folders.below,
  ].map(String) as [string, string, string, string]
  const { fileId } = await box.control.upload({ userId: box.adminId, folderId, name: 'a.txt', content: 'a' })
  await box.control.setRole({ folderId, userId, role })
  return { userId, guestId, folderId, belowId, fileId }
}

async function attempt(action: Action, role: Role): Promise<{ status: number; code: unknown }> {
  const { userId, guestId, folderId, belowId, fileId } = await seedRole(role)
  const call = rawCaller(box, userId)
  const actions: Record<Action, () => Promise<{ status: number; body: Record<string, unknown> }>> = {
    see: () => call('GET', `/2.0/files/${fileId}`),
    download: () => call('GET', `/2.0/files/${fileId}/content`),
    upload: () =>
      rawUpload(box, userId, { attributes: { name: 'b.txt', parent: { id: folderId } }, content: 'b' }),
    newVersion: () => rawUpload(box, userId, { attributes: { name: 'a.txt' }, content: 'b', fileId }),
    createFolder: () => call('POST', '/2.0/folders', { name: '_PROCESSED', parent: { id: folderId } }),
    rename: () => call('PUT', `/2.0/files/${fileId}`, { name: 'c.txt' }),
    move: () => call('PUT', `/2.0/files/${fileId}`, { parent: { id: belowId } }),
    trash: () => call('DELETE', `/2.0/files/${fileId}`),
    invite: () =>
      call('POST', '/2.0/collaborations', {
        item: { type: 'folder', id: folderId },
        accessible_by: { type: 'user', id: guestId },
        role: 'viewer',
      }),
    trashTheFolder: () => call('DELETE', `/2.0/folders/${folderId}?recursive=true`),
  }
  const { status, body } = await actions[action]()
  return { status, code: body.code }
}

describe.each(Object.keys(allowed) as Action[])('%s', (action) => {
  test.each(roles)('as %s', async (role) => {
    const { status, code } = await attempt(action, role)
    const may = allowed[action].includes(role)
    const expected = may ? success[action] : role === null ? 404 : 403
    const expectedCode = may
      ? undefined
      : role === null
        ? 'not_found'
        : 'access_denied_insufficient_permissions'
    expect({ status, code }).toEqual({ status: expected, code: expectedCode })
  })
})

test('after a role is revoked, the folder and everything below it answer 404', async () => {
  const { userId, folderId, belowId } = await seedRole('editor')
  const call = rawCaller(box, userId)
  expect((await call('GET', `/2.0/folders/${belowId}`)).status).toBe(200)
  await box.control.setRole({ folderId, userId, role: null })
  expect((await call('GET', `/2.0/folders/${belowId}`)).status).toBe(404)
})

test('permissions show the role when they are asked for', async () => {
  const { userId, folderId, fileId } = await seedRole('viewer uploader')
  const call = rawCaller(box, userId)
  const file = await call('GET', `/2.0/files/${fileId}?fields=permissions`)
  expect(file.body).toEqual({
    type: 'file',
    id: fileId,
    etag: '0',
    permissions: expect.objectContaining({ can_download: true, can_delete: false, can_rename: false }),
  })
  const folder = await call('GET', `/2.0/folders/${folderId}?fields=permissions`)
  expect(folder.body.permissions).toMatchObject({ can_upload: true, can_delete: false })
})

test('a path begins at what the user may see, and his root lists just that', async () => {
  const { userId, folderId, belowId } = await seedRole('viewer')
  const call = rawCaller(box, userId)
  const { body } = await call('GET', `/2.0/folders/${belowId}`)
  expect(body.path_collection).toMatchObject({
    total_count: 2,
    entries: [{ id: '0', etag: null, sequence_id: null }, { id: folderId }],
  })
  expect((await call('GET', '/2.0/folders/0/items')).body).toMatchObject({
    total_count: 1,
    entries: [{ id: folderId }],
  })
  expect((await call('GET', `/2.0/folders/${folderId}`)).body.parent).toMatchObject({ id: '0' })
})

test.each([
  ['GET', '/2.0/files/abc', 405, 'method_not_allowed'],
  ['GET', '/2.0/folders/12x', 405, 'method_not_allowed'],
  ['PATCH', '/2.0/users/me', 405, 'method_not_allowed'],
  ['DELETE', '/2.0/users/me', 405, 'method_not_allowed'],
  ['GET', '/2.0/files/99', 404, 'not_found'],
  ['GET', '/2.0/no/such/thing', 501, 'not_implemented'],
])('%s %s answers %i', async (method, path, status, code) => {
  const { body, headers, ...answer } = await rawCaller(box, box.adminId)(method, path)
  expect(answer.status).toBe(status)
  expect(body).toMatchObject({
    type: 'error',
    status,
    code,
    message: expect.any(String),
    request_id: expect.stringMatching(/^\w+$/),
    help_url: expect.any(String),
  })
  expect(headers.get('content-type')).toMatch(/^application\/json/)
})

test('trashed items answer 404 trashed, also below a trashed folder, and can be restored', async () => {
  const { userId, folderId, fileId } = await seedRole('editor')
  const call = rawCaller(box, userId)
  await box.control.trash(fileId)
  expect((await call('GET', `/2.0/files/${fileId}`)).body).toMatchObject({ status: 404, code: 'trashed' })
  expect((await call('GET', `/2.0/files/${fileId}/trash`)).body).toMatchObject({
    item_status: 'trashed',
    path_collection: { entries: [{ id: '1', name: 'Trash' }] },
  })
  await box.control.restore(fileId)
  await box.control.trash(folderId)
  expect((await call('GET', `/2.0/files/${fileId}`)).body).toMatchObject({ status: 404, code: 'trashed' })
  expect((await call('PUT', `/2.0/files/${fileId}`, { name: 'x' })).body).toMatchObject({
    status: 404,
    code: 'trashed',
  })
  await box.control.restore(folderId)
  expect((await call('GET', `/2.0/files/${fileId}`)).body).toMatchObject({
    item_status: 'active',
    trashed_at: null,
  })
})

test('a move into a folder that one does not see is 403 for a file and 404 for a folder', async () => {
  const { userId, fileId, belowId } = await seedRole('editor')
  const call = rawCaller(box, userId)
  const parent = { id: client.reports }
  expect((await call('PUT', `/2.0/files/${fileId}`, { parent })).body).toMatchObject({
    status: 403,
    code: 'access_denied_insufficient_permissions',
  })
  expect((await call('PUT', `/2.0/folders/${belowId}`, { parent })).body).toMatchObject({
    status: 404,
    code: 'not_found',
  })
})

test('an app without the scope "Write all files" reads, and each write is insufficient_scope', async () => {
  const { serviceAccountId: us } = box
  const call = rawCaller(box, us)
  await box.control.setApp(box.appId, { writesFiles: false })
  expect((await call('GET', `/2.0/folders/${client.incoming}`)).status).toBe(200)
  const attributes = { name: 'a.png', parent: { id: client.reports } }
  const answers = [
    await call('PUT', '/2.0/files/0', {}),
    await call('POST', '/2.0/folders', { name: 'a', parent: { id: client.reports } }),
    await call('OPTIONS', '/2.0/files/content', attributes),
    await rawUpload(box, us, { attributes, content: 'a' }),
  ]
  for (const { body } of answers) expect(body).toMatchObject({ status: 403, code: 'insufficient_scope' })
  expect((await call('GET', '/2.0/webhooks')).status).toBe(200)
  await box.control.setApp(box.appId, { writesFiles: true })
})
