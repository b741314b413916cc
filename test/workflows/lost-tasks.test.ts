import { Context } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'

import { errorTypes, queueNames, type Step, type Upload } from '../../workflows/contract'
import { stepNames } from '../../workflows/steps'
import { openWorld, type QcRun, untilState, uploadOf, type WorkflowWorld } from '../support/workflow-world'

/** A task that Temporal dispatched and nobody got: it looks like one whose worker is long in coming. */
describe('a task that is lost', () => {
  let world: WorkflowWorld
  let intake: { stop: () => Promise<void> }
  beforeAll(async () => {
    world = await openWorld()
    intake = { stop: world.stopIntakeWorker }
  })
  beforeEach(() => world.reset())
  afterAll(() => world.stop())

  /** The first attempt of `step` fails. Counts the attempts. */
  function failFirst(step: Step, { fileId }: Upload) {
    const good = world.fakes[step] as (upload: Upload, ...input: unknown[]) => Promise<unknown>
    const count = { attempts: 0 }
    Object.assign(world.fakes, {
      [step]: async (upload: Upload, ...input: unknown[]) => {
        if (upload.fileId === fileId && (count.attempts += 1) === 1) throw new Error('not yet')
        return good(upload, ...input)
      },
    })
    return count
  }

  /** While its next attempt is to come, the activity moves to a queue that nobody serves. */
  async function lose(run: QcRun, step: Step): Promise<void> {
    await untilFailed(run, step)
    const { workflowService, options } = world.client
    await workflowService.updateActivityOptions({
      namespace: options.namespace,
      execution: { workflowId: run.workflowId },
      id: step,
      activityOptions: { taskQueue: { name: 'nobody-works-here' } },
      updateMask: { paths: ['taskQueue.name'] },
    })
  }

  async function untilFailed(run: QcRun, step: Step): Promise<void> {
    for (;;) {
      const { raw } = await run.describe()
      if (raw.pendingActivities?.some(({ activityId, lastFailure }) => activityId === step && lastFailure))
        return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  const slowRetries = { retryInitialMs: 1_500, retryMaximumMs: 1_500, hostWaitMs: 1_000 }

  it('is scheduled again, whatever the step', async () => {
    const all = stepNames.map(async (step) => {
      const upload = uploadOf()
      const count = failFirst(step, upload)
      const run = world.start(upload, slowRetries)
      await lose(await run, step)
      expect(await (await run).result()).toMatchObject({ outcome: 'done' })
      return [step, count.attempts]
    })
    const { moveToProcessed } = world.fakes
    world.fakes.moveToProcessed = async (upload, receipt) => {
      const moved = await moveToProcessed(upload, receipt)
      const { workflowId = '' } = Context.current().info.workflowExecution ?? {}
      await world.client.workflow.getHandle(workflowId).signal('arrived', upload)
      return moved
    }
    expect(await Promise.all(all)).toEqual(stepNames.map((step) => [step, 2]))
  })

  /** The next attempt of the download waits until the run shows it. */
  async function waitInVain(run: QcRun): Promise<void> {
    await untilFailed(run, 'download')
    await intake.stop()
    expect(await untilState(run, 'waiting')).toMatchObject({ step: 'download' })
    intake = await world.startWorker(queueNames(world.taskQueue).intake)
  }

  it('keeps the count of its attempts: a retry that waits for long does not begin at 1 again', async () => {
    world.fakes.download = () => Promise.reject(new Error('Box does not answer'))
    const run = await world.start({}, slowRetries)
    await waitInVain(run)
    const { attention } = await untilState(run, 'needs_attention')
    expect(attention).toMatchObject({ errorType: 'retries_exhausted', message: 'Box does not answer' })
    expect(world.calls.filter((name) => name === 'download')).toHaveLength(2)
    await run.terminate()
  })

  it('has used up no attempt when the one before met the rate limit of Box', async () => {
    const limited = ApplicationFailure.create({ message: 'too many', type: errorTypes.rateLimited })
    const failures = [limited, new Error('Box does not answer')]
    const { download } = world.fakes
    world.fakes.download = (upload) => {
      const failure = failures.shift()
      return failure === undefined ? download(upload) : Promise.reject(failure)
    }
    const run = await world.start({}, slowRetries)
    await waitInVain(run)
    expect(await run.result()).toMatchObject({ outcome: 'done' })
    expect(world.calls.filter((name) => name === 'download')).toHaveLength(3)
  })

  it('is tried again when a poller took it and never answers', async () => {
    await intake.stop()
    const run = await world.start({}, { heartbeatMs: 1_000 })
    const queue = queueNames(world.taskQueue).intake
    const { workflowService, options } = world.client
    const { activityId } = await world.client.withDeadline(Date.now() + 20_000, () =>
      workflowService.pollActivityTaskQueue({
        ...{ namespace: options.namespace, identity: 'a poller that dies' },
        taskQueue: { name: queue },
      }),
    )
    expect(activityId).toBe('download')
    intake = await world.startWorker(queue)
    expect(await run.result()).toMatchObject({ outcome: 'done' })
  })
})
