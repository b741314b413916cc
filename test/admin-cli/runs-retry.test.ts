import type { WorkflowHandle } from '@temporalio/client'

import { parkedQuery } from '../../runs/parked-runs'
import { workflowType } from '../../workflows/contract'
import { keyword, startOptionsFor } from '../../workflows/start-options'
import { adminCli } from '../support/admin-cli'
import { textWith } from '../support/matchers'
import { temporalAddress } from '../support/temporal-server'
import { openWorld, type WorkflowWorld, uploadOf } from '../support/workflow-world'

describe('runs retry --stuck', () => {
  let world: WorkflowWorld
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.stop())

  /** They look parked, and no worker takes them up: what they were told stays in their history. */
  async function parked(clientId: string, count: number): Promise<WorkflowHandle[]> {
    const start = () => {
      const options = startOptionsFor(uploadOf({ clientId }), { hideFileNames: true })
      const attributes = options.typedSearchAttributes.filter(({ key }) => key.name !== 'QcState')
      return world.client.workflow.start(workflowType, {
        ...options,
        args: [{}],
        taskQueue: `nobody-${world.taskQueue}`,
        typedSearchAttributes: [...attributes, keyword('QcState', 'needs_attention')],
      })
    }
    const runs = await Promise.all(Array.from({ length: count }, start))
    while ((await world.client.workflow.count(parkedQuery({ clientId }))).count < count)
      await new Promise((resolve) => setTimeout(resolve, 100))
    return runs
  }

  async function signalsOf(run: WorkflowHandle): Promise<unknown[]> {
    const { events } = await run.fetchHistory()
    return (events ?? []).flatMap(
      ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName ?? [],
    )
  }

  it('signals 100 parked runs of a client in one batch of Temporal, and no other run', async () => {
    const clientId = `many-${world.taskQueue}`
    const runs = await parked(clientId, 100)
    const others = await parked(`other-${world.taskQueue}`, 1)
    const { code, stdout, stderr } = await adminCli(
      ['runs', 'retry', '--stuck', '--client', clientId, '--json'],
      { TEMPORAL_ADDRESS: temporalAddress(), QC_TASK_QUEUE: world.taskQueue },
    )
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: textWith('{"message":"100 of 100 runs will try again"}'),
    })
    const told = (JSON.parse(stdout) as { workflowId: string }[]).map(({ workflowId }) => workflowId)
    expect(told.sort()).toEqual(runs.map(({ workflowId }) => workflowId).sort())
    expect(await Promise.all(runs.map(signalsOf))).toEqual(runs.map(() => ['wake']))
    expect(await Promise.all(others.map(signalsOf))).toEqual([[]])
    await Promise.all([...runs, ...others].map((run) => run.terminate()))
  })
})
