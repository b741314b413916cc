import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Client, Connection } from '@temporalio/client'

import { incomingFiles } from '../../admin-pages/incoming/incoming-files'
import { createTemporalAccess } from '../../runs/temporal-access'
import { abandonedTag, type Upload, workflowIdFor, workflowType } from '../../workflows/contract'
import { type ActivityWorld, boxOf, openActivityWorld, png } from '../support/activity-world'
import { openPages, type PagesUnderTest, type Visitor } from '../support/admin-pages'
import { temporalAddress } from '../support/temporal-server'

const clientId = `incoming-${randomUUID().slice(0, 8)}`
const hostile = `<img src=x onerror=alert(1)> "quoted".png`
let client: Client
let world: ActivityWorld
let pages: PagesUnderTest
let ada: Visitor
let waiting: Upload

beforeAll(async () => {
  client = new Client({ connection: await Connection.connect({ address: temporalAddress() }) })
  world = await openActivityWorld()
  pages = await openPages((deps) => ({
    ...deps,
    temporal: createTemporalAccess(client, temporalAddress()),
    box: () => world.box,
  }))
  ada = await pages.signedIn()
})
afterAll(async () => {
  await Promise.all([pages.stop(), world.close(), client.connection.close()])
})

const page = async () => (await ada.get(`/incoming?client=${clientId}`)).text

test('an installation without clients, and an INCOMING without files, say so', async () => {
  const empty = await openPages((deps) => {
    const incomingFolders = { ...deps.config.incomingFolders, all: () => [] }
    const config = { ...deps.config, clients: () => new Map<string, never>(), incomingFolders }
    return { ...deps, config, temporal: pages.deps.temporal }
  })
  expect((await (await empty.signedIn()).get('/incoming')).text).toContain('There is no client yet')
  await empty.stop()
  const yaml = `${clientId}:
  name: <Acme>
  profiles: [static_general, video_general]
  box_folder_id: "${world.incoming}"
  box_reports_folder_id: "${world.reports}"
  default_profile: static_general
`
  writeFileSync(join(pages.folder, 'clients.yaml'), yaml)
  while (!pages.deps.config.clients().has(clientId)) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await page()).toContain('INCOMING is empty')
  expect((await ada.get('/incoming?client=nobody')).status).toBe(404)
})

test('each file says why it is there: no run, skipped, abandoned, needs attention', async () => {
  waiting = await world.put('waiting.png', png, { clientId })
  await world.put(hostile, png)
  await world.put('notes.txt', png)
  await world.put('film.mp4', png)
  const sub = await world.box.createFolder(world.incoming, 'Batch <1>')
  const deep = await world.put('deep.png', png)
  await world.control.move({ id: deep.fileId, parentId: sub.id })
  const archived = await world.put('archived.png', png)
  const archivedName = `20260101T000000Z-${archived.versionId.slice(-6)}_archived.png`
  const { etag } = await world.box.getFile(archived.fileId)
  await world.box.moveFile({ id: archived.fileId, etag }, { parentId: sub.id, name: archivedName })
  const abandoned = await world.put('abandoned.png', png)
  await world.box.describeFile(abandoned.fileId, { tags: [abandonedTag(abandoned.versionId)] })
  const parked = await world.put('parked.png', png, { clientId })
  await startParked(parked)

  const text = await page()
  const rowOf = (name: string) =>
    text.split('<tr>').find((row) => row.includes(`>${name}</a>`)) ?? `no row of ${name}`
  expect(rowOf('waiting.png')).toContain('No run.')
  expect(rowOf('waiting.png')).toContain('Start a run')
  expect(rowOf('deep.png')).toContain('Batch &lt;1&gt;/')
  expect(rowOf(archivedName)).toContain('It was checked and is archived here.')
  expect(rowOf('notes.txt')).toContain('.txt is not checked by the profile static_general.')
  expect(rowOf('notes.txt')).not.toContain('Start a run')
  expect(rowOf('film.mp4')).toContain('profile video_general takes it')
  expect(rowOf('abandoned.png')).toContain(`admin-cli runs start ${abandoned.fileId}`)
  expect(rowOf('parked.png')).toContain('Needs attention at uploadReport: The service account may not write')
  expect(rowOf('parked.png')).toContain(`/run?id=${encodeURIComponent(workflowIdFor(parked))}`)
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(text).not.toContain('<img')
  expect(text.indexOf('waiting.png')).toBeLessThan(text.indexOf('notes.txt'))
  await client.workflow.getHandle(workflowIdFor(parked)).terminate()
})

