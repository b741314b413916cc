import { schedulesOf } from '../../runs/schedules'

const sweep = { intervalMinutes: 5, maxStarts: 300, maxBoxCalls: 1000, minAgeSeconds: 60 }
const webhooks = { address: 'https://qc.example/box/webhook', isRepair: true }

test('schedules each scheduled workflow under an id of its own', () => {
  expect(schedulesOf('qc', { sweep, webhooks })).toEqual([
    {
      id: 'qc-sweep-incoming',
      workflowType: 'sweepIncoming',
      everyMs: 300_000,
      args: [{ isDryRun: false, maxStarts: 300, maxBoxCalls: 1000, minAgeMs: 60_000 }],
    },
    { id: 'qc-check-webhooks', workflowType: 'checkWebhooks', everyMs: 900_000, args: [webhooks] },
  ])
})

test('checks no webhooks without an address', () => {
  const schedules = schedulesOf('qc', { sweep, webhooks: { address: '', isRepair: false } })
  expect(schedules.map(({ workflowType }) => workflowType)).toEqual(['sweepIncoming'])
})
