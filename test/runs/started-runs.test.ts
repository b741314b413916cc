import { randomUUID } from 'node:crypto'

import { Client, Connection } from '@temporalio/client'

import { loadConfig } from '../../config/load-config'
import { createStartIdle } from '../../runs/start-idle'
import { createStartUpload } from '../../runs/start-upload'
import { startedRuns, wasDelivered } from '../../runs/started-runs'
import { temporalAddress } from '../support/temporal-server'
import { uploadOf } from '../support/workflow-world'

it('says who started a run, the sweep or a delivery, and whether Box delivered later', async () => {
  const connection = await Connection.connect({ address: temporalAddress() })
  const client = new Client({ connection })
  const clientId = `started-${randomUUID().slice(0, 8)}`
  const options = { client, taskQueue: clientId, timings: loadConfig({}).timings, hideFileNames: false }
  const since = new Date(Date.now() - 60_000)
  const startUpload = createStartUpload({ ...options, timeoutMs: 4_500 })
  const swept = uploadOf({ clientId, origin: 'sweep', incomingFolderId: '300' })
  await startUpload(uploadOf({ clientId }))
  await createStartIdle(options)(swept, '2026-11-24T09:00:00.000Z')

  let runs = await startedRuns(client, clientId, since)
  while (runs.length < 2) runs = await startedRuns(client, clientId, since)
  const [delivered, found] = ['event', 'sweep'].map((origin) => runs.find((run) => run.origin === origin)!)
  expect(delivered).toMatchObject({ incomingFolderId: '100', arrivedAt: undefined })
  expect(found).toMatchObject({ incomingFolderId: '300', arrivedAt: '2026-11-24T09:00:00.000Z' })
  expect(await startedRuns(client, clientId, new Date(Date.now() + 60_000))).toEqual([])

  expect([await wasDelivered(client, delivered!), await wasDelivered(client, found!)]).toEqual([true, false])
  await startUpload(swept)
  expect(await wasDelivered(client, found!)).toBe(true)
  for (const { workflowId } of runs) await client.workflow.getHandle(workflowId).terminate()
  await connection.close()
})
