import { randomUUID } from 'node:crypto'

import { Client, Connection } from '@temporalio/client'

import { checkWebhooksNow, ensureSchedule, removeOtherSchedules, schedulesOf } from '../../runs/schedules'
import { temporalAddress } from '../support/temporal-server'

const sweep = { intervalMinutes: 5, maxStarts: 300, maxBoxCalls: 1000, minAgeSeconds: 60 }
const webhooks = { address: 'https://qc.example/box/webhook', isRepair: true }
const reports = { retentionDays: 90 }
const notices = {
  ...{ webhookUrl: '', slackUrl: '', slackUrlFile: '/run/slack', smtpUrl: '', smtpUrlFile: '' },
  ...{ aboutParked: true, aboutWebhooks: false, aboutFailed: true, groupMinutes: 2, quietMinutes: 240 },
}
const none = {
  sweep,
  webhooks: { address: '', isRepair: false },
  reports: { retentionDays: 0 },
  notices: { ...notices, slackUrlFile: '' },
}

test('schedules each scheduled workflow under an id of its own', () => {
  expect(schedulesOf('qc', { sweep, webhooks, reports, notices })).toEqual([
    {
      id: 'qc-sweep-incoming',
      workflowType: 'sweepIncoming',
      everyMs: 300_000,
      args: [{ isDryRun: false, maxStarts: 300, maxBoxCalls: 1000, minAgeMs: 60_000 }],
    },
    { id: 'qc-check-webhooks', workflowType: 'checkWebhooks', everyMs: 900_000, args: [webhooks] },
    {
      id: 'qc-prune-reports',
      workflowType: 'pruneReports',
      everyMs: 86_400_000,
      args: [{ olderThanDays: 90, isDryRun: false, maxDeletes: 300, maxBoxCalls: 1000 }],
      isDelayed: true,
    },
    {
      id: 'qc-raise-notices',
      workflowType: 'raiseNotices',
      everyMs: 120_000,
      args: [{ channels: ['slack'], about: ['parked', 'failed'], groupMs: 120_000, quietMs: 14_400_000 }],
    },
  ])
})

test('checks no webhooks without an address, and deletes no reports without a retention', () => {
  expect(schedulesOf('qc', none).map(({ workflowType }) => workflowType)).toEqual(['sweepIncoming'])
})

test('setup removes what is switched off again; deletions wait; a check can run at once', async () => {
  const connection = await Connection.connect({ address: temporalAddress() })
  const client = new Client({ connection })
  const taskQueue = `schedules-${randomUUID().slice(0, 8)}`
  const actions = async (name: string) =>
    (await client.schedule.getHandle(`${taskQueue}-${name}`).describe()).info.numActionsTaken
  for (const schedule of schedulesOf(taskQueue, { sweep, webhooks, reports, notices: none.notices }))
    await ensureSchedule(client, taskQueue, {
      ...schedule,
      isDelayed: schedule.isDelayed ?? schedule.workflowType === 'checkWebhooks',
    })
  while ((await actions('sweep-incoming')) === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  expect([await actions('check-webhooks'), await actions('prune-reports')]).toEqual([0, 0])

  // After an alert of Box.
  await checkWebhooksNow(client, taskQueue)
  while ((await actions('check-webhooks')) === 0) await new Promise((resolve) => setTimeout(resolve, 50))

  const planned = await removeOtherSchedules(client, taskQueue, none, { isDryRun: true })
  const removed = await removeOtherSchedules(client, taskQueue, none)
  expect(planned).toEqual(removed)
  expect(removed).toEqual([`${taskQueue}-check-webhooks`, `${taskQueue}-prune-reports`])
  expect(await removeOtherSchedules(client, taskQueue, none)).toEqual([])
  await checkWebhooksNow(client, taskQueue)
  await client.schedule.getHandle(`${taskQueue}-sweep-incoming`).delete()
  await connection.close()
})
