import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { ControlClient, startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { gatewayAddress, gatewayOrigin, rawCaller, sdkFor, seedClient, startReceiver } from './support'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'box-state-'))
})
afterEach(() => rm(directory, { recursive: true }))

type Addresses = Omit<SimulatedBox, 'control' | 'stop'> & { pid: number }

async function startProcess(
  ...options: string[]
): Promise<{ child: ChildProcess; box: SimulatedBox; lines: string[] }> {
  const main = resolve(__dirname, '../../../dist/sandbox/simulated-box/main.js')
  if (!existsSync(main)) throw new Error(`${main} is not built: npm run build`)
  const child = spawn(process.execPath, [main, '--state', directory, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  await once(reader, 'line')
  const addresses = JSON.parse(lines[0] ?? '') as Addresses
  expect(addresses.pid).toBe(child.pid)
  return {
    child,
    lines,
    box: { ...addresses, control: new ControlClient(addresses.controlUrl), stop: async () => {} },
  }
}

test('a killed process loses nothing that it had answered, and continues its deliveries', async () => {
  const first = await startProcess('--deliver', `${gatewayOrigin}=http://127.0.0.1:1`)
  const client = await seedClient(first.box)
  const webhooks = sdkFor(first.box).webhooks
  await webhooks.createWebhook({
    target: { id: client.incoming, type: 'folder' },
    address: gatewayAddress,
    triggers: ['FILE.UPLOADED'],
  })
  const uploaded = await first.box.control.upload({
    userId: client.anna,
    folderId: client.incoming,
    name: 'a.txt',
    content: 'hello',
  })
  await first.box.control.waitForDelivery(({ tries }) => tries.length > 0)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const receiver = await startReceiver()
  const second = await startProcess('--deliver', `${gatewayOrigin}=${receiver.url}`)
  expect(second.box).toMatchObject({
    jwtConfigFile: first.box.jwtConfigFile,
    primaryKey: first.box.primaryKey,
    serviceAccountId: first.box.serviceAccountId,
  })
  expect(await seedClient(second.box)).toEqual(client)
  expect((await second.box.control.content(uploaded.fileId)).toString()).toBe('hello')
  const delivery = await second.box.control.waitForDelivery(({ state }) => state === 'delivered')
  expect(delivery).toMatchObject({
    sourceId: uploaded.fileId,
    tries: [{ error: expect.any(String) }, { status: 200 }],
  })
  expect((await sdkFor(second.box).webhooks.getWebhooks()).entries).toHaveLength(1)
  const next = await second.box.control.upload({
    userId: client.anna,
    folderId: client.incoming,
    name: 'b.txt',
    content: 'x',
  })
  expect(next.fileId).not.toBe(uploaded.fileId)
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
  expect(second.lines).toHaveLength(1)
  await receiver.stop()
})

test('a wrong call of the process says what it expected', async () => {
  const main = resolve(__dirname, '../../../dist/sandbox/simulated-box/main.js')
  const child = spawn(process.execPath, [main, '--api-port', 'x', '--state', directory], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  expect(await once(child, 'exit')).toEqual([2, null])
  expect(said).toMatch(/--api-port: expected a number, got x[\s\S]*Usage:/)
})

test('everything listens on loopback only', async () => {
  const box = await startSimulatedBox()
  for (const url of [box.apiUrl, box.uploadUrl, box.downloadUrl, box.pageUrl, box.controlUrl])
    expect(new URL(url).hostname).toBe('127.0.0.1')
  await box.stop()
})

test('without a directory of its own it leaves nothing behind', async () => {
  const box = await startSimulatedBox()
  const file = box.jwtConfigFile
  expect((await stat(file)).isFile()).toBe(true)
  await box.stop()
  expect(existsSync(file)).toBe(false)
})

test('stop ends held requests and long polls', async () => {
  const box = await startSimulatedBox()
  const { anna } = await seedClient(box)
  const hold = await box.control.hold({ path: '/2.0/users/me', at: 'before' })
  const held = rawCaller(box, anna)('GET', '/2.0/users/me').catch(() => undefined)
  await hold.reached()
  const polling = fetch(`${box.controlUrl}/control/requests?after=0&version=999999&wait=60000`).catch(
    () => undefined,
  )
  await box.stop()
  await Promise.all([held, polling])
})
