import { ApplicationFailure } from '@temporalio/common'

import { errorTypes } from '../../workflows/contract'
import { startTemporalServer, type TemporalServer } from '../support/temporal-server'
import { openWorld, searchAttributesOf, type WorkflowWorld, untilState } from '../support/workflow-world'
import { anyText } from '../support/matchers'

/** A server that calls 60 events a long history, instead of some thousands. */
describe('a run that is parked for months', () => {
  let server: TemporalServer
  let world: WorkflowWorld
  beforeAll(async () => {
    server = await startTemporalServer({
      dynamicConfig: { 'limit.historyCount.suggestContinueAsNew': 60 },
    })
    world = await openWorld(server.address)
  })
  beforeEach(() => world.reset())
  afterAll(async () => {
    await world.stop()
    await server.stop()
  })

  it('continues as new: it stays parked, counts on, waits as long as before, and finishes', async () => {
    const { moveToProcessed } = world.fakes
    world.fakes.moveToProcessed = () =>
      Promise.reject(ApplicationFailure.nonRetryable('403', errorTypes.permissionDenied))
    const first = await world.start({}, { parkInitialMs: 50, parkMaximumMs: 200 })
    const run = world.client.workflow.getHandle(first.workflowId) as typeof first
    const { attention, report } = await untilContinued(run, first.firstExecutionRunId)
    expect(attention).toMatchObject({ step: 'moveToProcessed', errorType: 'permission_denied' })
    expect(attention?.retries).toBeGreaterThan(3)
    expect(report).toMatchObject({ reportFileId: '900' })
    expect((await run.fetchHistory()).events?.length).toBeLessThan(100)
    expect(await searchAttributesOf(run)).toMatchObject({ QcClient: 'acme', QcFile: anyText })
    expect((await run.describe()).memo).toMatchObject({ session: anyText, file: anyText })

    // Its report is uploaded: a cancel does not count, in the continued run either.
    await run.cancel()
    world.fakes.moveToProcessed = moveToProcessed
    expect(await run.result()).toMatchObject({ outcome: 'done', movedTo: anyText })
  })

  async function untilContinued(run: Parameters<typeof untilState>[0], firstRunId: string) {
    for (const deadline = Date.now() + 90_000; Date.now() < deadline;) {
      const { runId } = (await run.describe()) as { runId: string }
      if (runId !== firstRunId) {
        const status = await untilState(run, 'needs_attention')
        if ((status.attention?.retries ?? 0) > 3) return status
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('the run did not continue as new')
  }
})
