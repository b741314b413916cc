import { randomUUID } from 'node:crypto'

import { Client, Connection } from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'

import { RunError } from '../../../runs/run-error'
import { runScheduled } from '../../../runs/run-scheduled'
import { startBackFill, sweepAtStart } from '../../../runs/run-sweep'
import type { SweepInput, SweepResult } from '../../../workflows/scheduled/sweep-incoming'
import { temporalAddress } from '../../support/temporal-server'
import { workflowBundle } from '../../support/workflow-bundle'

const input: SweepInput = { isDryRun: false, maxStarts: 2, maxBoxCalls: 100, minAgeMs: 0, clientId: 'acme' }
const backFill = { ...input, repeatEveryMs: 1 }

describe('sweepIncoming', () => {
  let client: Client
  let native: NativeConnection
  let worker: Worker
  let stopped: Promise<void>
  const taskQueue = `sweep-${randomUUID().slice(0, 8)}`
  let rounds: SweepInput[]
  let round: (number: number) => Partial<SweepResult>

  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') })
    const address = temporalAddress()
    client = new Client({ connection: await Connection.connect({ address }) })
    native = await NativeConnection.connect({ address })
    worker = await Worker.create({
      ...{ connection: native, taskQueue, workflowBundle: await workflowBundle() },
      activities: {
        sweepIncoming: async (one: SweepInput) => {
          rounds.push(one)
          return { ...nothing, ...round(rounds.length) }
        },
      },
    })
    stopped = worker.run()
  })
  beforeEach(() => {
    rounds = []
    round = () => ({})
  })
  afterAll(async () => {
    worker.shutdown()
    await stopped
    await Promise.all([client.connection.close(), native.close()])
  })

  const runOnce = async (wanted: SweepInput) =>
    (await runScheduled(client, taskQueue, 'sweepIncoming', wanted)).result(60_000)
  const resultOf = (workflowId: string) =>
    client.workflow.getHandle<(input: SweepInput) => Promise<SweepResult>>(workflowId).result()
  const run = async (wanted: typeof backFill) => resultOf(await startBackFill(client, taskQueue, wanted))

  it('goes on until nothing waits, with a new history after each 100 rounds', async () => {
    round = (number) => ({ started: 2, waiting: 3 - number })
    const progress = { rounds: 98, started: 196, failedRounds: 0, emptyRounds: 0 }
    const workflowId = await startBackFill(client, taskQueue, { ...backFill, progress })
    expect(await resultOf(workflowId)).toMatchObject({ started: 202, waiting: 0 })
    expect(rounds).toEqual([input, input, input])
    const { events } = await client.workflow.getHandle(workflowId).fetchHistory()
    expect(events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId).toBeTruthy()
  })

  it('goes on after a round that failed for good', async () => {
    round = (number) => {
      if (number === 2) throw permanent()
      return { started: 1, waiting: number === 3 ? 0 : 1 }
    }
    expect(await run(backFill)).toMatchObject({ started: 2, waiting: 0 })
    expect(rounds).toHaveLength(3)
  })

  it('goes on while some folders were not read, and ends when ten rounds in a row find nothing', async () => {
    round = () => ({ isComplete: false })
    const progress = { rounds: 8, started: 5, failedRounds: 0, emptyRounds: 8 }
    expect(await resultOf(await startBackFill(client, taskQueue, { ...backFill, progress }))).toMatchObject({
      started: 5,
    })
    expect(rounds).toHaveLength(2)
  })

  it('makes one round on schedule, and one in a dry run of a back-fill', async () => {
    round = () => ({ waiting: 7 })
    expect(await runOnce(input)).toMatchObject({ waiting: 7 })
    expect(await runOnce({ ...backFill, isDryRun: true })).toMatchObject({ waiting: 7 })
    expect(rounds).toHaveLength(2)
  })

  it('fails when its round fails', async () => {
    round = () => {
      throw permanent()
    }
    await expect(runOnce(input)).rejects.toThrow()
  })

  it(
    'runs one back-fill of a client at a time, and ' + 'one sweep for all workers that start together',
    async () => {
      const idle = `${taskQueue}-idle`
      const workflowId = await startBackFill(client, idle, backFill)
      await expect(startBackFill(client, idle, backFill)).rejects.toThrow(RunError)
      await startBackFill(client, idle, { ...backFill, clientId: 'globex' })
      await Promise.all([1, 2, 3].map(() => sweepAtStart(client, idle, input)))
      const handles = [workflowId, workflowId.replace('acme', 'globex'), `${idle}-sweep-incoming-at-start`]
      for (const handle of handles) await client.workflow.getHandle(handle).terminate()
    },
  )
})

function permanent(): Error {
  return ApplicationFailure.nonRetryable('Box said no')
}

const nothing: SweepResult = {
  ...{ folders: 1, files: 0, boxCalls: 1, started: 0, waiting: 0, isComplete: true },
  ...{ skipped: {}, examples: [], problems: [] },
}
