import { randomUUID } from 'node:crypto'
import { NativeConnection, Worker } from '@temporalio/worker'
import { Client } from '@temporalio/client'

import { identityFor, pollersSeenAt } from '../../../activities/worker/pollers-seen-at'
import { temporalAddress } from '../../support/temporal-server'

let connection: NativeConnection
beforeAll(async () => {
  connection = await NativeConnection.connect({ address: temporalAddress() })
})
afterAll(() => connection.close())

it('sees on the real server a host that polls the main queue, and one that polls its own', async () => {
  const mainQueue = `test-${randomUUID()}`
  const [busy, idle, gone] = ['busy', 'idle', 'gone'].map((name) => `${mainQueue}-host-${name}`)
  const activities = { nothing: async () => undefined }
  const worker = (taskQueue: string, hostQueue: string) =>
    Worker.create({
      connection,
      namespace: 'default',
      taskQueue,
      activities,
      identity: identityFor(hostQueue),
    })
  const workers = [await worker(mainQueue, busy ?? ''), await worker(idle ?? '', idle ?? '')]
  const running = workers.map((one) => one.run())
  const service = new Client({ connection }).workflowService
  const seen = (hostQueue = '') => pollersSeenAt({ service, namespace: 'default', mainQueue }, hostQueue)
  try {
    for (const hostQueue of [busy, idle]) {
      let times: number[] = []
      while (times.length === 0) times = await seen(hostQueue)
      expect(Math.abs(Date.now() - Math.max(...times))).toBeLessThan(30_000)
    }
    await expect(seen(gone)).resolves.toEqual([])
  } finally {
    for (const one of workers) one.shutdown()
    await Promise.all(running)
  }
})
