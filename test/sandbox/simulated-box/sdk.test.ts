import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { gatewayAddress, sdkFor, seedClient } from './support'

let box: SimulatedBox
let directory: string
let client: Awaited<ReturnType<typeof seedClient>>

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'box-sdk-'))
  box = await startSimulatedBox({
    captureFile: process.env.BOX_ANSWERS_FILE ?? join(directory, 'answers.jsonl'),
  })
  client = await seedClient(box)
})
afterAll(async () => {
  await box.stop()
  await rm(directory, { recursive: true })
})

const sdk = () => sdkFor(box)
const text = async (stream: AsyncIterable<unknown> | undefined) => {
  let all = ''
  for await (const chunk of stream ?? []) all += String(chunk)
  return all
}

describe("Box's own SDK accepts every answer", () => {
  test('of users', async () => {
    const me = await sdk().users.getUserMe({ fields: ['id', 'name', 'login', 'enterprise', 'role'] })
    expect(me).toMatchObject({
      id: box.serviceAccountId,
      type: 'user',
      role: 'user',
      enterprise: { id: box.enterpriseId },
    })
    expect(me.login).toMatch(/^AutomationUser_\d+_\w+@boxdevedition\.com$/)
    expect((await sdkFor(box, { userId: client.anna }).users.getUserMe()).name).toBe('Anna Ahlers')
    expect((await sdk().users.getUserById(client.anna)).login).toBe('acme-anna@client.example')
    const { entries } = await sdk().users.getUsers({ filterTerm: 'anna' })
    expect(entries?.map(({ id }) => id)).toEqual([client.anna])
  })

  test('of comments', async () => {
    const { id } = await box.control
      .upload({
        ...{ userId: client.anna, folderId: client.incoming, name: 'commented.png', content: 'x' },
      })
      .then(({ fileId }) => ({ id: fileId }))
    const item = { id, type: 'file' as const }
    const made = await sdk().comments.createComment({
      ...{ item, message: 'hello', taggedMessage: `@[${client.anna}:Anna] hello` },
    })
    expect(made).toMatchObject({ message: '@Anna hello', createdBy: { id: box.serviceAccountId }, item })
    await sdk().comments.createComment({ item, message: 'again' })
    const { entries, totalCount } = await sdk().comments.getFileComments(id)
    expect([totalCount, entries?.map(({ message }) => message)]).toEqual([2, ['@Anna hello', 'again']])
    expect(
      (await sdk().files.getFileById(id, { queryParams: { fields: ['comment_count'] } })).commentCount,
    ).toBe(2)
  })

  test('of folders', async () => {
    const folder = await sdk().folders.createFolder({ name: 'Möbel – 😀', parent: { id: client.incoming } })
    expect(folder).toMatchObject({
      name: 'Möbel – 😀',
      etag: '0',
      parent: { id: client.incoming },
      itemStatus: 'active',
    })
    const full = await sdk().folders.getFolderById(folder.id)
    expect(full.itemCollection?.totalCount).toBe(0)
    expect(full.pathCollection?.entries.map(({ name }) => name)).toEqual(['All Files', 'INCOMING'])
    const renamed = await sdk().folders.updateFolderById(folder.id, {
      requestBody: { name: 'Renamed', tags: ['a'] },
    })
    expect(renamed).toMatchObject({ id: folder.id, name: 'Renamed', etag: '1' })
    await sdk().folders.deleteFolderById(folder.id, { queryParams: { recursive: true } })
    expect((await sdk().trashedFolders.getTrashedFolderById(folder.id)).itemStatus).toBe('trashed')
    expect((await sdk().trashedItems.getTrashedItems()).entries?.map(({ id }) => id)).toContain(folder.id)
    expect((await sdk().trashedFolders.restoreFolderFromTrash(folder.id)).itemStatus).toBe('active')
    await sdk().folders.deleteFolderById(folder.id)
    await sdk().trashedFolders.deleteTrashedFolderById(folder.id)
    expect((await sdk().folders.getFolderById('0')).name).toBe('All Files')
    expect((await sdk().folders.getFolderItems('0')).entries?.map(({ type }) => type)).toEqual([
      'folder',
      'folder',
    ])
  })

  test('of files, from the upload to the trash', async () => {
    const attributes = { name: 'Grüße.txt', parent: { id: client.incoming } }
    await sdk().uploads.preflightFileUploadCheck({ ...attributes, size: 5 })
    const uploaded = await sdk().uploads.uploadFile({ attributes, file: Readable.from(Buffer.from('hello')) })
    const [file] = uploaded.entries ?? []
    expect(file).toMatchObject({
      name: 'Grüße.txt',
      size: 5,
      sha1: 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d',
      etag: '0',
    })
    const id = file?.id ?? ''
    expect(await text(await sdk().downloads.downloadFile(id))).toBe('hello')
    const again = await sdk().uploads.uploadFileVersion(id, {
      attributes: { name: 'Grüße.txt' },
      file: Readable.from(Buffer.from('world')),
    })
    expect(again.entries?.[0]?.fileVersion?.id).not.toBe(file?.fileVersion?.id)
    const versions = await sdk().fileVersions.getFileVersions(id)
    expect(versions.entries?.map((version) => version.id)).toEqual([file?.fileVersion?.id])
    expect((await sdk().fileVersions.getFileVersionById(id, file?.fileVersion?.id ?? '')).size).toBe(5)
    expect(
      await text(await sdk().downloads.downloadFile(id, { queryParams: { version: file?.fileVersion?.id } })),
    ).toBe('hello')
    expect(await text(await sdk().downloads.downloadFile(id))).toBe('world')
    const moved = await sdk().files.updateFileById(id, {
      requestBody: { name: 'moved.txt', parent: { id: client.reports }, tags: ['x'] },
    })
    expect(moved).toMatchObject({ id, name: 'moved.txt', etag: '2', parent: { id: client.reports } })
    const asked = await sdk().files.getFileById(id, {
      queryParams: { fields: ['tags', 'permissions', 'version_number'] },
    })
    expect(asked).toMatchObject({
      tags: ['x'],
      versionNumber: '2',
      permissions: { canDelete: true, canUpload: true },
    })
    const copied = await sdk().files.copyFile(id, { parent: { id: client.incoming }, name: 'copy.txt' })
    expect(copied).toMatchObject({ name: 'copy.txt', sha1: '7c211433f02071597741e6ff5a8ea34789abbf43' })
    await sdk().files.deleteFileById(id)
    expect((await sdk().trashedFiles.getTrashedFileById(id)).itemStatus).toBe('trashed')
    expect((await sdk().trashedFiles.restoreFileFromTrash(id)).itemStatus).toBe('active')
    await sdk().files.deleteFileById(id)
    await sdk().trashedFiles.deleteTrashedFileById(id)
    await expect(sdk().files.getFileById(id)).rejects.toMatchObject({ responseInfo: { statusCode: 404 } })
  })

  test('of folder items, by offset and by marker', async () => {
    const byOffset = await sdk().folders.getFolderItems('0', {
      queryParams: { limit: 1, offset: 1, sort: 'name', direction: 'DESC' },
    })
    expect(byOffset).toMatchObject({ totalCount: 2, limit: 1, offset: 1 })
    const byMarker = await sdk().folders.getFolderItems('0', {
      queryParams: { usemarker: true, limit: 1, fields: ['name', 'created_at'] },
    })
    expect(byMarker.entries).toHaveLength(1)
    const rest = await sdk().folders.getFolderItems('0', {
      queryParams: { usemarker: true, limit: 1, marker: byMarker.nextMarker ?? '' },
    })
    expect(rest.entries?.[0]?.id).not.toBe(byMarker.entries?.[0]?.id)
  })

  test('of webhooks', async () => {
    const made = await sdk().webhooks.createWebhook({
      target: { id: client.incoming, type: 'folder' },
      address: gatewayAddress,
      triggers: ['FILE.UPLOADED'],
    })
    expect(made).toMatchObject({
      address: gatewayAddress,
      triggers: ['FILE.UPLOADED'],
      createdBy: { id: box.serviceAccountId },
    })
    const id = made.id ?? ''
    const listed = await sdk().webhooks.getWebhooks()
    expect(listed.entries?.map((webhook) => [webhook.id, webhook.target?.id])).toEqual([
      [id, client.incoming],
    ])
    expect((await sdk().webhooks.getWebhookById(id)).address).toBe(gatewayAddress)
    const changed = await sdk().webhooks.updateWebhookById(id, {
      requestBody: { triggers: ['FILE.UPLOADED', 'FILE.TRASHED'] },
    })
    expect(changed.triggers).toEqual(['FILE.UPLOADED', 'FILE.TRASHED'])
    await sdk().webhooks.deleteWebhookById(id)
    expect((await sdk().webhooks.getWebhooks()).entries).toEqual([])
  })

  test('of collaborations', async () => {
    const admin = sdkFor(box, { userId: box.adminId })
    const accessibleBy = { type: 'user' as const, id: client.anna }
    const made = await admin.userCollaborations.createCollaboration({
      item: { type: 'folder', id: client.reports },
      accessibleBy,
      role: 'viewer',
    })
    expect(made).toMatchObject({ role: 'viewer', status: 'accepted', accessibleBy: { id: client.anna } })
    expect((await admin.userCollaborations.getCollaborationById(made.id)).role).toBe('viewer')
    const changed = await admin.userCollaborations.updateCollaborationById(made.id, {
      requestBody: { role: 'editor' },
    })
    expect(changed?.role).toBe('editor')
    const listed = await admin.listCollaborations.getFolderCollaborations(client.reports)
    expect(listed.entries?.map(({ role }) => role)).toEqual(['editor', 'editor'])
    await admin.userCollaborations.deleteCollaborationById(made.id)
    await expect(
      sdkFor(box, { userId: client.anna }).folders.getFolderById(client.reports),
    ).rejects.toMatchObject({
      responseInfo: { statusCode: 404 },
    })
  })

  test('and an expired token only costs it a new one', async () => {
    const one = sdk()
    await one.users.getUserMe()
    await box.control.expireTokens()
    expect((await one.users.getUserMe()).id).toBe(box.serviceAccountId)
  })

  test('and the answers are captured as they were sent', async () => {
    const lines = (await readFile(process.env.BOX_ANSWERS_FILE ?? join(directory, 'answers.jsonl'), 'utf8'))
      .trim()
      .split('\n')
    const answers = lines.map((line) => JSON.parse(line) as { method: string; path: string; status: number })
    expect(answers).toContainEqual(
      expect.objectContaining({ method: 'GET', path: '/2.0/users/me', status: 200 }),
    )
    expect(answers).toContainEqual(
      expect.objectContaining({ method: 'POST', path: '/2.0/files/content', status: 201 }),
    )
    expect(answers).toContainEqual(
      expect.objectContaining({ method: 'GET', path: '/2.0/users/me', status: 401 }),
    )
  })
})
