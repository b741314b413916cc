import { ApplicationFailure } from '@temporalio/common'

import { listRuns } from '../../runs/list-runs'
import { queueNames } from '../../workflows/contract'
import { textWith } from '../support/matchers'
import {
  callsToTheEnd,
  gate,
  openWorld,
  searchAttributesOf,
  untilCancelled,
  untilState,
  type WorkflowWorld,
} from '../support/workflow-world'

describe('the host that has the file', () => {
  let world: WorkflowWorld
  beforeAll(async () => {
    world = await openWorld()
  })
  beforeEach(() => world.reset())
  afterAll(() => world.stop())

  /** The first download lands on a host that nobody serves; every later one on host a. */
  function downloadToDeadHostFirst(): void {
    let downloads = 0
    world.fakes.download = async () => ({
      hostQueue: (downloads += 1) === 1 ? world.host('dead') : world.host('a'),
    })
    world.fakes.watchHost = async (hostQueue) => {
      if (hostQueue !== world.host('dead')) await untilCancelled()
    }
  }

  it('is replaced when it is gone, and the run goes on with the same step', async () => {
    downloadToDeadHostFirst()
    const run = await world.start({}, { hostWaitMs: 1_000 })
    expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(world.calls).toEqual(['download', 'watchHost', ...callsToTheEnd])
  })

  it.each(['checks', 'uploadReport'] as const)('is replaced when it goes before %s', async (step) => {
    const host = await world.startWorker(world.host('b'))
    let downloads = 0
    world.fakes.download = async () => ({ hostQueue: world.host((downloads += 1) === 1 ? 'b' : 'a') })
    world.fakes.watchHost = async (hostQueue) => {
      if (hostQueue !== world.host('b')) await untilCancelled()
    }
    const before = step === 'checks' ? 'preflight' : 'checks'
    const held = gate()
    const good = world.fakes[before] as (...input: unknown[]) => Promise<unknown>
    let stopped: Promise<void> | undefined
    Object.assign(world.fakes, {
      [before]: (...input: unknown[]) => {
        // The host stops taking work while this step is on it; what runs is still answered.
        stopped ??= host.stop()
        held.reach()
        return good(...input)
      },
    })
    const run = await world.start({}, { hostWaitMs: 1_000 })
    await held.reached
    await stopped
    expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(world.calls.filter((name) => name === 'download')).toHaveLength(2)
    expect(world.calls.filter((name) => name === 'moveToProcessed')).toHaveLength(1)
  })

  it('is replaced when it dies in the middle of a step', async () => {
    const host = await world.startWorker(world.host('b'))
    let downloads = 0
    world.fakes.download = async () => ({ hostQueue: world.host((downloads += 1) === 1 ? 'b' : 'a') })
    world.fakes.watchHost = async (hostQueue) => {
      if (hostQueue !== world.host('b')) await untilCancelled()
    }
    const held = gate()
    const { checks } = world.fakes
    let attempts = 0
    world.fakes.checks = async (upload, plan) => {
      if ((attempts += 1) > 1) return checks(upload, plan)
      held.reach()
      await held.opened
      throw new Error('nobody hears from this attempt any more')
    }
    const run = await world.start({}, { hostWaitMs: 1_000, heartbeatMs: 1_000 })
    await held.reached
    const stopped = host.stop()
    expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(world.calls.filter((name) => name === 'download')).toHaveLength(2)
    held.open()
    await stopped
  })

  it(
    'is waited for when it is only busy: never ' + 'downloaded twice, and the history does not grow',
    async () => {
      world.fakes.download = async () => ({ hostQueue: world.host('busy') })
      const watched = gate()
      world.fakes.watchHost = async () => {
        watched.reach()
        await untilCancelled()
      }
      const run = await world.start({}, { hostWaitMs: 300 })
      await watched.reached
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      const waiting = (await run.fetchHistory()).events?.length
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      expect((await run.fetchHistory()).events?.length).toBe(waiting)
      expect(await untilState(run, 'waiting')).toMatchObject({ waitingFor: textWith('is busy') })
      expect(await searchAttributesOf(run)).toMatchObject({ QcStep: 'preflight' })
      const host = await world.startWorker(world.host('busy'))
      expect(await run.result()).toMatchObject({ outcome: 'done' })
      expect(world.calls.filter((name) => name === 'download')).toHaveLength(1)
      expect(world.calls.filter((name) => name === 'preflight')).toHaveLength(1)
      expect((await run.fetchHistory()).events?.length).toBeLessThan(70)
      await host.stop()
    },
  )

  it('is waited for by twenty files with one slot among them: twenty downloads', async () => {
    world.fakes.download = async () => ({ hostQueue: world.host('slow') })
    const { checks, watchHost } = world.fakes
    const waited = gate()
    world.fakes.watchHost = (...input) => {
      waited.reach()
      return watchHost(...input)
    }
    // The only slot is busy until somebody has waited for it.
    world.fakes.checks = async (upload, plan) => {
      await waited.reached
      return checks(upload, plan)
    }
    const host = await world.startWorker(world.host('slow'), 1)
    const runs = await Promise.all(Array.from({ length: 20 }, () => world.start({}, { hostWaitMs: 1_000 })))
    for (const run of runs) expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(world.calls).toContain('watchHost')
    expect(world.calls.filter((name) => name === 'download')).toHaveLength(20)
    await host.stop()
  })

  it('takes a finished report while an analysis has its only slot', async () => {
    world.fakes.download = async () => ({ hostQueue: world.host('one-slot') })
    const host = await world.startWorker(world.host('one-slot'), 1)
    const held = gate()
    const { checks, uploadReport } = world.fakes
    world.fakes.uploadReport = async (upload, report) => {
      held.reach()
      await held.opened
      return uploadReport(upload, report)
    }
    const first = await world.start()
    await held.reached
    const analysing = gate()
    world.fakes.checks = async (upload, plan) => {
      analysing.reach()
      await analysing.opened
      return checks(upload, plan)
    }
    const video = await world.start()
    await analysing.reached
    held.open()
    expect(await first.result()).toMatchObject({ outcome: 'done' })
    analysing.open()
    expect(await video.result()).toMatchObject({ outcome: 'done' })
    await host.stop()
  })

  it('is no longer waited for when the run is cancelled', async () => {
    world.fakes.download = async () => ({ hostQueue: world.host('busy-too') })
    const watched = gate()
    world.fakes.watchHost = async () => {
      watched.reach()
      await untilCancelled()
    }
    const run = await world.start({}, { hostWaitMs: 300 })
    await watched.reached
    await run.cancel()
    expect(await run.result()).toMatchObject({ outcome: 'cancelled' })
    expect(world.calls).not.toContain('preflight')
  })

  it('counts as alive when the watch fails', async () => {
    world.fakes.download = async () => ({ hostQueue: world.host('unknown') })
    const asked = gate()
    world.fakes.watchHost = async () => {
      asked.reach()
      throw ApplicationFailure.nonRetryable('the server does not answer')
    }
    const run = await world.start({}, { hostWaitMs: 500 })
    await asked.reached
    const host = await world.startWorker(world.host('unknown'))
    expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(world.calls.filter((name) => name === 'download')).toHaveLength(1)
    await host.stop()
  })

  it('is watched again when the watch fails, so a host that is gone is replaced all the same', async () => {
    let downloads = 0
    world.fakes.download = async () => ({
      hostQueue: (downloads += 1) === 1 ? world.host('gone') : world.host('a'),
    })
    let watches = 0
    world.fakes.watchHost = async () => {
      if ((watches += 1) < 3) throw ApplicationFailure.nonRetryable('the server does not answer')
    }
    const run = await world.start({}, { hostWaitMs: 300 })
    expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(watches).toBe(3)
    expect(downloads).toBe(2)
  })

  it('parks at the download when the file cannot be fetched again, and shows that step', async () => {
    downloadToDeadHostFirst()
    const { download } = world.fakes
    let fetched = 0
    world.fakes.download = (upload) =>
      (fetched += 1) > 1 ? Promise.reject(new Error('no space left')) : download(upload)
    const run = await world.start({}, { hostWaitMs: 500 })
    expect((await untilState(run, 'needs_attention')).attention).toMatchObject({
      step: 'download',
      errorType: 'retries_exhausted',
    })
    world.fakes.download = async () => ({ hostQueue: world.host('a') })
    await run.signal('retry')
    expect(await run.result()).toMatchObject({ outcome: 'done' })
  })

  it('has to have room: a run that no host takes says that it waits, and goes on by itself', async () => {
    await world.stopIntakeWorker()
    const run = await world.start({}, { hostWaitMs: 500 })
    expect(await untilState(run, 'waiting')).toMatchObject({
      step: 'download',
      waitingFor: textWith('No host has room'),
    })
    expect(await searchAttributesOf(run)).toMatchObject({ QcStep: 'download' })
    const [listed] = (await listRuns(world.client, { state: 'waiting', isOpen: true }, 10)).runs
    expect(listed).toMatchObject({ workflowId: run.workflowId, step: 'download' })
    await world.startWorker(queueNames(world.taskQueue).intake)
    expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(await searchAttributesOf(run)).toMatchObject({ QcState: 'done' })
    expect(await searchAttributesOf(run)).not.toHaveProperty('QcStep')
    expect(world.calls.filter((name) => name === 'download')).toHaveLength(1)
  })
})
