import { Context } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'

import { createParkedRuns } from '../../runs/parked-runs'
import { retryAllParked } from '../../runs/retry-all-parked'
import { errorTypes, type SharedCause } from '../../workflows/contract'
import { gate, openWorld, type WorkflowWorld, untilState } from '../support/workflow-world'

const refuse = (errorType: string) => () =>
  Promise.reject(ApplicationFailure.nonRetryable('Box said no', errorType))

const ownId = () => Context.current().info.workflowExecution?.workflowId ?? ''

describe('runs that one cause parked', () => {
  let world: WorkflowWorld
  beforeAll(async () => {
    world = await openWorld()
  })
  beforeEach(() => world.reset())
  afterAll(() => world.stop())

  const countOf = (name: string) => world.calls.filter((called) => called === name).length

  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (const deadline = Date.now() + 30_000; !(await isSo());) {
      if (Date.now() > deadline) throw new Error(`it did not become so: ${String(isSo)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  it('all go on when the newest of them, which tries for all, gets through', async () => {
    const parked = createParkedRuns(world.client)
    world.fakes.isFirstParked = async (cause) => (await parked.first(cause)) === ownId()
    world.fakes.wakeParked = (cause) => parked.wake(cause, ownId())
    const { moveToProcessed } = world.fakes
    world.fakes.moveToProcessed = refuse(errorTypes.accessLost)
    const clientId = `client of ${world.taskQueue}`
    const others = await Promise.all(Array.from({ length: 5 }, () => world.start({ clientId })))
    const stranger = await world.start({ clientId: 'another' })
    for (const run of [...others, stranger]) await untilState(run, 'needs_attention')
    const newest = await world.start({ clientId }, { parkInitialMs: 500 })
    await until(() => countOf('moveToProcessed') >= 9)
    await until(
      async () => (await parked.first({ clientId, errorType: 'access_lost' })) === newest.workflowId,
    )
    world.fakes.moveToProcessed = moveToProcessed
    for (const run of [newest, ...others]) expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(countOf('wakeParked')).toBe(1)
    await untilState(stranger, 'needs_attention')
    await stranger.terminate()
  })

  it('are told to try again by one batch of Temporal, those of other clients are not', async () => {
    const { moveToProcessed } = world.fakes
    world.fakes.moveToProcessed = refuse(errorTypes.permissionDenied)
    const clientId = `batch of ${world.taskQueue}`
    const runs = await Promise.all(Array.from({ length: 3 }, () => world.start({ clientId })))
    const other = await world.start({ clientId: 'another' })
    for (const run of [...runs, other]) await untilState(run, 'needs_attention')
    world.fakes.moveToProcessed = moveToProcessed
    const retried = await retryAllParked(world.client, clientId)
    expect(retried).toMatchObject({ total: 3, told: 3, failed: 0 })
    for (const run of runs) expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(countOf('wakeParked')).toBe(0)
    await untilState(other, 'needs_attention')
    await other.terminate()
  })

  it('are named by client, cause and, for a cause of one step, the step', async () => {
    const causes: SharedCause[] = []
    world.fakes.wakeParked = async (cause) => causes.push(cause)
    for (const errorType of [errorTypes.boxAuth, errorTypes.permissionDenied, errorTypes.contentMismatch]) {
      const { checks } = world.fakes
      world.fakes.checks = refuse(errorType)
      const run = await world.start()
      await untilState(run, 'needs_attention')
      world.fakes.checks = checks
      await run.signal('retry')
      await run.result()
    }
    expect(causes).toEqual([
      { clientId: 'acme', errorType: 'box_auth' },
      { clientId: 'acme', errorType: 'permission_denied', step: 'checks' },
    ])
  })

  it('try by themselves every fourth round: the one that tries can have its own problem', async () => {
    world.fakes.isFirstParked = async () => false
    world.fakes.checks = refuse(errorTypes.accessLost)
    const run = await world.start({}, { parkInitialMs: 50, parkMaximumMs: 100 })
    await until(() => countOf('checks') === 2)
    expect(countOf('isFirstParked')).toBe(3)
    await run.terminate()
  })

  it('lose no answer of a person that comes while they ask who tries', async () => {
    const asking = gate()
    world.fakes.isFirstParked = async () => {
      asking.reach()
      await asking.opened
      return true
    }
    world.fakes.checks = refuse(errorTypes.accessLost)
    const run = await world.start({}, { parkInitialMs: 200 })
    await asking.reached
    await run.executeUpdate('abandon', { args: ['the client sent another one'] })
    asking.open()
    expect(await run.result()).toMatchObject({ outcome: 'abandoned' })
    expect(countOf('checks')).toBe(1)
  })

  it('try also when nobody can tell who is to try', async () => {
    world.fakes.isFirstParked = refuse('no_answer')
    world.fakes.wakeParked = refuse('no_answer')
    const { checks } = world.fakes
    world.fakes.checks = refuse(errorTypes.accessLost)
    const run = await world.start({}, { parkInitialMs: 200 })
    await untilState(run, 'needs_attention')
    world.fakes.checks = checks
    expect(await run.result()).toMatchObject({ outcome: 'done' })
  })
})
