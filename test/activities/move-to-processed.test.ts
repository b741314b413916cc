import type { ReportReceipt } from '../../workflows/contract'
import { createActivities } from '../../activities'
import { type ActivityWorld, boxOf, openActivityWorld, perform, png } from '../support/activity-world'

let world: ActivityWorld
beforeEach(async () => {
  world = await openActivityWorld()
})
afterEach(() => world.close())

const receipt: ReportReceipt = {
  reportFileId: '1',
  reportVersionId: '2',
  reportName: 'QC_Report.html',
  folderId: '3',
}
const move = (...[upload]: Parameters<ActivityWorld['activities']['moveToProcessed']>) =>
  perform(world.activities.moveToProcessed, upload, receipt)

async function processedNames() {
  const [incoming] = await world.control.tree(world.incoming)
  const items = incoming?.name === '_PROCESSED' ? [incoming] : await world.control.tree(world.incoming)
  const folder = items
    .flatMap((item) => [item, ...(item.children ?? [])])
    .find(({ name }) => name === '_PROCESSED')
  return (folder?.children ?? []).map(({ name }) => name)
}

describe('moveToProcessed', () => {
  it("makes _PROCESSED, moves the source as session and current name, logs the runbook's line", async () => {
    const upload = await world.put('hero.png', png)
    await world.control.move({ id: upload.fileId, parentId: world.incoming, name: 'renamed – ü.png' })
    const name = `${upload.session}_renamed – ü.png`
    await expect(move(upload, receipt)).resolves.toMatchObject({
      location: 'moved',
      name,
      newerVersion: undefined,
    })
    await expect(processedNames()).resolves.toEqual([name])
    expect(world.lines).toEqual([`Box webhook: moved source → _PROCESSED/${name}`])
  })

  it('is done when the source is already there under this session', async () => {
    const upload = await world.put('hero.png', png)
    await move(upload, receipt)
    const before = (await world.control.requests()).length
    await expect(move(upload, receipt)).resolves.toMatchObject({
      location: 'alreadyThere',
      name: `${upload.session}_hero.png`,
    })
    const since = (await world.control.requests()).slice(before)
    expect(since.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('is done once when Box applied the move and the answer was lost', async () => {
    const upload = await world.put('hero.png', png)
    await world.control.fault({ method: 'PUT', path: '/2.0/files/*', kind: 'appliedAnswer', status: 503 })
    const before = (await world.control.requests()).length
    await expect(move(upload, receipt)).rejects.toMatchObject({ kind: 'server_error' })
    await expect(move(upload, receipt)).resolves.toMatchObject({
      location: 'alreadyThere',
      name: `${upload.session}_hero.png`,
    })
    await expect(processedNames()).resolves.toEqual([`${upload.session}_hero.png`])
    const since = (await world.control.requests()).slice(before)
    expect(since.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  })

  it('uses the same _PROCESSED when two runs make it at once', async () => {
    const uploads = await Promise.all(['a.png', 'b.png', 'c.png'].map((name) => world.put(name, png)))
    const moved = await Promise.all(uploads.map((upload) => move(upload, receipt)))
    expect(new Set(moved.map(({ folderId }) => folderId)).size).toBe(1)
    await expect(processedNames()).resolves.toHaveLength(3)
  })

  it('moves a file of a sub-folder to the _PROCESSED of INCOMING', async () => {
    const sub = await world.box.createFolder(world.incoming, 'Batch 1')
    const upload = await world.put('deep.png', png)
    await world.control.move({ id: upload.fileId, parentId: sub.id })
    await expect(move(upload, receipt)).resolves.toMatchObject({ location: 'moved' })
    await expect(processedNames()).resolves.toEqual([`${upload.session}_deep.png`])
  })

  it('keeps the extension of a name that gets too long', async () => {
    const upload = await world.put(`${'🎬 übung '.repeat(40).slice(0, 240)}.png`, png)
    const { name = '' } = await move(upload, receipt)
    expect(name.length).toBeLessThanOrEqual(255)
    expect(name).toMatch(/^20261124T093000Z-\d{6}_🎬 übung .*\.png$/)
  })

  it('parks as processed_is_file when a file has that name', async () => {
    const upload = await world.put('hero.png', png)
    await world.put('_PROCESSED', png)
    await expect(move(upload, receipt)).rejects.toMatchObject({
      type: 'processed_is_file',
      nonRetryable: true,
    })
  })

  it.each([false, true])(
    'names the Editor role when a Viewer Uploader is refused (folder there: %s)',
    async (isThere) => {
      const upload = await world.put('hero.png', png)
      if (isThere) await world.box.createFolder(world.incoming, '_PROCESSED')
      await world.control.setRole({
        folderId: world.incoming,
        userId: world.sim.serviceAccountId,
        role: 'viewer uploader',
      })
      await expect(move(upload, receipt)).rejects.toMatchObject({
        type: 'permission_denied',
        message: expect.stringMatching(/Editor role/),
      })
    },
  )

  it.each([null, 'viewer uploader'] as const)('waits out some seconds with the role %s', async (role) => {
    const upload = await world.put('hero.png', png)
    const patient = createActivities({ ...world.deps, accessPatienceMs: 4_000 })
    const access = { folderId: world.incoming, userId: world.sim.serviceAccountId }
    await world.control.setRole({ ...access, role })
    const moving = perform(patient.moveToProcessed, upload, receipt)
    await world.control.waitForRequest(({ status }) => status === 403 || status === 404)
    await world.control.setRole({ ...access, role: 'editor' })
    await expect(moving).resolves.toMatchObject({ location: 'moved' })
  })

  it('leaves a source that got a newer version before the move', async () => {
    const upload = await world.put('hero.png', png)
    const newer = await world.putVersion(upload.fileId, Buffer.concat([png, png]))
    await expect(move(upload, receipt)).resolves.toMatchObject({
      location: 'left',
      newerVersion: {
        versionId: newer.versionId,
        sha1: newer.sha1,
        sizeBytes: newer.sizeBytes,
        name: 'hero.png',
      },
    })
    await expect(processedNames()).resolves.toEqual([])
  })

  it.each([
    [true, { location: 'left' }],
    [false, { location: 'moved' }],
  ])(
    'sees a version that arrives just before the move (Box checks If-Match: %s)',
    async (checks, expected) => {
      await world.control.setSwitches({ honoursIfMatch: checks })
      const upload = await world.put('hero.png', png)
      const hold = await world.control.hold({ method: 'PUT', path: '/2.0/files/*', at: 'before' })
      const moving = move(upload, receipt)
      await hold.reached()
      const { versionId } = await world.putVersion(upload.fileId, Buffer.concat([png, png]))
      await hold.release()
      await expect(moving).resolves.toMatchObject({ ...expected, newerVersion: { versionId } })
    },
  )

  it('looks again when the file is renamed just before the move', async () => {
    const upload = await world.put('hero.png', png)
    const hold = await world.control.hold({ method: 'PUT', path: '/2.0/files/*', at: 'before' })
    const moving = move(upload, receipt)
    await hold.reached()
    await world.control.move({ id: upload.fileId, parentId: world.incoming, name: 'renamed.png' })
    await hold.release()
    await expect(moving).resolves.toMatchObject({ location: 'moved', name: `${upload.session}_renamed.png` })
  })

  it('makes _PROCESSED again when it was removed, and asks for its id only once', async () => {
    const names = ['first.png', 'second.png', 'third.png']
    const [first, second, third] = await Promise.all(names.map((name) => world.put(name, png)))
    if (!first || !second || !third) throw new Error('expected three uploads')
    const { folderId } = await move(first, receipt)
    const before = (await world.control.requests()).length
    await expect(move(second, receipt)).resolves.toMatchObject({ location: 'moved', folderId })
    const since = (await world.control.requests()).slice(before)
    expect(since.map(({ method }) => method)).toEqual(['GET', 'PUT'])
    await world.control.trash(folderId ?? '')
    const again = await move(third, receipt)
    expect(again).toMatchObject({ location: 'moved', name: `${third.session}_third.png` })
    expect(again.folderId).not.toBe(folderId)
  })

  it('makes _PROCESSED again when it was renamed', async () => {
    const [first, second] = await Promise.all(['a.png', 'b.png'].map((name) => world.put(name, png)))
    if (!first || !second) throw new Error('expected two uploads')
    const { folderId } = await move(first, receipt)
    await world.control.move({ id: folderId ?? '', name: 'old' })
    const again = await move(second, receipt)
    expect(again).toMatchObject({ location: 'moved', name: `${second.session}_b.png` })
    expect(again.folderId).not.toBe(folderId)
  })

  it('recognizes another installation that handled the same event', async () => {
    const upload = await world.put('hero.png', png)
    await move(upload, receipt)
    const app = await world.control.createApp({ name: 'dev' })
    const folder = { folderId: world.incoming, userId: app.serviceAccountId }
    await world.control.setRole({ ...folder, role: 'editor' })
    const dev = boxOf({ ...world.sim, jwtConfigFile: app.jwtConfigFile })
    const { moveToProcessed } = createActivities({ ...world.deps, box: dev })
    await expect(perform(moveToProcessed, upload, receipt)).resolves.toMatchObject({ location: 'elsewhere' })
    await expect(move(upload, receipt)).resolves.toMatchObject({ location: 'alreadyThere' })
  })

  it('renames a file that is there under the session of an earlier version', async () => {
    const first = await world.put('hero.png', png)
    await move(first, receipt)
    const second = await world.putVersion(first.fileId, Buffer.concat([png, png]), {
      earlierSessions: [first.session],
    })
    await expect(move({ ...second, earlierSessions: [first.session] }, receipt)).resolves.toMatchObject({
      location: 'moved',
      name: `${second.session}_hero.png`,
    })
    await expect(processedNames()).resolves.toEqual([`${second.session}_hero.png`])
  })

  it('reports a newer version of a source that is already in _PROCESSED', async () => {
    const upload = await world.put('hero.png', png)
    await move(upload, receipt)
    const newer = await world.putVersion(upload.fileId, Buffer.concat([png, png]))
    await expect(move(upload, receipt)).resolves.toMatchObject({
      location: 'alreadyThere',
      newerVersion: { versionId: newer.versionId },
    })
  })

  it('leaves alone what another installation has moved', async () => {
    const upload = await world.put('hero.png', png)
    await move({ ...upload, session: '20261124T093000Z-999999' }, receipt)
    await expect(move(upload, receipt)).resolves.toMatchObject({
      location: 'elsewhere',
      name: '20261124T093000Z-999999_hero.png',
    })
  })

  it('ends as Withdrawn when the file was taken away, before or during the move', async () => {
    const [before, during] = [await world.put('before.png', png), await world.put('during.png', png)]
    await world.control.trash(before.fileId)
    await expect(move(before, receipt)).rejects.toMatchObject({ type: 'Withdrawn' })
    const hold = await world.control.hold({ method: 'PUT', path: '/2.0/files/*', at: 'before' })
    const moving = move(during, receipt)
    await Promise.all([
      hold.reached(),
      moving.catch(() => undefined),
      world.control.trash(during.fileId).then(() => hold.release()),
    ])
    await expect(moving).rejects.toMatchObject({ type: 'Withdrawn' })
  })

  it('adds a number when another file has the name', async () => {
    const upload = await world.put('hero.png', png)
    const folder = await world.box.createFolder(world.incoming, '_PROCESSED')
    const other = await world.put('other.png', png)
    await world.control.move({ id: other.fileId, parentId: folder.id, name: `${upload.session}_HERO.png` })
    await expect(move(upload, receipt)).resolves.toMatchObject({
      location: 'moved',
      name: `${upload.session}_hero (2).png`,
    })
  })

  it('waits while Box reserves the name', async () => {
    const upload = await world.put('hero.png', png)
    const folder = await world.box.createFolder(world.incoming, '_PROCESSED')
    await world.control.reserveName({ parentId: folder.id, name: `${upload.session}_hero.png`, times: 1 })
    await expect(move(upload, receipt)).resolves.toMatchObject({ location: 'moved' })
  })

  it('never moves in shadow mode', async () => {
    const upload = await world.put('hero.png', png, { mode: 'shadow' })
    await expect(move(upload, receipt)).resolves.toEqual({ location: 'left' })
    await expect(processedNames()).resolves.toEqual([])
  })
})
