import { ApplicationFailure } from '@temporalio/common'

import { errorTypes, queueNames } from '../../workflows/contract'
import {
  openWorld,
  type QcRun,
  untilCancelled,
  untilState,
  type WorkflowWorld,
} from '../support/workflow-world'

/**
 * *Reset* is what the Web UI offers on a closed run. Signals and updates after the point of a Reset are
 * applied again.
 */
describe('a run that is reset', () => {
  let world: WorkflowWorld
  beforeAll(async () => {
    world = await openWorld()
  })
  beforeEach(() => world.reset())
  afterAll(() => world.stop())

  /** A signal gives the run a workflow task while the activity waits in its queue: a point for a Reset. */
  async function wakeWhileWaitingFor(run: QcRun, activityId: string): Promise<void> {
    await until(async () => {
      const { raw } = await run.describe()
      return raw.pendingActivities?.some((activity) => activity.activityId === activityId) === true
    })
    const { length } = await workflowTasksOf(run)
    await run.signal('wake')
    await until(async () => (await workflowTasksOf(run)).length > length)
  }

  async function workflowTasksOf(run: QcRun) {
    const { events } = await run.fetchHistory()
    return (events ?? [])
      .filter((event) => event.workflowTaskCompletedEventAttributes)
      .map(({ eventId }) => eventId)
  }

  async function resetTo(
    run: QcRun,
    eventId: Awaited<ReturnType<typeof workflowTasksOf>>[number],
  ): Promise<QcRun> {
    const { runId } = await world.client.workflowService.resetWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: run.workflowId, runId: run.firstExecutionRunId },
      workflowTaskFinishEventId: eventId,
      requestId: `${run.workflowId} to ${String(eventId)}`,
      reason: 'a test',
    })
    return world.client.workflow.getHandle(run.workflowId, runId) as QcRun
  }

  it('at any point finishes again, never with a move before a report', async () => {
    const run = await world.start()
    await run.result()
    for (const eventId of await workflowTasksOf(run)) {
      expect(await (await resetTo(run, eventId)).result()).toMatchObject({ outcome: 'done' })
    }
    expect(world.calls.indexOf('uploadReport')).toBeLessThan(world.calls.indexOf('moveToProcessed'))
  })

  it(
    'to any point finishes again with its old retries: where ' +
      'it parks again, they are ignored and the timer goes on',
    async () => {
      const { uploadReport } = world.fakes
      world.fakes.uploadReport = () =>
        Promise.reject(ApplicationFailure.nonRetryable('no', errorTypes.reportsFolder))
      const run = await world.start({}, { parkInitialMs: 2_000 })
      await untilState(run, 'needs_attention')
      world.fakes.uploadReport = uploadReport
      await Promise.all([run.signal('retry'), run.signal('retry')])
      await run.result()
      for (const eventId of await workflowTasksOf(run)) {
        expect(await (await resetTo(run, eventId)).result()).toMatchObject({ outcome: 'done' })
      }
    },
  )

  it('from before it was abandoned goes on: the old word of abandon no longer counts', async () => {
    const { uploadReport } = world.fakes
    world.fakes.uploadReport = () =>
      Promise.reject(ApplicationFailure.nonRetryable('no', errorTypes.reportsFolder))
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await run.executeUpdate('abandon', { args: ['too early'] })
    await run.result()
    world.fakes.uploadReport = uploadReport
    const [, second] = await workflowTasksOf(run)
    const again = await resetTo(run, second)
    expect(await again.result()).toMatchObject({ outcome: 'done' })
  })

  it('while it waits for a host that is gone goes on elsewhere', async () => {
    let isGone = true
    world.fakes.download = async () => ({ hostQueue: world.host(isGone ? 'gone' : 'a') })
    world.fakes.watchHost = async (hostQueue) => {
      if (hostQueue === world.host('a')) await untilCancelled()
    }
    const run = await world.start({}, { hostWaitMs: 2_000 })
    await wakeWhileWaitingFor(run, 'preflight')
    await wakeWhileWaitingFor(run, 'preflight')
    isGone = false
    await run.result()
    for (const eventId of await workflowTasksOf(run)) {
      expect(await (await resetTo(run, eventId)).result()).toMatchObject({ outcome: 'done' })
    }
  })

  it('while it waits for room shows that it waits, and goes on', async () => {
    await world.stopIntakeWorker()
    const run = await world.start({}, { hostWaitMs: 1_500 })
    await wakeWhileWaitingFor(run, 'download')
    const [, second] = await workflowTasksOf(run)
    const again = await resetTo(run, second)
    expect(await untilState(again, 'waiting')).toMatchObject({ step: 'download' })
    await world.startWorker(queueNames(world.taskQueue).intake)
    expect(await again.result()).toMatchObject({ outcome: 'done' })
    expect(world.calls.filter((name) => name === 'download')).toHaveLength(1)
  })

  it('while a host that is gone should clean up ends all the same', async () => {
    const notNeeded = { outcome: 'duplicate', note: 'This version is already in _PROCESSED.' } as const
    world.fakes.download = async () => ({ hostQueue: world.host('gone'), notNeeded })
    const run = await world.start({}, { hostWaitMs: 2_000 })
    await wakeWhileWaitingFor(run, 'cleanUp')
    await run.result()
    for (const eventId of await workflowTasksOf(run)) {
      expect(await (await resetTo(run, eventId)).result()).toMatchObject({ outcome: 'duplicate' })
    }
  })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50))
}
