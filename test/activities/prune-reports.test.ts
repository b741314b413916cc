import type { BoxFile } from '../../box/box'
import { createActivities } from '../../activities'
import type { PruneInput, PruneResult } from '../../workflows/scheduled/prune-reports'
import { type ActivityWorld, boxOf, openActivityWorld, perform, png } from '../support/activity-world'

const input: PruneInput = { olderThanDays: 90, isDryRun: false, maxDeletes: 100, maxBoxCalls: 100 }
const dayMs = 86_400_000

describe('pruneReports', () => {
  let world: ActivityWorld
  let live: string[]
  /** Everything in Box was made just now, so our clock is ahead. */
  let days: number
  const prune = (changes: Partial<PruneInput> = {}): Promise<PruneResult> =>
    perform(world.activities.pruneReports, { ...input, ...changes })

  beforeEach(async () => {
    world = await openActivityWorld()
    live = []
    days = 100
    const folder = { clientId: 'acme', profileId: 'static_general', extensions: ['png'], mode: 'active' }
    Object.assign(world.deps.sweep, {
      incomingFolders: () => [{ ...folder, folderId: world.incoming }],
      reportsFolders: () => [{ clientId: 'acme', folderId: world.reports }],
      knownRuns: async () => new Set(live),
      now: () => new Date(Date.now() + days * dayMs),
    })
  })
  afterEach(() => world.close())

  const report = (number: number, name = `${number}.png`) =>
    `QC_Report_20260101T000000Z-${String(number).padStart(6, '0')}_${name}.html`
  const upload = (name: string, folderId = world.reports) =>
    world.box.uploadFile(folderId, name, Buffer.from(name))
  const names = async (folderId = world.reports) =>
    (await world.control.tree(folderId)).flatMap(({ name, isTrashed }) => (isTrashed ? [] : [name])).sort()

  it('moves old reports to the trash, and says so', async () => {
    const { id } = await upload(report(1))
    expect(await prune()).toMatchObject({
      ...{ folders: 1, files: 1, deleted: 1, waiting: 0, isComplete: true, problems: [] },
      examples: [{ clientId: 'acme', fileId: id, name: report(1) }],
    })
    expect(await names()).toEqual([])
    await expect(world.box.getFile(id)).rejects.toMatchObject({ kind: 'trashed' })
    expect(world.lines).toContain(`prune: moved ${report(1)} to the trash`)
  })

  it('deletes nothing in a dry run, and counts all', async () => {
    for (const number of [1, 2, 3]) await upload(report(number))
    expect(await prune({ isDryRun: true, maxDeletes: 1 })).toMatchObject({ deleted: 0, waiting: 3 })
    expect(await names()).toHaveLength(3)
  })

  it('keeps what is young, has another name, or was made by somebody else', async () => {
    const { reports: folderId, anna: userId } = world
    await upload('summary.html')
    await upload('QC_Report_of_march.html')
    await upload(`${report(1)}.bak`)
    await world.control.upload({ userId, folderId, name: report(2), content: png })
    const before = await names()
    expect(await prune()).toMatchObject({ deleted: 0, skipped: { name: 3, foreign: 1 } })
    await upload(report(3))
    days = 89
    expect(await prune()).toMatchObject({ deleted: 0, skipped: { young: 1 } })
    expect(await names()).toEqual([...before, report(3)].sort())
  })

  it('looks into sub-folders of a month only, and never outside REPORTS', async () => {
    const month = await world.box.createFolder(world.reports, '2026-02')
    const other = await world.box.createFolder(world.reports, 'Archive')
    const below = await world.box.createFolder(month.id, '2026-03')
    for (const folderId of [month.id, other.id, below.id, world.incoming]) await upload(report(1), folderId)
    expect(await prune()).toMatchObject({ folders: 2, deleted: 1 })
    expect(await names(month.id)).toEqual(['2026-03'])
    for (const folderId of [other.id, below.id, world.incoming])
      expect(await names(folderId)).toContain(report(1))
  })

  it('keeps the report of an open run, and of a source that is still in INCOMING', async () => {
    const waiting = await world.put('waiting.png', png)
    const end = Number(waiting.versionId.slice(-6))
    live = ['qc/acme/7/99000123']
    await upload(report(123))
    await upload(report(end, 'an old name.png'))
    // An older version of the same file.
    await upload(report(end + 1, 'Waiting.png'))
    await upload(report(end + 2, 'done.png'))
    expect(await prune()).toMatchObject({ deleted: 1, skipped: { open: 1, source: 2 } })
    expect(await names()).not.toContain(report(end + 2, 'done.png'))
  })

  it('keeps everything of a client whose INCOMING cannot be read completely', async () => {
    await upload(report(1))
    await world.control.setRole({
      ...{ folderId: world.incoming, userId: world.sim.serviceAccountId, role: null },
    })
    expect(await prune()).toMatchObject({
      deleted: 0,
      problems: [{ clientId: 'acme', message: expect.stringContaining('INCOMING cannot be read') }],
    })
    expect(await names()).toHaveLength(1)
  })

  it('keeps a report that somebody moved, renamed or replaced after it was listed', async () => {
    const listed = [await upload(report(1)), await upload(report(2)), await upload(report(3))]
    Object.assign(world.deps.sweep, {
      knownRuns: async () => {
        await world.control.move({ id: listed[0]!.id, parentId: world.elsewhere })
        await world.control.move({ id: listed[1]!.id, name: 'kept for the court.html' })
        await world.box.uploadVersion(listed[2]!, Buffer.from('2'))
        return new Set()
      },
    })
    expect(await prune()).toMatchObject({ deleted: 0, skipped: { changed: 3 }, problems: [] })
    expect(await names(world.elsewhere)).toEqual([report(1)])
  })

  it('never deletes from an INCOMING that is configured as REPORTS, nor for an age of nothing', async () => {
    await upload(report(1), world.incoming)
    Object.assign(world.deps.sweep, {
      reportsFolders: () => [{ clientId: 'acme', folderId: world.incoming }],
    })
    expect(await prune()).toMatchObject({ deleted: 0, problems: [{ message: 'it is an INCOMING folder' }] })
    for (const olderThanDays of [0, -1, 0.5, NaN])
      await expect(prune({ olderThanDays })).rejects.toMatchObject({ type: 'configuration' })
  })

  it('ends a round at its limits; the next round takes the rest', async () => {
    for (const number of [1, 2, 3]) await upload(report(number))
    expect(await prune({ maxDeletes: 2 })).toMatchObject({ deleted: 2, waiting: 1, isComplete: false })
    expect(await prune({ maxDeletes: 2 })).toMatchObject({ deleted: 1, waiting: 0, isComplete: true })
    await upload(report(4))
    expect(await prune({ maxBoxCalls: 0 })).toMatchObject({ deleted: 0, isComplete: false })
  })

  it('reports a folder in which we may not delete, and goes on with the next client', async () => {
    await upload(report(1))
    Object.assign(world.deps.sweep, {
      reportsFolders: () => [
        { clientId: 'lost', folderId: '999999' },
        { clientId: 'acme', folderId: world.reports },
      ],
    })
    expect(await prune()).toMatchObject({ deleted: 1, problems: [{ clientId: 'lost' }] })
    await upload(report(2))
    expect(await prune({ clientId: 'lost' })).toMatchObject({ deleted: 0, files: 0 })
    await world.control.setRole({
      ...{ folderId: world.reports, userId: world.sim.serviceAccountId, role: 'viewer' },
    })
    expect(await prune({ clientId: 'acme' })).toMatchObject({
      skipped: { refused: 1 },
      problems: [{ message: expect.stringContaining('403') }],
    })
  })

  it('passes shortcuts, and makes one call for each 1,000 items', async () => {
    const box = boxOf(world.sim)
    const file = await box.getFile((await upload(report(1))).id)
    const files: (BoxFile | { type: 'web_link'; id: string; name: string })[] = Array.from(
      { length: 2_500 },
      (_, index) => ({ ...file, id: String(index), name: report(index) }),
    )
    files.push({ type: 'web_link', id: '1', name: report(1) })
    Object.assign(world.deps, {
      box: { ...box, listFolder: (id: string) => (id === world.reports ? files : []) },
    })
    world = { ...world, activities: createActivities(world.deps) }
    expect(await prune({ isDryRun: true })).toMatchObject({ files: 2_500, waiting: 2_500, boxCalls: 4 })
  })
})
