import { ApplicationFailure } from '@temporalio/common'

import { errorTypes } from '../../workflows/contract'
import { openWorld, type QcRun, untilState, type SimulatedBoxContext } from '../support/workflow-world'

/**
 * *Reset* is what the Web UI offers on a closed run. Signals and updates after the point of a Reset are
 * applied again.
 */
describe('a run that is reset', () => {
  let world: SimulatedBoxContext
  beforeAll(async () => {
    world = await openWorld()
  })
  beforeEach(() => world.reset())
  afterAll(() => world.stop())

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
})
