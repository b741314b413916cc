import { randomUUID } from 'node:crypto'

import { Client, Connection } from '@temporalio/client'

import { lostTasks } from '../../diagnosis/temporal'
import { hasWorker } from '../../runs/has-worker'
import { stalledRuns } from '../../runs/stalled-runs'
import { workflowType } from '../../workflows/contract'
import { temporalAddress } from '../support/temporal-server'

const in16Minutes = () => Date.now() + 16 * 60_000
const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

let connection: Connection
let client: Client
beforeAll(async () => {
  connection = await Connection.connect({ address: temporalAddress() })
  client = new Client({ connection })
})
afterAll(() => connection.close())

test('names the open runs whose workflow task Temporal has lost', async () => {
  const taskQueue = `qc-stalled-${randomUUID()}`
  await askForTasks(taskQueue)
  const [lost, ended] = [await start(taskQueue), await start(taskQueue)]
  await untilStalled(taskQueue, [lost, ended])
  const clock = jest.spyOn(Date, 'now').mockReturnValue(in16Minutes())
  const config = { temporal: { taskQueue } }
  await expect(
    lostTasks.examine({ temporal: async () => client, config: () => config } as never),
  ).resolves.toMatchObject([{ level: 'WARN', remedy: expect.stringContaining('reset each') }])
  clock.mockRestore()
  await expect(stalledRuns(client, taskQueue)).resolves.toEqual([])
  await client.workflow.getHandle(ended).terminate()
  await untilStalled(taskQueue, [lost])
})

test('names none while no worker asks for tasks: then nothing is lost', async () => {
  const taskQueue = `qc-stalled-${randomUUID()}`
  await start(taskQueue)
  while ((await client.workflow.count(`TaskQueue='${taskQueue}'`)).count === 0) await pause()
  await expect(stalledRuns(client, taskQueue, in16Minutes())).resolves.toEqual([])
})

/** A worker that asks before there is a task. */
async function askForTasks(queue: string): Promise<void> {
  const request = { namespace: 'default', taskQueue: { name: queue }, identity: 'a worker' }
  const abort = new AbortController()
  const poll = () =>
    client.withDeadline(Date.now() + 60_000, () => client.workflowService.pollWorkflowTaskQueue(request))
  const asked = client.withAbortSignal(abort.signal, poll).catch(() => undefined)
  while (!(await hasWorker(client, queue))) await pause()
  abort.abort()
  await asked
}

async function start(taskQueue: string): Promise<string> {
  const workflowId = `stalled-${randomUUID()}`
  await client.workflow.start(workflowType, { workflowId, taskQueue })
  return workflowId
}

/** The list of Temporal is a moment behind. */
async function untilStalled(taskQueue: string, ids: string[]): Promise<void> {
  for (;;) {
    const stalled = await stalledRuns(client, taskQueue, in16Minutes())
    if (JSON.stringify(stalled.sort()) === JSON.stringify([...ids].sort())) return
    await pause()
  }
}
