import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { BoxClient, BoxJwtAuth, JwtConfig } from 'box-node-sdk'
import { BaseUrls, NetworkSession } from 'box-node-sdk/networking'
import { startSimulatedBox } from '../../../sandbox/box'
import type { SimulatedBox } from '../../../sandbox/box'

let box: SimulatedBox

beforeAll(async () => {
  box = await startSimulatedBox()
})
afterAll(() => box.stop())

function client() {
  const auth = new BoxJwtAuth({ config: JwtConfig.fromConfigFile(box.jwtConfigFile) })
  const networkSession = new NetworkSession({
    baseUrls: new BaseUrls({ baseUrl: box.apiUrl, uploadUrl: box.uploadUrl, oauth2Url: box.oauthUrl }),
  })
  return new BoxClient({ auth, networkSession })
}

test('smoke', async () => {
  const seeded = await box.control.seed({
    users: [{ key: 'anna', name: 'Anna' }],
    folders: [
      { key: 'top', name: 'AI-QC' },
      { key: 'in', name: 'IN', parent: 'top' },
    ],
    collaborations: [
      { folder: 'in', user: 'anna', role: 'editor' },
      { folder: 'in', user: 'serviceAccount', role: 'editor' },
    ],
  })
  const folderId = seeded.folders.in ?? ''
  const up = await box.control.upload({ userId: seeded.users.anna ?? '', folderId, name: 'grüß – 😀.txt', content: 'hello' })
  const sdk = client()
  const me = await sdk.users.getUserMe()
  expect(me.id).toBe(box.serviceAccountId)
  const file = await sdk.files.getFileById(up.fileId)
  expect(file.name).toBe('grüß – 😀.txt')
  const items = await sdk.folders.getFolderItems(folderId)
  expect(items.entries).toHaveLength(1)
  const folder = await sdk.folders.createFolder({ name: '_PROCESSED', parent: { id: folderId } })
  const moved = await sdk.files.updateFileById(up.fileId, { requestBody: { name: 'x.txt', parent: { id: folder.id } } })
  expect(moved.etag).toBe('1')
  const bytes = await sdk.downloads.downloadFile(up.fileId)
  let text = ''
  for await (const chunk of bytes ?? []) text += String(chunk)
  expect(text).toBe('hello')
  const report = await sdk.uploads.uploadFile({
    attributes: { name: 'r.html', parent: { id: folderId } },
    file: Readable.from(Buffer.from('<p>')),
    fileContentMd5: createHash('sha1').update('<p>').digest('hex'),
  })
  expect(report.entries?.[0]?.name).toBe('r.html')
  console.log(JSON.stringify(await box.control.requests(), null, 1).slice(0, 3000))
})