async function startParked(upload: Upload) {
  const attributes = {
    ...{ QcClient: clientId, QcFile: upload.name, QcFileId: upload.fileId, QcState: 'needs_attention' },
    ...{ QcStep: 'uploadReport', QcErrorType: 'permission_denied' },
  }
  await client.workflow.start(workflowType, {
    ...{ workflowId: workflowIdFor(upload), taskQueue: 'nobody-works-here', args: [{ upload }] },
    typedSearchAttributes: Object.entries(attributes).map(([name, value]) => ({
      key: { name, type: 'KEYWORD' as const },
      value,
    })),
  })
  while ((await client.workflow.count(`QcFileId='${upload.fileId}'`)).count < 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
}

test('Start a run starts one run, once, for a file in INCOMING only, and by our own form only', async () => {
  await page()
  const file = { file: waiting.fileId }
  expect((await ada.post('/incoming/start', { ...file, form_token: 'forged' })).status).toBe(403)
  const started = await ada.post('/incoming/start', file)
  const workflowId = workflowIdFor(waiting)
  expect(started.headers.get('location')).toBe(`/run?id=${encodeURIComponent(workflowId)}`)
  const run = client.workflow.getHandle(workflowId)
  expect((await run.describe()).status.name).toBe('RUNNING')
  await page()
  expect((await ada.post('/incoming/start', file)).status).toBe(409)
  await run.terminate()

  await world.control.move({ id: waiting.fileId, parentId: world.elsewhere })
  const gone = await ada.post('/incoming/start', file)
  expect(gone.status).toBe(409)
  expect(gone.text).toContain('no longer in INCOMING')
  expect((await ada.post('/incoming/start', { file: '1; DROP' })).status).toBe(400)
})

test("a run's thumbnail comes from Box once, for those who have signed in, or is a placeholder", async () => {
  const seen = await world.put('seen.png', png, { clientId })
  await startParked(seen)
  const path = `/thumbnail?id=${encodeURIComponent(workflowIdFor(seen))}`
  const asked = async () =>
    (await world.control.requests()).filter((request) => request.path.includes('/thumbnail')).length
  expect((await pages.visitor().get(path)).headers.get('location')).toMatch(/^\/sign-in/)
  expect((await ada.get('/thumbnail?id=qc/acme/1/1')).status).toBe(404)
  expect(await asked()).toBe(0)
  const { status, headers, text } = await ada.get(path)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('image/jpeg')
  expect(headers.get('cache-control')).toBe('private, max-age=3600')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  const calls = await asked()
  expect((await ada.get(path)).text).toBe(text)
  expect(await asked()).toBe(calls)

  const notes = await world.put('notes.csv', png, { clientId })
  await startParked(notes)
  const none = await ada.get(`/thumbnail?id=${encodeURIComponent(workflowIdFor(notes))}`)
  expect(none.headers.get('content-type')).toBe('image/svg+xml')
  expect(none.text).toContain('>text</text>')
  expect((await ada.get(`/?client=${clientId}`)).text).toContain(`<img class="thumbnail" src="${path}"`)
  for (const upload of [seen, notes]) await client.workflow.getHandle(workflowIdFor(upload)).terminate()
})

test('while Box refuses connections, or never answers, the open runs are shown all the same', async () => {
  const known = await world.put('known.png', png, { clientId })
  await startParked(known)
  const nowhere = 'http://127.0.0.1:9'
  const down = { ...world.sim, apiUrl: nowhere, uploadUrl: nowhere, oauthUrl: nowhere }
  const refusing = await openPages((deps) => ({ ...pages.deps, users: deps.users, box: () => boxOf(down) }))
  const { status, text } = await (await refusing.signedIn()).get(`/incoming?client=${clientId}`)
  await refusing.stop()
  expect(status).toBe(200)
  expect(text).toContain('Box does not answer as expected')
  expect(text).toContain(`>known.png</a>`)
  expect(text).not.toContain('INCOMING is empty')
  await client.workflow.getHandle(workflowIdFor(known)).terminate()
  const late = await incomingFiles(boxOf(down), ['1'], () => false, AbortSignal.abort())
  expect(late).toMatchObject({ files: [], boxProblem: 'Box did not answer in time.' })
})

test('a folder that Box does not show is named, and the others are shown', async () => {
  await world.control.setRole({
    ...{ folderId: world.incoming, userId: world.sim.serviceAccountId, role: null },
  })
  expect(await page()).toContain(`Folder ${world.incoming}: Box answered 404`)
})
