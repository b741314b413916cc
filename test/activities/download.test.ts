import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { createActivities } from '../../activities'
import {
  type ActivityWorld,
  boxOf,
  environment,
  openActivityWorld,
  perform,
  png,
} from '../support/activity-world'

let world: ActivityWorld
beforeAll(async () => {
  world = await openActivityWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.lines.length = 0
  await world.control.clearFaults()
  await world.control.setRole({
    folderId: world.incoming,
    userId: world.sim.serviceAccountId,
    role: 'editor',
  })
})

const download = (...args: Parameters<ActivityWorld['activities']['download']>) =>
  perform(world.activities.download, ...args)

describe('download', () => {
  it("downloads to this host, returns its queue, logs the runbook's line with an escaped name", async () => {
    const upload = await world.put('hero.png', png, {})
    await expect(download({ ...upload, name: 'hero\n\u202egnp.png' })).resolves.toEqual({
      hostQueue: 'qc-host-test',
    })
    const path = join(world.dataDir, 'assets', `${upload.sha1}-${upload.versionId}`, 'source')
    expect(world.lines).toEqual([`Box webhook: downloaded hero\\u{a}\\u{202e}gnp.png → ${path}`])
  })

  it('rejects what is too large or empty by metadata, without a download', async () => {
    const upload = await world.put('large.png', png)
    const before = (await world.control.requests()).length
    await expect(download({ ...upload, sizeBytes: 10_000_001 })).resolves.toMatchObject({
      rejection: { type: 'too_large' },
    })
    await expect(download({ ...upload, sizeBytes: 0 })).resolves.toMatchObject({
      rejection: { type: 'empty' },
    })
    const since = (await world.control.requests()).slice(before)
    expect(since.filter(({ path }) => path.endsWith('/content'))).toEqual([])
  })

  it.each([
    ['deleted', async (fileId: string) => world.control.trash(fileId)],
    [
      'moved to another folder',
      async (fileId: string) => world.control.move({ id: fileId, parentId: world.elsewhere }),
    ],
  ])('is not needed when a delivery comes again after its run, and the file was %s', async (_how, away) => {
    const upload = await world.put(`ended ${Math.random()}.png`, png)
    await away(upload.fileId)
    const again = createActivities({ ...world.deps, hasEnded: async () => true }).download
    const { notNeeded } = await perform(again, upload, true)
    expect(notNeeded).toMatchObject({ outcome: 'duplicate', isMissing: true })
    await expect(perform(again, upload, false)).rejects.toMatchObject({ type: 'Withdrawn' })
    await expect(perform(again, { ...upload, origin: 'rerun' }, true)).rejects.toMatchObject({
      type: 'Withdrawn',
    })
  })

  it.each([
    ['was deleted', async (fileId: string) => world.control.trash(fileId)],
    [
      'was moved to a folder that we cannot see',
      async (fileId: string) => world.control.move({ id: fileId, parentId: world.elsewhere }),
    ],
    [
      'was moved to a folder that we can see',
      async (fileId: string) => world.control.move({ id: fileId, parentId: world.reports }),
    ],
  ])('ends as Withdrawn when the file %s', async (_how, away) => {
    const upload = await world.put(`withdrawn ${Math.random()}.png`, png)
    await away(upload.fileId)
    await expect(download(upload)).rejects.toMatchObject({ type: 'Withdrawn', nonRetryable: true })
  })

  it('asks for a person as access_lost when INCOMING is not readable any more', async () => {
    const upload = await world.put('revoked.png', png)
    await world.control.setRole({ folderId: world.incoming, userId: world.sim.serviceAccountId, role: null })
    await expect(download(upload)).rejects.toMatchObject({ type: 'access_lost', nonRetryable: true })
  })

  it('waits out some seconds without access', async () => {
    const upload = await world.put('flapping.png', png)
    const role = { folderId: world.incoming, userId: world.sim.serviceAccountId }
    await world.control.setRole({ ...role, role: null })
    const patient = createActivities({ ...world.deps, accessPatienceMs: 8_000 })
    const downloading = perform(patient.download, upload)
    await world.control.waitForRequest(({ path }) => path === `/2.0/folders/${world.incoming}`)
    await world.control.setRole({ ...role, role: 'editor' })
    await expect(downloading).resolves.toEqual({ hostQueue: 'qc-host-test' })
  })

  it('does not call a file withdrawn whose 404 came before INCOMING was readable', async () => {
    const upload = await world.put('blink.png', png)
    await world.control.fault({ path: `/2.0/files/${upload.fileId}`, kind: 'answer', status: 404 })
    await expect(download(upload)).resolves.toEqual({ hostQueue: 'qc-host-test' })
  })

  it('never takes a refusal for a withdrawal', async () => {
    const upload = await world.put('refused.png', png)
    await world.control.fault({ path: `/2.0/files/${upload.fileId}`, kind: 'answer', status: 403 })
    await expect(download(upload)).rejects.toMatchObject({ type: 'box_refused', nonRetryable: true })
  })

  it('fetches the version of the event while Box has a newer one', async () => {
    const upload = await world.put('versions.png', png)
    await world.putVersion(upload.fileId, Buffer.concat([png, png]))
    await expect(download(upload)).resolves.toEqual({ hostQueue: 'qc-host-test' })
  })

  it('rejects a version that is gone', async () => {
    const upload = await world.put('gone.png', png)
    await world.putVersion(upload.fileId, Buffer.concat([png, png]))
    const order = { origin: 'api', path: '/2.0/files/*/content', kind: 'answer', status: 404 } as const
    await world.control.fault({ ...order, times: 2 })
    await expect(download(upload)).resolves.toMatchObject({ rejection: { type: 'version_gone' } })
  })

  it('does not call a version gone whose 404 came while we had no access', async () => {
    const upload = await world.put('access.png', png)
    await world.putVersion(upload.fileId, Buffer.concat([png, png]))
    const order = { origin: 'api', path: '/2.0/files/*/content', kind: 'answer', status: 404 } as const
    await world.control.fault(order)
    await expect(download(upload)).resolves.toEqual({ hostQueue: 'qc-host-test' })
    const again = await world.put('access again.png', png)
    await world.putVersion(again.fileId, Buffer.concat([png, png]))
    await world.control.fault({ ...order, times: 2 })
    const { box } = world.deps
    let looks = 0
    const getFile: typeof box.getFile = async (...args) => {
      looks += 1
      if (looks === 3)
        await world.control.fault({ path: `/2.0/files/${again.fileId}`, kind: 'answer', status: 404 })
      return box.getFile(...args)
    }
    const flapping = createActivities({ ...world.deps, box: { ...box, getFile } }).download
    await expect(perform(flapping, again)).rejects.toThrow('for a moment')
  })

  it('accepts a file in _PROCESSED: a newer version, or a later attempt', async () => {
    const upload = await world.put('moved.png', png)
    const folder = await world.box.createFolder(world.incoming, '_PROCESSED')
    await world.control.move({ id: upload.fileId, parentId: folder.id })
    await expect(download(upload)).resolves.toEqual({ hostQueue: 'qc-host-test' })
    await expect(perform(world.activities.download, upload, true)).resolves.toEqual({
      hostQueue: 'qc-host-test',
    })
    // Its run moved it, and a person has renamed it since then.
    const again = createActivities({ ...world.deps, hasEnded: async () => true }).download
    await expect(perform(again, upload, true)).resolves.toMatchObject({ notNeeded: { outcome: 'duplicate' } })
    await expect(perform(again, upload, false)).resolves.toEqual({ hostQueue: 'qc-host-test' })
  })

  it('waits out a 429 inside the attempt, heartbeating, and hands on a wait that is too long', async () => {
    const upload = await world.put('patient.png', png)
    const order = { path: `/2.0/files/${upload.fileId}`, kind: 'answer' as const, status: 429 }
    await world.control.fault({ ...order, headers: { 'Retry-After': '12' } })
    // The 429 holds back all calls of this client.
    const activities = createActivities({ ...world.deps, box: boxOf(world.sim) })
    const mock = environment({ startToCloseTimeoutMs: 60_000, heartbeatTimeoutMs: 3_000 })
    const beats: unknown[] = []
    mock.on('heartbeat', (details) => beats.push(details))
    await expect(mock.run(activities.download, upload)).resolves.toEqual({ hostQueue: 'qc-host-test' })
    expect(beats.length).toBeGreaterThan(3)
    expect(beats).toContainEqual({ waitingFor: expect.stringMatching(/429/) })
    await world.control.fault({ ...order, headers: { 'Retry-After': '3600' } })
    await expect(perform(activities.download, upload)).rejects.toMatchObject({
      category: 'BENIGN',
      nextRetryDelay: 3_600_000,
      nonRetryable: false,
    })
  })

  it('fails as cancelled when the run is cancelled during the download', async () => {
    const upload = await world.put('cancelled.png', png)
    await world.control.fault({
      origin: 'download',
      fileId: upload.fileId,
      kind: 'stallBody',
      afterBytes: 10,
    })
    const mock = environment()
    setTimeout(() => mock.cancel(), 300)
    const before = world.store.countUnfinished()
    await expect(mock.run(world.activities.download, upload)).rejects.toMatchObject({
      name: 'CancelledFailure',
    })
    expect(world.store.countUnfinished()).toBe(before)
  })

  it('names the configuration when the profile is gone or does not fit the catalogue', async () => {
    const upload = await world.put('profile.png', png)
    await expect(download({ ...upload, profileId: 'nowhere' })).rejects.toMatchObject({
      type: 'configuration',
      message: expect.stringContaining('"nowhere"'),
    })
  })

  it('no longer counts an asset whose download failed for good', async () => {
    const upload = await world.put('wrong.png', png)
    const before = world.store.countUnfinished()
    await world.control.fault({ origin: 'download', fileId: upload.fileId, kind: 'wrongBytes', times: 9 })
    await expect(download(upload)).rejects.toMatchObject({ type: 'content_mismatch' })
    expect(world.store.countUnfinished()).toBe(before)
    await perform(world.activities.cleanUp, upload)
    await expect(readdir(join(world.dataDir, 'assets'))).resolves.not.toContain(
      `${upload.sha1}-${upload.versionId}`,
    )
  })
})
