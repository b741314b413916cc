import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils'

import { createPayloadCodec } from '../../runs/payload-codec'
import { documented } from '../support/documented'
import { expectReadableAnswers } from '../support/box-answers'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { startProductProcess } from '../support/product-process'
import { image } from '../support/small-assets'
import { freePort } from '../support/temporal-server'

const key = randomBytes(32)
let qc: Installation

beforeAll(async () => {
  qc = await openInstallation({
    env: (stateDir) => {
      const file = join(stateDir, 'payload-keys')
      writeFileSync(file, `test ${key.toString('base64')}\n`, { mode: 0o600 })
      return { QC_PAYLOAD_KEY_FILE: file, QC_HIDE_FILE_NAMES: 'true' }
    },
  })
})
afterAll(() => qc.stop())

test('with a payload key Temporal stores nothing readable; the commands still read it', async () => {
  const client = await qc.addClient('secret')
  const asset = await client.upload('confidential campaign.png', await image(1))
  await qc.untilDelivered(asset)

  const dataConverter = { payloadCodecs: [createPayloadCodec([{ id: 'test', key }])] }
  const reader = new Client({ connection: qc.temporal.connection, dataConverter })
  const result: unknown = await reader.workflow.getHandle(asset.workflowId).result()
  expect(result).toMatchObject({ outcome: 'done', verdict: 'pass' })

  const stored = historyToJSON(await asset.run.fetchHistory())
  const payloads = [...stored.matchAll(/"data": *"([^"]*)"/g)].map(([, data = '']) => data)
  const readable = stored + payloads.map((data) => Buffer.from(data, 'base64').toString('latin1')).join()
  expect(payloads.length).toBeGreaterThan(5)
  for (const word of ['confidential campaign', asset.sha1]) expect(readable).not.toContain(word)
  expect(qc.log()).not.toContain(key.toString('base64'))

  const { code, stdout } = await qc.admin('runs', 'show', asset.workflowId)
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(`QC_Report_`) })

  const port = String(await freePort())
  const endpoint = await startProductProcess('admin-cli/main.js', qc.env, '}', [
    ...['codec', 'serve', '--port', port, '--json'],
  ])
  expect(documented('codec serve', endpoint.log())).toMatchObject({ url: `http://127.0.0.1:${port}` })
  const [payload] = await createPayloadCodec([{ id: 'test', key }]).encode([
    { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"shown"') },
  ])
  const encoded = {
    metadata: Object.fromEntries(
      Object.entries(payload!.metadata!).map(([name, bytes]) => [
        name,
        Buffer.from(bytes).toString('base64'),
      ]),
    ),
    data: Buffer.from(payload!.data!).toString('base64'),
  }
  const response = await fetch(`http://127.0.0.1:${port}/decode`, {
    method: 'POST',
    headers: { origin: new URL(qc.env.QC_TEMPORAL_UI_URL ?? '').origin },
    body: JSON.stringify({ payloads: [encoded] }),
  })
  await expect(response.json()).resolves.toMatchObject({
    payloads: [{ data: Buffer.from('"shown"').toString('base64') }],
  })
  await expect(endpoint.kill('SIGTERM')).resolves.toBe(0)
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))
