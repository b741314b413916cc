import { createActivities } from '../../activities'
import type { BoxFile } from '../../box/box'
import type { SweepInput, SweepResult } from '../../workflows/scheduled/sweep-incoming'
import { abandonedTag, type Upload, workflowIdFor } from '../../workflows/contract'
import { type ActivityWorld, openActivityWorld, perform, png } from '../support/activity-world'

const input: SweepInput = { isDryRun: false, maxStarts: 100, maxBoxCalls: 100, minAgeMs: 0 }

describe('sweepIncoming', () => {
  let world: ActivityWorld
  let started: Upload[]
  let live: Set<string>
  const sweep = (changes: Partial<SweepInput> = {}): Promise<SweepResult> =>
    perform(world.activities.sweepIncoming, { ...input, ...changes })
  const names = () => started.map(({ name }) => name).sort()

  beforeEach(async () => {
    world = await openActivityWorld()
    started = []
    live = new Set()
    const folder = { clientId: 'acme', profileId: 'static_general', extensions: ['png'] }
    Object.assign(world.deps.sweep, {
      incomingFolders: () => [{ ...folder, folderId: world.incoming, mode: 'active' }],
      reportsFolders: () => [{ clientId: 'acme', folderId: world.reports }],
      knownRuns: async () => live,
      startIdle: async (upload: Upload) => {
        if (live.has(workflowIdFor(upload))) return false
        live.add(workflowIdFor(upload))
        started.push(upload)
        return true
      },
    })
  })
  afterEach(() => world.close())

  it('starts a run for each file without one, also in folders below, and none a second time', async () => {
    const below = await world.box.createFolder(world.incoming, 'Spring')
    const processed = await world.box.createFolder(world.incoming, '_PROCESSED')
    await world.put('a.png', png)
    await putInto(below.id, 'b.png')
    await putInto(processed.id, '20260101T000000Z-123456_c.png')
    await world.put('notes.docx', png)

    expect(await sweep()).toMatchObject({
      ...{ folders: 2, files: 3, started: 2, waiting: 0, isComplete: true },
      skipped: { extension: 1 },
      examples: expect.arrayContaining([expect.objectContaining({ clientId: 'acme', name: 'a.png' })]),
    })
    expect(names()).toEqual(['a.png', 'b.png'])
    expect(started[0]).toMatchObject({ origin: 'sweep', incomingFolderId: world.incoming, attempt: 1 })
    expect(await sweep()).toMatchObject({ started: 0, skipped: { extension: 1, live: 2 } })
  })

  it('says in a dry run what it would start, and starts nothing', async () => {
    await world.put('a.png', png)
    expect(await sweep({ isDryRun: true })).toMatchObject({
      ...{ started: 0, waiting: 1 },
      examples: [expect.objectContaining({ name: 'a.png' })],
    })
    expect(started).toEqual([])
  })

  it('leaves a version that a person gave up, and takes the next version', async () => {
    const first = await world.put('a.png', png)
    await world.box.describeFile(first.fileId, { tags: [abandonedTag(first.versionId)] })
    expect(await sweep()).toMatchObject({ started: 0, skipped: { given_up: 1 } })
    await world.putVersion(first.fileId, Buffer.concat([png, Buffer.from('2')]))
    expect(await sweep()).toMatchObject({ started: 1 })
  })

  it('leaves what people archived by renaming _PROCESSED, and takes what they put back', async () => {
    const [done, other, third] = [await put('a.png'), await put('b.png'), await put('c.png')]
    for (const one of [done, other, third]) await finishRun(one)
    const { parentId: archive = '' } = await world.box.getFile(done.fileId)
    await world.control.move({ id: archive, name: '_PROCESSED 2025' })
    expect(await sweep()).toMatchObject({ started: 0, waiting: 0, skipped: { archived: 3 } })
    const below = await world.box.createFolder(world.incoming, 'Once more')
    await world.control.move({ id: done.fileId, parentId: world.incoming })
    await world.control.move({ id: other.fileId, parentId: below.id })
    expect(await sweep()).toMatchObject({ started: 2, skipped: { archived: 1 } })
    expect(names()).toEqual([`${done.session}_a.png`, `${other.session}_b.png`])
  })

  it('leaves young files to the webhook', async () => {
    await world.put('a.png', png)
    expect(await sweep({ minAgeMs: 60_000 })).toMatchObject({ started: 0, skipped: { too_young: 1 } })
    Object.assign(world.deps.sweep, { now: () => new Date(Date.now() + 61_000) })
    expect(await sweep({ minAgeMs: 60_000 })).toMatchObject({ started: 1 })
  })

  it('starts no run for a file that left INCOMING after it was listed', async () => {
    const upload = await world.put('a.png', png)
    Object.assign(world.deps.sweep, {
      knownRuns: async () => {
        await world.box.deleteFile(upload.fileId)
        return new Set()
      },
    })
    expect(await sweep()).toMatchObject({ started: 0, waiting: 0, skipped: { moved: 1 } })
  })

  it('ends a round at maxStarts; the next rounds take the rest', async () => {
    for (const number of [1, 2, 3, 4, 5]) await world.put(`${number}.png`, png)
    expect(await sweep({ maxStarts: 2 })).toMatchObject({ started: 2, waiting: 3 })
    expect(await sweep({ maxStarts: 2 })).toMatchObject({ started: 2, waiting: 1 })
    expect(await sweep({ maxStarts: 2 })).toMatchObject({ started: 1, waiting: 0 })
    expect(names()).toEqual(['1.png', '2.png', '3.png', '4.png', '5.png'])
  })

  it('ends a round at maxBoxCalls and says that it is not complete', async () => {
    for (const name of ['A', 'B', 'C']) await world.box.createFolder(world.incoming, name)
    expect(await sweep({ maxBoxCalls: 2 })).toMatchObject({ folders: 2, boxCalls: 2, isComplete: false })
  })

  it('reports an INCOMING that cannot be read, and goes on with the others', async () => {
    const { incomingFolders } = world.deps.sweep
    Object.assign(world.deps.sweep, {
      incomingFolders: () => [
        ...incomingFolders(),
        { ...incomingFolders()[0], clientId: 'lost', folderId: '999999' },
      ],
    })
    await world.put('a.png', png)
    expect(await sweep()).toMatchObject({
      started: 1,
      problems: [{ clientId: 'lost', folderId: '999999', message: expect.stringContaining('404') }],
    })
    expect(await sweep({ clientId: 'acme' })).toMatchObject({ problems: [] })
  })

  it('asks for known runs in shadow mode, where a file stays after its report', async () => {
    const scopes: string[] = []
    const { incomingFolders } = world.deps.sweep
    Object.assign(world.deps.sweep, {
      incomingFolders: () => incomingFolders().map((folder) => ({ ...folder, mode: 'shadow' })),
      knownRuns: async (_client: string, scope: string) => {
        scopes.push(scope)
        return live
      },
    })
    await world.put('a.png', png)
    await sweep()
    expect(await sweep()).toMatchObject({ started: 0, skipped: { known: 1 } })
    expect(scopes).toEqual(['known', 'known'])
  })

  it(
    'meets the webhook at the worst moment: its run ' + 'moves the file right before our start, so ours ends',
    async () => {
      const upload = await world.put('a.png', png)
      const reports: string[] = []
      Object.assign(world.deps.sweep, {
        startIdle: async (ours: Upload) => {
          reports.push(await finishRun(upload))
          started.push(ours)
          return true
        },
      })
      expect(await sweep()).toMatchObject({ started: 1 })
      await expect(perform(world.activities.download, started[0]!, true)).resolves.toMatchObject({
        notNeeded: { outcome: 'duplicate' },
      })
      expect((await world.control.tree(world.reports)).map(({ name }) => name)).toEqual(reports)
    },
  )

  it('leaves a file whose run moved it between the listing and the look', async () => {
    const upload = await world.put('a.png', png)
    const processed = await world.box.createFolder(world.incoming, '_Processed')
    Object.assign(world.deps.sweep, {
      isGivenUp: async () => {
        await world.control.move({ id: upload.fileId, parentId: processed.id })
        return false
      },
    })
    expect(await sweep()).toMatchObject({ started: 0, skipped: { moved: 1 } })
  })

  it('leaves a version whose run a person ended, even when Box refused the tag', async () => {
    await world.put('a.png', png)
    Object.assign(world.deps.sweep, { isGivenUp: async () => true })
    expect(await sweep()).toMatchObject({ started: 0, waiting: 0, boxCalls: 1, skipped: { given_up: 1 } })
  })

  it('looks at twice as many files as it may start, however many turn out to have a run', async () => {
    for (const number of [1, 2, 3, 4, 5]) await world.put(`${number}.png`, png)
    Object.assign(world.deps.sweep, { startIdle: async () => false })
    expect(await sweep({ maxStarts: 2 })).toMatchObject({ boxCalls: 5, waiting: 1, skipped: { live: 4 } })
  })

  it('names the runs whose workflow task Temporal has lost, and ends also when it cannot ask', async () => {
    Object.assign(world.deps.sweep, { stalledRuns: async () => ['qc/acme/1/2'] })
    await sweep({ isDryRun: true })
    expect(await world.metrics()).toContain('qc_stalled_runs_total 0')
    await sweep()
    expect(await world.metrics()).toContain('qc_stalled_runs_total 1')
    expect(world.lines).toContain('sweep: Temporal has lost the workflow task of 1 runs')
    Object.assign(world.deps.sweep, { stalledRuns: () => Promise.reject(new Error('UNAVAILABLE')) })
    await sweep()
    expect(world.lines).toContain('sweep: Temporal was not asked for stalled runs')
  })

  it('lets clients take turns, and reads the runs of a client once', async () => {
    const asked: string[] = []
    const [folder] = world.deps.sweep.incomingFolders()
    Object.assign(world.deps.sweep, {
      incomingFolders: () => [folder, { ...folder, clientId: 'small', folderId: world.elsewhere }],
      knownRuns: async (clientId: string) => {
        asked.push(clientId)
        return live
      },
    })
    await world.control.setRole({
      ...{ folderId: world.elsewhere, userId: world.sim.serviceAccountId, role: 'editor' },
    })
    await world.control.setRole({ folderId: world.elsewhere, userId: world.anna, role: 'editor' })
    for (const number of [1, 2, 3]) await world.put(`${number}.png`, png)
    await putInto(world.elsewhere, 'only.png')
    expect(await sweep({ maxStarts: 2 })).toMatchObject({ started: 2, waiting: 2 })
    expect(started.map(({ clientId }) => clientId).sort()).toEqual(['acme', 'small'])
    expect(asked.sort()).toEqual(['acme', 'small'])
  })

  it('makes one call for each 1,000 files, and keeps no more of them than it can start', async () => {
    const { box } = world
    const files = Array.from({ length: 20_000 }, (_, index) => fileNumber(index, world.incoming))
    Object.assign(world.deps, { box: { ...box, listFolder: () => files } })
    world = { ...world, activities: createActivities(world.deps) }
    expect(await sweep({ isDryRun: true })).toMatchObject({ files: 20_000, waiting: 20_000, boxCalls: 20 })
  })

  /** What the run of a delivery does, from its start to its end. */
  async function finishRun(upload: Upload): Promise<string> {
    const { rejection } = await perform(world.activities.download, upload, true)
    const plan = await perform(world.activities.preflight, upload, rejection)
    const report = await perform(world.activities.checks, upload, plan)
    const receipt = await perform(world.activities.uploadReport, upload, report)
    await perform(world.activities.moveToProcessed, upload, receipt)
    return receipt.reportName
  }

  const put = (name: string) => world.put(name, png)
  const putInto = (folderId: string, name: string) =>
    world.control.upload({ userId: world.anna, folderId, name, content: png })
})

function fileNumber(index: number, parentId: string): BoxFile {
  const id = String(1_000_000 + index)
  return {
    ...{ type: 'file', id, name: `${index}.png`, etag: '0', sizeBytes: 1, sha1: 'a'.repeat(40) },
    ...{ versionId: `${id}7`, parentId, ancestors: [], isTrashed: false, description: '', tags: [] },
  }
}
