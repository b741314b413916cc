import { ApplicationFailure } from '@temporalio/common'
import { historyToJSON } from '@temporalio/common/lib/proto-utils'
import { Worker } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'

import { deploymentOptions } from '../../activities/worker/deployment-options'
import { builds } from '../../diagnosis/builds'
import type { Installation } from '../../diagnosis/diagnosis'
import { buildsOf, setCurrentBuild } from '../../runs/builds'
import { errorTypes } from '../../workflows/contract'
import { workflowBundle } from '../support/workflow-bundle'
import { openWorld, type QcRun, untilState, type WorkflowWorld } from '../support/workflow-world'

const nextRelease = 'test/support/next-release.ts'

describe('a new release', () => {
  let world: WorkflowWorld
  let fix: () => void
  beforeEach(async () => {
    world = await openWorld()
    await world.stopMainWorker()
    const { uploadReport } = world.fakes
    fix = () => (world.fakes.uploadReport = uploadReport)
    world.fakes.uploadReport = () =>
      Promise.reject(ApplicationFailure.nonRetryable('403', errorTypes.permissionDenied))
  })
  afterEach(() => world.stop())

  const startBuild = async (buildId: string, queue = world.taskQueue) =>
    world.startWorker(queue, 10, {
      workflowBundle: await workflowBundle(),
      ...deploymentOptions({ isVersioned: true, buildId }, queue),
    })

  it('finishes a run that parked under the release before', async () => {
    const former = await world.startWorker(world.taskQueue)
    const parked = await world.start()
    await untilState(parked, 'needs_attention')
    await former.stop()

    await world.startWorker(world.taskQueue, 10, { workflowBundle: await workflowBundle(nextRelease) })
    await finish(parked)
    expect(await timersOf(parked)).toBe(1)

    // A run of its own takes the command that the former release did not have.
    const later = await world.start()
    expect(await later.result()).toMatchObject({ outcome: 'done' })
    expect(await timersOf(later)).toBe(1)
  })

  it('must keep its changes behind patched(): the replay of a parked run finds one that is not', async () => {
    await world.startWorker(world.taskQueue)
    const parked = await world.start()
    await untilState(parked, 'needs_attention')
    const replay = async (workflow: string) => {
      const history = historyToJSON(await parked.fetchHistory())
      const renamed = history.replaceAll(/"name":\s*"qcUpload"/g, `"name":"${workflow}"`)
      return Worker.runReplayHistory(
        { workflowBundle: await workflowBundle(nextRelease) },
        JSON.parse(renamed),
      )
    }
    await replay('qcUpload')
    await expect(replay('qcUploadCareless')).rejects.toThrow(DeterminismViolationError)
    await parked.terminate()
  })

  it('takes over with Worker Versioning when its build becomes current, and doctor sees it', async () => {
    const { client, taskQueue } = world
    const first = await startBuild('v1')
    await untilSeen('v1')
    const parked = await world.start()
    await makeCurrent('v1')
    await untilState(parked, 'needs_attention')

    await startBuild('v2')
    await untilSeen('v2')
    expect(await diagnosed()).toEqual([
      expect.stringMatching(
        /^WARN .* to workers of build v1 only\. These poll too .* build v2.*set-current v2$/,
      ),
    ])
    await makeCurrent('v2')
    await first.stop()
    await finish(parked)
    expect(await buildOf(parked)).toBe('v2')
    const { current } = await buildsOf(client.workflowService, 'default', taskQueue)
    expect(current).toBe('v2')
  })

  it('gets no run with Worker Versioning while no build is current: doctor says so', async () => {
    const queue = `${world.taskQueue}-versioned`
    expect(await diagnosed(queue)).toEqual([])
    await startBuild('v1', queue)
    await untilSeen('v1', queue)
    expect(await diagnosed(queue)).toEqual([
      'FAIL Temporal gives runs to workers without Worker Versioning only, ' +
        'and those that poll are workers of build v1: uploads wait → admin-cli builds set-current v1',
    ])
    await makeCurrent('v1', queue)
    expect(await diagnosed(queue)).toEqual(['PASS workers of build v1: current'])
  })

  async function finish(parked: QcRun) {
    fix()
    await parked.signal('retry')
    expect(await parked.result()).toMatchObject({ outcome: 'done' })
  }

  /** As admin-cli does: the server refuses a build until all queues of its worker are registered. */
  async function makeCurrent(build: string, queue = world.taskQueue) {
    for (const deadline = Date.now() + 30_000; ;)
      try {
        await setCurrentBuild(world.client, queue, build)
        return
      } catch (error) {
        if (Date.now() > deadline) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
  }

  async function untilSeen(build: string, queue = world.taskQueue) {
    for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
      const { workers } = await buildsOf(world.client.workflowService, 'default', queue)
      if (workers.some((worker) => worker.build === build)) return
    }
    throw new Error(`no worker of build ${build} polls`)
  }

  async function diagnosed(taskQueue = world.taskQueue): Promise<string[]> {
    const found = await builds.examine({
      temporal: () => Promise.resolve(world.client),
      config: () => ({ temporal: { taskQueue } }),
    } as unknown as Installation)
    return found.map(({ level, evidence, remedy }) =>
      [level, evidence, ...(remedy === undefined ? [] : ['→', remedy])].join(' '),
    )
  }
})

async function timersOf(run: QcRun): Promise<number> {
  const { events } = await run.fetchHistory()
  return (events ?? []).filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes).length
}

async function buildOf(run: QcRun): Promise<string | null | undefined> {
  const { raw } = await run.describe()
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId
}
