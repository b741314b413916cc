import { randomUUID } from 'node:crypto'

import { Client, Connection } from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'

import { lastWebhookCheck } from '../../../runs/last-webhook-check'
import { runScheduled } from '../../../runs/run-scheduled'
import type { WebhookCheckResult } from '../../../workflows/scheduled/check-webhooks'
import { temporalAddress } from '../../support/temporal-server'
import { workflowBundle } from '../../support/workflow-bundle'

test('the result of the last check can be read without a worker, and so can its failure', async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const address = temporalAddress()
  const client = new Client({ connection: await Connection.connect({ address }) })
  const native = await NativeConnection.connect({ address })
  const taskQueue = `check-${randomUUID().slice(0, 8)}`
  const problem = {
    clientId: 'acme',
    folderId: '7',
    kind: 'missing',
    message: 'm',
    isRepaired: false,
  } as const
  const result: WebhookCheckResult = { checked: 1, wrong: 1, repaired: 0, problems: [problem] }
  let isBroken = false
  const worker = await Worker.create({
    ...{ connection: native, taskQueue, workflowBundle: await workflowBundle() },
    activities: {
      checkWebhooks: async () => {
        if (isBroken) throw ApplicationFailure.nonRetryable('Box said no')
        return result
      },
    },
  })
  const checkNow = async () => {
    const input = { address: 'https://qc.example.com/box/webhook', isRepair: false }
    await (await runScheduled(client, taskQueue, 'checkWebhooks', input)).result(30_000)
  }

  expect(await lastWebhookCheck(client, taskQueue)).toBeUndefined()
  await worker.runUntil(async () => {
    await checkNow()
    isBroken = true
    await until(async () => (await lastWebhookCheck(client, taskQueue))?.result !== undefined)
    expect(await lastWebhookCheck(client, taskQueue)).toMatchObject({ result })
    await expect(checkNow()).rejects.toThrow()
  })
  await until(async () => (await lastWebhookCheck(client, taskQueue))?.failure !== undefined)
  expect((await lastWebhookCheck(client, taskQueue))?.failure).toContain('Box said no')
  await Promise.all([client.connection.close(), native.close()])
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await isSo());) {
    if (Date.now() > deadline) throw new Error('it did not become so')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
