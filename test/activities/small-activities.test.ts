import { createIsQueued } from '../../activities/is-queued'
import { createWatchHost } from '../../activities/watch-host'
import { asActivity } from '../../activities/worker/as-activity'
import { identityFor, pollersSeenAt } from '../../activities/worker/pollers-seen-at'
import { abandonedTag, type Step } from '../../workflows/contract'
import { type ActivityWorld, environment, openActivityWorld, perform, png } from '../support/activity-world'

let world: ActivityWorld
beforeAll(async () => {
  world = await openActivityWorld()
})
afterAll(() => world.close())

describe('markAbandoned', () => {
  it('tags the file for this version and keeps its other tags, however often it is called', async () => {
    const upload = await world.put('stuck.png', png)
    await world.box.describeFile(upload.fileId, { tags: ['summer'] })
    await perform(world.activities.markAbandoned, upload, 'the client\nsends another')
    await perform(world.activities.markAbandoned, upload, 'the client sends another')
    await expect(world.box.getFile(upload.fileId)).resolves.toMatchObject({
      tags: ['summer', abandonedTag(upload.versionId)],
    })
    expect(world.lines).toContain('abandoned: the client\\u{a}sends another')
  })

  it('logs that the file could not be tagged when no attempt follows', async () => {
    const upload = await world.put('refused.png', png)
    const order = { path: `/2.0/files/${upload.fileId}`, kind: 'answer' as const, status: 403, times: 2 }
    await world.control.fault(order)
    const retried = environment({ attempt: 1, retryPolicy: { maximumAttempts: 3 } })
    await expect(retried.run(world.activities.markAbandoned, upload, 'stuck')).rejects.toThrow()
    expect(world.lines).toContainEqual(expect.stringMatching(/^abandoned, but .* could not be tagged/))
  })

  it('does nothing when the file is gone', async () => {
    const upload = await world.put('gone.png', png)
    await world.control.trash(upload.fileId)
    await expect(perform(world.activities.markAbandoned, upload, 'gone')).resolves.toBeUndefined()
  })
})

describe('watchHost', () => {
  // Temporal's clock is two hours behind that of this host.
  const serverTimeMs = Date.now() - 2 * 3_600_000
  const watch = (agesMs: () => number[]) =>
    environment({ currentAttemptScheduledTimestampMs: serverTimeMs }).run(
      asActivity(
        createWatchHost(
          { ...world.deps, pollersSeenAt: async () => agesMs().map((age) => serverTimeMs - age) },
          { everyMs: 5 },
        ),
      ),
      'qc-host-a',
    )

  it('decides by the last poll, because a killed worker stays listed', async () => {
    await watch(() => [66_000, 200_000])
    await watch(() => [])
    let looks = 0
    await watch(() => ((looks += 1) < 4 ? [64_000, 200_000] : [66_000]))
    expect(looks).toBe(4)
  })

  it('goes on when Temporal does not answer', async () => {
    let looks = 0
    await watch(() => {
      if ((looks += 1) < 3) throw new Error('unavailable')
      return []
    })
    expect(looks).toBe(3)
  })

  it('says so in its failure when Temporal refuses to answer at all', async () => {
    const refused = watch(() => {
      throw new Error('7 PERMISSION_DENIED')
    })
    await expect(refused).rejects.toThrow(/polls qc-host-a: 7 PERMISSION_DENIED$/)
  })

  it('sees a host that is too busy to poll its own queue by its polls of the main one', async () => {
    const time = (seconds: number) => ({ seconds: { toString: () => String(seconds) }, nanos: 500_000_000 })
    const main = [
      { identity: identityFor('qc-host-a'), lastAccessTime: time(100) },
      { identity: identityFor('qc-host-ab'), lastAccessTime: time(200) },
      { identity: '1@elsewhere', lastAccessTime: time(300) },
    ]
    const service = {
      describeTaskQueue: async ({ taskQueue }: { taskQueue: { name: string } }) => ({
        pollers: taskQueue.name === 'qc' ? main : [],
      }),
    }
    await expect(
      pollersSeenAt({ service, namespace: 'default', mainQueue: 'qc' }, 'qc-host-a'),
    ).resolves.toEqual([100_500])
  })
})

it('isQueued is true for a step that has waited so long, and false for one that a worker has', async () => {
  const waits: Record<string, number | undefined> = { download: 900, checks: undefined }
  const ask = (step: Step, forMs: number) =>
    environment().run(
      asActivity(createIsQueued({ ...world.deps, queuedMs: async (_workflowId, name) => waits[name] })),
      step,
      forMs,
    )
  await expect(ask('download', 900)).resolves.toBe(true)
  await expect(ask('download', 901)).resolves.toBe(false)
  await expect(ask('checks', 1)).resolves.toBe(false)
})

describe('cleanUp', () => {
  it('removes the bytes, keeps the facts, and can be repeated', async () => {
    const upload = await world.put('clean.png', png)
    await perform(world.activities.preflight, upload, undefined)
    const probes = world.probes.length
    await perform(world.activities.cleanUp, upload)
    await perform(world.activities.cleanUp, upload)
    await perform(world.activities.preflight, upload, undefined)
    expect(world.probes).toHaveLength(probes)
  })
})
