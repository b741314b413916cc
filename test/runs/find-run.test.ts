import { Client, Connection } from '@temporalio/client'

import { resolveRun } from '../../runs/find-run'
import { workflowType } from '../../workflows/contract'
import { temporalAddress } from '../support/temporal-server'

let client: Client
beforeAll(async () => {
  client = new Client({ connection: await Connection.connect({ address: temporalAddress() }) })
})
afterAll(() => client.connection.close())

const fileId = String(Date.now())

async function start(versionId: string, state: string) {
  const workflowId = `qc/acme/${fileId}/${versionId}`
  await client.workflow.start(workflowType, {
    workflowId,
    taskQueue: 'nobody-works-here',
    typedSearchAttributes: [
      { key: { name: 'QcFileId', type: 'KEYWORD' }, value: fileId },
      { key: { name: 'QcState', type: 'KEYWORD' }, value: state },
    ],
  })
  return workflowId
}

it('a file id means its parked run to those who retry, and its newest run to those who look', async () => {
  const parked = await start('1', 'needs_attention')
  const newest = await start('2', 'running')
  while ((await client.workflow.count(`QcFileId='${fileId}'`)).count < 2)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await resolveRun(client, fileId, true)).toBe(parked)
  expect(await resolveRun(client, fileId)).toBe(newest)
  await client.workflow.getHandle(parked).terminate()
  while ((await client.workflow.count(`QcFileId='${fileId}' AND ExecutionStatus='Running'`)).count > 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await resolveRun(client, fileId, true)).toBe(newest)
  await expect(resolveRun(client, 'poster.png')).rejects.toThrow('is neither a workflow id')
})
