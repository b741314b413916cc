import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client, Connection } from '@temporalio/client'

import { workflowIdFor } from '../../workflows/contract'
import { phpJson, signedHeaders, testKeys, uploadBody } from '../support/box-delivery'
import { startGatewayProcess } from '../support/gateway-process'
import { freePort, startTemporalServer, type TemporalServer } from '../support/temporal-server'

const folder = mkdtempSync(join(tmpdir(), 'qc-outage-'))
const clientsFile = join(folder, 'clients.yaml')
writeFileSync(
  clientsFile,
  'acme:\n  name: Acme\n  profiles: [static_general]\n  box_folder_id: ' +
    '"7001"\n  box_reports_folder_id: "7009"\n  default_profile: static_general\n',
)

let port: number
let temporal: TemporalServer | undefined
let gateway: Awaited<ReturnType<typeof startGatewayProcess>>

const startTemporal = async () => {
  temporal = await startTemporalServer({ port, databaseFile: join(folder, 'temporal.db') })
}
const startGateway = () =>
  startGatewayProcess({
    TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
    BOX_WEBHOOK_PRIMARY_KEY: testKeys.primary,
    QC_CLIENTS_FILE: clientsFile,
    QC_CLIENT_DEFAULTS_FILE: join(folder, 'client_defaults.json'),
  })

beforeAll(async () => {
  port = await freePort()
  gateway = await startGateway()
})
afterAll(async () => {
  await gateway.stop('SIGKILL')
  temporal?.process.kill('SIGCONT')
  await temporal?.stop()
  rmSync(folder, { recursive: true })
})

async function deliver(body: string) {
  const startedAt = Date.now()
  const response = await fetch(gateway.url, { method: 'POST', body, headers: signedHeaders(body) })
  await response.text()
  return { status: response.status, ms: Date.now() - startedAt }
}

/** Delivers again, as Box would, until it is taken; gives the time that took. */
async function deliverUntilTaken(body: string) {
  const startedAt = Date.now()
  while ((await deliver(body)).status !== 200)
    if (Date.now() - startedAt > 30_000) throw new Error('not taken within 30 s')
  return Date.now() - startedAt
}

const eventOf = (fileId: string) => phpJson(uploadBody({ fileId, versionId: `8${fileId}` }))
const readyStatus = async () => (await fetch(`${gateway.origin}/readyz`)).status

it(
  'Temporal down, up, frozen, killed and up again: 503 ' +
    'within 5 s, quick recovery, one run for each upload',
  async () => {
    // Down from the start: the gateway lives, says that it is not ready, and refuses in time.
    expect((await fetch(`${gateway.origin}/healthz`)).status).toBe(200)
    expect(await readyStatus()).toBe(503)
    const down = await deliver(eventOf('1001'))
    expect(down.status).toBe(503)
    expect(down.ms).toBeLessThan(5000)

    await startTemporal()
    expect(await deliverUntilTaken(eventOf('1001'))).toBeLessThan(10_000)
    expect(await readyStatus()).toBe(200)

    // Frozen: connections stay open and nothing answers.
    temporal?.process.kill('SIGSTOP')
    const frozen = await Promise.all(['1002', '1003', '1004'].map((fileId) => deliver(eventOf(fileId))))
    for (const { status, ms } of frozen) {
      expect(status).toBe(503)
      expect(ms).toBeLessThan(5000)
    }
    expect(await readyStatus()).toBe(503)
    temporal?.process.kill('SIGCONT')
    // A start that was stored though its answer was lost is met again here, as a duplicate.
    for (const fileId of ['1002', '1003', '1004'])
      expect(await deliverUntilTaken(eventOf(fileId))).toBeLessThan(10_000)

    // Killed.
    await temporal?.stop()
    const killed = await deliver(eventOf('1005'))
    expect(killed.status).toBe(503)
    expect(killed.ms).toBeLessThan(5000)
    await startTemporal()
    expect(await deliverUntilTaken(eventOf('1005'))).toBeLessThan(10_000)

    const client = new Client({ connection: await Connection.connect({ address: `127.0.0.1:${port}` }) })
    for (const fileId of ['1001', '1002', '1003', '1004', '1005']) {
      const handle = client.workflow.getHandle(
        workflowIdFor({ clientId: 'acme', fileId, versionId: `8${fileId}` }),
      )
      expect((await handle.describe()).status.name).toBe('RUNNING')
    }
    expect(
      (
        await client.workflowService.countWorkflowExecutions({
          namespace: 'default',
          query: 'QcClient = "acme"',
        })
      ).count.toString(),
    ).toBe('5')
    await client.connection.close()
    expect(gateway.log().match(/dispatching/g)?.length).toBeLessThanOrEqual(5)
    expect(gateway.log()).not.toContain(testKeys.primary)
  },
  120_000,
)

it('on SIGTERM it takes no new connection, answers what is in flight, and ends with 0', async () => {
  const stopping = await startGateway()
  const body = eventOf('1001')
  const lines = Object.entries(signedHeaders(body)).map(([name, value]) => `${name}: ${value}`)
  const head = [
    'POST /box/webhook HTTP/1.1',
    'host: x',
    `content-length: ${Buffer.byteLength(body)}`,
    ...lines,
    '',
    '',
  ].join('\r\n')
  const socket = connect(Number(new URL(stopping.origin).port), '127.0.0.1')
  socket.write(head + body.slice(0, 10))
  let answer = ''
  socket.on('data', (data: Buffer) => (answer += data.toString()))
  await fetch(`${stopping.origin}/healthz`)
  const exit = stopping.stop()
  while (!stopping.log().includes('is stopping')) await new Promise((resolve) => setTimeout(resolve, 10))
  await expect(fetch(`${stopping.origin}/healthz`)).rejects.toThrow()
  socket.write(body.slice(10))
  expect(await exit).toBe(0)
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(answer).toContain('"result":"accepted"')
})

it(
  'a wrong configuration stops the start with exit ' + 'code 3 and names key, value and what was expected',
  async () => {
    await expect(startGatewayProcess({ GATEWAY_MAX_BODY_BYTES: '1MB' })).rejects.toThrow(
      /exit 3: .*gateway\.maxBodyBytes \(GATEWAY_MAX_BODY_BYTES\) is "1MB", expected a whole number/,
    )
    const { port } = new URL(gateway.url)
    await expect(startGatewayProcess({ GATEWAY_PORT: port })).rejects.toThrow(
      new RegExp(`exit 3: GATEWAY_HOST and GATEWAY_PORT: 127.0.0.1:${port} cannot be used`),
    )
  },
)
