import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { badDeliveries, badKinds, goodBody, seeded, send } from '../support/bad-deliveries'
import { signedHeaders, testKeys } from '../support/box-delivery'
import { startGatewayProcess } from '../support/gateway-process'
import { temporalAddress } from '../support/temporal-server'

jest.setTimeout(120_000)

const seed = 20_261_127
const count = 2_000
const folderId = String(Date.now())
const folder = mkdtempSync(join(tmpdir(), 'qc-bad-'))
let gateway: Awaited<ReturnType<typeof startGatewayProcess>>
let port: number

beforeAll(async () => {
  const clientsFile = join(folder, 'clients.yaml')
  const profiles = 'profiles: [static_general], default_profile: static_general'
  writeFileSync(
    clientsFile,
    `bad: { name: B, ${profiles}, box_folder_id: ${folderId}, box_reports_folder_id: 7009 }\n`,
  )
  gateway = await startGatewayProcess({
    TEMPORAL_ADDRESS: temporalAddress(),
    BOX_WEBHOOK_PRIMARY_KEY: testKeys.primary,
    BOX_WEBHOOK_SECONDARY_KEY: testKeys.secondary,
    QC_CLIENTS_FILE: clientsFile,
    QC_CLIENT_DEFAULTS_FILE: join(folder, 'client_defaults.json'),
    QC_TASK_QUEUE: 'nobody-works-here',
    GATEWAY_MAX_BODY_BYTES: String(64 * 1024),
    GATEWAY_BODY_TIMEOUT_MS: '1000',
  })
  port = Number(new URL(gateway.origin).port)
})
afterAll(async () => {
  await gateway.stop()
  rmSync(folder, { recursive: true })
})

async function metric(pattern: RegExp): Promise<number> {
  const text = await (await fetch(`${gateway.origin}/metrics`)).text()
  return Number(pattern.exec(text)?.[1] ?? 0)
}
const started = () => metric(/qc_gateway_deliveries_total\{result="accepted",reason="upload"\} (\d+)/)
const residentMb = async () => (await metric(/^process_resident_memory_bytes (\d+)$/m)) / 2 ** 20

async function deliverGood(random: () => number): Promise<number> {
  const body = goodBody(random, folderId)
  return (await fetch(gateway.url, { method: 'POST', body, headers: signedHeaders(body) })).status
}

it(
  `${count} bad deliveries of every kind: none is ` + `accepted, nothing crashes, and memory stays flat`,
  async () => {
    const random = seeded(seed)
    const accepted: string[] = []
    const sendAll = async (deliveries: ReturnType<typeof badDeliveries>) => {
      const queue = deliveries.values()
      const sender = async () => {
        for (const delivery of queue) {
          const statuses = await send(delivery, port)
          if (statuses.some((status) => status < 400))
            accepted.push(`${delivery.kind}: ${statuses.join(' ')}`)
        }
      }
      await Promise.all(Array.from({ length: 40 }, sender))
    }
    const all = badDeliveries(count, seed, folderId)
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(badKinds.length)
    await sendAll(all.slice(0, count / 4))
    const before = await residentMb()
    await sendAll(all.slice(count / 4))
    const after = await residentMb()

    expect(accepted).toEqual([])
    expect(await started()).toBe(0)
    expect(gateway.child.exitCode).toBeNull()
    expect(gateway.log()).not.toContain('internal_error')
    expect(after - before).toBeLessThan(40)
    expect(await deliverGood(random)).toBe(200)
    expect(await started()).toBe(1)
  },
)

it('a flood of forged deliveries with headers of now leaves no memory behind', async () => {
  const body = Buffer.alloc(60_000, 'x')
  const head = Object.entries(signedHeaders(body, { keys: { primary: 'forged', secondary: 'forged' } }))
  const lines = [...head, ['content-length', String(body.length)]].map((pair) => pair.join(': '))
  const request = `POST /box/webhook HTTP/1.1\r\nhost: x\r\n${lines.join('\r\n')}\r\n\r\n`
  const forged = { kind: 'flood', pieces: [Buffer.from(request), body], pauseMs: 100, isCut: false }
  const flood = async () => {
    const statuses = await Promise.all(Array.from({ length: 1_000 }, () => send(forged, port)))
    expect(statuses.flat().filter((status) => status < 400)).toEqual([])
  }
  await flood() // What the process needs at its busiest: only what further floods add is a leak.
  const before = await residentMb()
  for (let floods = 0; floods < 4; floods += 1) await flood()

  // The allocator settles some 60 MB higher; a gateway that kept the bodies would hold 240 MB.
  expect((await residentMb()) - before).toBeLessThan(120)
  expect(await deliverGood(seeded(seed + 2))).toBe(200)
})

it('a good delivery beside 2,000 idle connections gets its 2xx in time', async () => {
  const sockets: Socket[] = []
  for (let opened = 0; opened < 2_000; opened += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    sockets.push(socket)
    if (opened % 100 === 99) await once(socket, 'connect')
  }
  const startedAt = Date.now()
  expect(await deliverGood(seeded(seed + 1))).toBe(200)
  expect(Date.now() - startedAt).toBeLessThan(5_000)
  for (const socket of sockets) socket.destroy()
})
