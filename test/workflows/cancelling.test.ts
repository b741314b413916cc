import { Context } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'

import { errorTypes, type Step } from '../../workflows/contract'
import {
  callsToTheEnd,
  gate,
  openWorld,
  searchAttributesOf,
  type QcRun,
  reportOf,
  untilState,
  type WorkflowWorld,
} from '../support/workflow-world'
import { anyText } from '../support/matchers'

describe('a run that is cancelled', () => {
  let world: WorkflowWorld
  beforeAll(async () => {
    world = await openWorld()
  })
  beforeEach(() => world.reset())
  afterAll(() => world.stop())

  /**
   * Holds a step in its middle; `reached` says that it is there. A step before the report sees the cancel by
   * its heartbeats.
   */
  function hold(step: Step, watchesCancel: boolean) {
    const held = gate()
    const good = world.fakes[step] as (...input: unknown[]) => Promise<unknown>
    const holding = async (...input: unknown[]) => {
      const beat = setInterval(() => Context.current().heartbeat(), 50)
      held.reach()
      try {
        await (watchesCancel ? Promise.race([held.opened, Context.current().cancelled]) : held.opened)
        return await good(...input)
      } finally {
        clearInterval(beat)
      }
    }
    Object.assign(world.fakes, { [step]: holding })
    return held
  }

  it.each(['download', 'preflight', 'checks'] as const)(
    'in the middle of %s leaves no report, no move, and cleans up',
    async (step) => {
      const held = hold(step, true)
      const run = await world.start({}, { heartbeatMs: 1_000 })
      await held.reached
      await run.cancel()
      expect(await run.result()).toMatchObject({ outcome: 'cancelled' })
      expect(world.calls).not.toContain('uploadReport')
      expect(world.calls).not.toContain('moveToProcessed')
      expect(world.calls.includes('cleanUp')).toBe(step !== 'download')
      expect((await searchAttributesOf(run)).QcState).toBe('cancelled')
      expect((await run.describe()).status.name).toBe('COMPLETED')
    },
  )

  it('cleans up only after the step that worked on the file has ended', async () => {
    const order: string[] = []
    const reached = gate()
    world.fakes.checks = async () => {
      const beat = setInterval(() => Context.current().heartbeat(), 50)
      reached.reach()
      const cancelled = await Context.current().cancelled.catch((error: unknown) => error)
      // A tool takes its time to die.
      await new Promise((resolve) => setTimeout(resolve, 500))
      clearInterval(beat)
      order.push('checks ended')
      throw cancelled
    }
    world.fakes.cleanUp = async () => void order.push('cleaned up')
    const run = await world.start({}, { heartbeatMs: 1_000 })
    await reached.reached
    await run.cancel()
    expect(await run.result()).toMatchObject({ outcome: 'cancelled' })
    expect(order).toEqual(['checks ended', 'cleaned up'])
  })

  it('in the middle of checks that end all the same leaves no report either', async () => {
    const held = hold('checks', false)
    const run = await world.start()
    await held.reached
    await run.cancel()
    held.open()
    expect(await run.result()).toMatchObject({ outcome: 'cancelled' })
    expect(world.calls).not.toContain('uploadReport')
  })

  it(
    'before anything was taken up only marks the ' + 'file, so that no later delivery starts it again',
    async () => {
      await world.stopMainWorker()
      const run = await world.start()
      await run.cancel()
      await world.startWorker(world.taskQueue)
      expect(await run.result()).toMatchObject({ outcome: 'cancelled' })
      expect(world.calls).toEqual(['markAbandoned'])
    },
  )

  it.each(['uploadReport', 'moveToProcessed'] as const)(
    'in the middle of %s has both its report and its move',
    async (step) => {
      const held = hold(step, true)
      const run = await world.start({}, { heartbeatMs: 1_000 })
      await held.reached
      await run.cancel()
      await untilCancelIsKnown(run)
      held.open()
      expect(await run.result()).toMatchObject({ outcome: 'done', movedTo: anyText })
      expect(world.calls).toEqual(callsToTheEnd)
    },
  )

  it.each(['download', 'preflight', 'checks', 'uploadReport'] as const)(
    'while parked at %s ends, nothing being filed',
    async (step) => {
      Object.assign(world.fakes, {
        [step]: () => Promise.reject(ApplicationFailure.nonRetryable('no', errorTypes.accessLost)),
      })
      const run = await world.start()
      await untilState(run, 'needs_attention')
      await run.cancel()
      expect(await run.result()).toMatchObject({
        outcome: 'cancelled',
        note: `cancelled while parked at ${step}`,
      })
      expect(world.calls).not.toContain('moveToProcessed')
    },
  )

  it('during the upload of a report that is then refused for good ends without parking', async () => {
    world.fakes.uploadReport = () =>
      Promise.reject(ApplicationFailure.nonRetryable('no', errorTypes.reportsFolder))
    const held = hold('uploadReport', false)
    const run = await world.start()
    await held.reached
    await run.cancel()
    await untilCancelIsKnown(run)
    held.open()
    expect(await run.result()).toMatchObject({ outcome: 'cancelled' })
  })

  it('while parked at the move stays: its report is filed, so only retry and abandon count', async () => {
    const { moveToProcessed } = world.fakes
    world.fakes.moveToProcessed = () =>
      Promise.reject(ApplicationFailure.nonRetryable('no', errorTypes.permissionDenied))
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await run.cancel()
    await untilCancelIsKnown(run)
    expect((await untilState(run, 'needs_attention')).attention).toMatchObject({
      step: 'moveToProcessed',
      retries: 0,
    })
    world.fakes.moveToProcessed = moveToProcessed
    await run.signal('retry')
    expect(await run.result()).toMatchObject({ outcome: 'done', movedTo: anyText })
  })

  it('while parked on a verdict error stays too', async () => {
    world.fakes.checks = async (upload) => reportOf(upload, { verdict: 'error', score: undefined })
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await run.cancel()
    await untilCancelIsKnown(run)
    expect((await untilState(run, 'needs_attention')).attention).toMatchObject({ errorType: 'verdict_error' })
    world.fakes.checks = async (upload) => reportOf(upload)
    await run.signal('retry')
    expect(await run.result()).toMatchObject({ outcome: 'done', verdict: 'pass', movedTo: anyText })
  })
})

/** The cancel is in the history, and a workflow task has seen it. */
async function untilCancelIsKnown(run: QcRun): Promise<void> {
  for (const deadline = Date.now() + 30_000; ;) {
    const { events = [] } = await run.fetchHistory()
    const cancel = events?.findIndex((event) => event.workflowExecutionCancelRequestedEventAttributes) ?? -1
    if (cancel >= 0 && events?.slice(cancel).some((event) => event.workflowTaskCompletedEventAttributes))
      return
    if (Date.now() > deadline) throw new Error('the cancel request never reached the workflow')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
