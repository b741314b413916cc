import { createFindSource } from '../../activities/find-source'
import { asActivity } from '../../activities/worker/as-activity'
import { abandonedTag } from '../../workflows/contract'
import { type ActivityWorld, environment, openActivityWorld, perform, png } from '../support/activity-world'

let world: ActivityWorld
let other: string
beforeAll(async () => {
  world = await openActivityWorld()
  other = (await world.box.createFolder(world.reports, 'other INCOMING')).id
  world.clients.set('acme', {
    ...world.client,
    incomingFolders: [{ folderId: world.incoming }, { folderId: other }],
  })
})
afterAll(() => world.close())

const findSource = (...args: Parameters<ActivityWorld['activities']['findSource']>) =>
  environment().run(asActivity(createFindSource(world.deps, 20)), ...args)

describe('findSource', () => {
  it('finds the file in its INCOMING, in another INCOMING of the client, and in _PROCESSED', async () => {
    const upload = await world.put('wanders.png', png)
    const { fileId, versionId } = upload
    await expect(findSource(upload)).resolves.toEqual({
      location: 'incoming',
      incomingFolderId: world.incoming,
      versionId,
    })
    await world.control.move({ id: fileId, parentId: other })
    await expect(findSource(upload)).resolves.toMatchObject({ location: 'incoming', incomingFolderId: other })
    const processed = await world.box.createFolder(world.incoming, '_Processed')
    await world.control.move({ id: fileId, parentId: processed.id, name: 'done.png' })
    await expect(findSource(upload)).resolves.toEqual({ location: 'processed', name: 'done.png' })
  })

  it('says which version is there', async () => {
    const upload = await world.put('versions.png', png)
    const { versionId } = await world.putVersion(upload.fileId, Buffer.concat([png, png]))
    await expect(findSource(upload)).resolves.toMatchObject({ location: 'incoming', versionId })
  })

  it.each([
    ['is in the trash', (fileId: string) => world.control.trash(fileId)],
    [
      'is in a folder that we cannot see',
      (fileId: string) => world.control.move({ id: fileId, parentId: world.elsewhere }),
    ],
  ])('says gone when the file %s and every INCOMING is readable', async (_what, away) => {
    const upload = await world.put(`gone ${Math.random()}.png`, png)
    await away(upload.fileId)
    await expect(findSource(upload)).resolves.toEqual({ location: 'gone' })
  })

  it('says gone when its INCOMING belongs to another client now', async () => {
    const upload = await world.put('swapped.png', png)
    const globex = { folderId: world.incoming, clientId: 'globex', profileId: 'any', extensions: [] }
    const sweep = { ...world.deps.sweep, incomingFolders: () => [{ ...globex, mode: 'active' as const }] }
    const client = () => ({ ...world.client, incomingFolders: [{ folderId: other }] })
    const look = asActivity(createFindSource({ ...world.deps, sweep, client }, 20))
    await expect(environment().run(look, upload)).resolves.toEqual({ location: 'gone' })
  })

  it('looks again after a 404, and finds a file that came back meanwhile', async () => {
    const upload = await world.put('back.png', png)
    await world.control.move({ id: upload.fileId, parentId: world.elsewhere })
    const found = environment().run(asActivity(createFindSource(world.deps, 500)), upload)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await world.control.move({ id: upload.fileId, parentId: world.incoming })
    await expect(found).resolves.toMatchObject({ location: 'incoming' })
  })

  it('throws access_lost, not gone, when an INCOMING of the client is not readable', async () => {
    const upload = await world.put('hidden.png', png)
    const access = { folderId: world.incoming, userId: world.sim.serviceAccountId }
    await world.control.setRole({ ...access, role: null })
    await expect(findSource(upload)).rejects.toMatchObject({ type: 'access_lost', nonRetryable: true })
    await world.control.setRole({ ...access, role: 'editor' })
    await expect(findSource(upload)).resolves.toMatchObject({ location: 'incoming' })
  })

  it('waits for a role that is gone for some seconds', async () => {
    const upload = await world.put('role.png', png)
    const access = { folderId: world.incoming, userId: world.sim.serviceAccountId }
    await world.control.setRole({ ...access, role: null })
    const patient = asActivity(createFindSource({ ...world.deps, accessPatienceMs: 8_000 }, 20))
    const found = environment().run(patient, upload)
    await new Promise((resolve) => setTimeout(resolve, 500))
    await world.control.setRole({ ...access, role: 'editor' })
    await expect(found).resolves.toMatchObject({ location: 'incoming' })
  })
})

describe('the first download of a run', () => {
  const download = (...args: Parameters<ActivityWorld['activities']['download']>) =>
    perform(world.activities.download, ...args)

  it('says that a version in _PROCESSED under its own session was done; a later one is brought', async () => {
    const upload = await world.put('done.png', png)
    await perform(world.activities.moveToProcessed, upload, {
      reportFileId: '1',
      reportVersionId: '2',
      reportName: 'x',
      folderId: world.reports,
    })
    await expect(download(upload, true)).resolves.toMatchObject({
      notNeeded: { outcome: 'duplicate', note: expect.stringContaining(`${upload.session}_done.png`) },
    })
    const redelivered = { ...upload, eventTime: '2026-11-24T09:31:00.000Z', session: 'another' }
    await expect(download(redelivered, true)).resolves.toMatchObject({ notNeeded: { outcome: 'duplicate' } })
    for (const [one, isFirst] of [
      [upload, false],
      [{ ...upload, origin: 'rerun' }, true],
      [{ ...upload, mode: 'shadow' }, true],
      [{ ...upload, versionId: '999999' }, true],
    ] as const)
      await expect(download(one, isFirst).catch((error: unknown) => error)).resolves.not.toHaveProperty(
        'notNeeded',
      )
  })

  it('takes what people archived in INCOMING for done, and what they moved there for new', async () => {
    const done = await world.put('archived.png', png)
    const receipt = { reportFileId: '1', reportVersionId: '2', reportName: 'x', folderId: world.reports }
    const { folderId = '' } = await perform(world.activities.moveToProcessed, done, receipt)
    await world.control.move({ id: folderId, name: '_PROCESSED 2025' })
    const name = `${done.session}_archived.png`
    await expect(download(done, true)).resolves.toMatchObject({
      notNeeded: {
        outcome: 'duplicate',
        note: `This version was done: it is in _PROCESSED 2025 as ${name}.`,
      },
    })
    await expect(findSource(done)).resolves.toEqual({ location: 'processed', name })
    await expect(perform(world.activities.moveToProcessed, done, receipt)).resolves.toMatchObject({
      ...{ location: 'alreadyThere', name },
    })
    const below = await world.box.createFolder(world.incoming, 'Once more')
    await world.control.move({ id: done.fileId, parentId: below.id })
    await expect(download(done, true)).resolves.toEqual({ hostQueue: 'qc-host-test' })
    await expect(findSource(done)).resolves.toMatchObject({ location: 'incoming' })
  })

  it('honours the mark of a version that a person gave up', async () => {
    const upload = await world.put('given-up.png', png)
    await perform(world.activities.markAbandoned, upload, 'no')
    const note = expect.stringContaining(abandonedTag(upload.versionId))
    await expect(download(upload, true)).resolves.toMatchObject({ notNeeded: { outcome: 'abandoned', note } })
    await expect(download({ ...upload, origin: 'rerun' }, true)).resolves.not.toHaveProperty('notNeeded')
  })
})
