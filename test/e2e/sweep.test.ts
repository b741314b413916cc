import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { ScheduleHandle } from '@temporalio/client'

import { loadConfig } from '../../config/load-config'
import { ensureSchedule, schedulesOf } from '../../runs/schedules'
import type { WebhookCheckResult } from '../../workflows/scheduled/check-webhooks'
import type { PruneResult } from '../../workflows/scheduled/prune-reports'
import type { SweepResult } from '../../workflows/scheduled/sweep-incoming'
import { webhookOrigin } from '../../sandbox/installation/box-server'
import { webhookPath } from '../../sandbox/installation/product'
import { openInstallation, type Installation } from '../support/installation-under-test'
import type { Asset, TestClient } from '../support/asset'
import { downloadOf } from '../support/hold-points'
import { expectFiledOnceThenMoved, expectUntouched, processedOf } from '../support/ledger'
import { image } from '../support/small-assets'

jest.setTimeout(120_000)

let qc: Installation

beforeAll(async () => {
  qc = await openInstallation({
    env: { QC_SWEEP_MIN_AGE_SECONDS: '0', QC_WEBHOOK_ADDRESS: `${webhookOrigin}${webhookPath}` },
  })
  await untilSweptAtStart()
})
afterAll(() => qc.stop())

test('a lost delivery: the sweep finds the file, and it gets its report once', async () => {
  const client = await qc.addClient('lost')
  await qc.box.control.disturbDeliveries({ loseNext: 1 })
  const asset = await client.upload('lost.png', await image(1))

  expect(await sweep(client, '--dry-run')).toMatchObject({ started: 0, waiting: 1 })
  expect(await sweep(client)).toMatchObject({ started: 1, waiting: 0 })
  await expectDoneOnce(asset)
  expect(await sweep(client)).toMatchObject({ started: 0, waiting: 0 })
})

test('the Temporal schedule fires by itself and takes up a lost delivery', async () => {
  const client = await qc.addClient('scheduled')
  const taskQueue = qc.env.QC_TASK_QUEUE ?? ''
  const sweep = { intervalMinutes: 1, maxStarts: 10, maxBoxCalls: 100, minAgeSeconds: 0 }
  const none = { webhooks: { address: '', isRepair: false }, reports: { retentionDays: 0 } }
  const { notices } = loadConfig({})
  const [schedule] = schedulesOf(taskQueue, { sweep, ...none, notices })
  await ensureSchedule(qc.temporal, taskQueue, { ...schedule!, everyMs: 1_000 })
  const handle = qc.temporal.schedule.getHandle(schedule!.id)
  try {
    await untilActions(handle, 2)
    await qc.box.control.disturbDeliveries({ loseNext: 1 })
    await expectDoneOnce(await client.upload('lost.png', await image(6)))
  } finally {
    await handle.delete()
  }
})

test('a worker that starts takes up what nobody was told about', async () => {
  const client = await qc.addClient('at-start')
  await qc.box.control.disturbDeliveries({ loseNext: 1 })
  const asset = await client.upload('lost.png', await image(7))
  await qc.workers[0]!.kill('SIGKILL')
  await qc.startWorker(qc.workers[0]!.dataDir)
  await expectDoneOnce(asset)
})

test('a file that is renamed to a QC extension gets its report', async () => {
  const client = await qc.addClient('renamed')
  const asset = await client.upload('poster.tmp', await image(2))
  await qc.untilDelivered(asset)
  expect(await sweep(client)).toMatchObject({ started: 0, skipped: { extension: 1 } })

  await qc.callBox(client.userId, 'PUT', `/2.0/files/${asset.fileId}`, { name: 'poster.png' })
  expect(await sweep(client)).toMatchObject({ started: 1 })
  await expectDoneOnce({ ...asset, name: 'poster.png' })
})

test('a folder that is configured after the upload gets its reports', async () => {
  const client = await qc.addClient('late', { hasWebhook: false })
  const assets = [
    await client.upload('first.png', await image(3)),
    await client.upload('second.png', await image(4)),
  ]
  expect(await sweep(client)).toMatchObject({ started: 2, waiting: 0 })
  for (const asset of assets) await expectDoneOnce(asset)
})

test(
  'a delivery that was remembered without a ' + 'client, and the sweep, do not both make a report',
  async () => {
    const client = await qc.addClient('remembered')
    qc.changeClient(client.id, { box_folder_id: '404404404404' })
    // The gateway reads the file again within a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const assets = [
      await client.upload('first.png', await image(8)),
      await client.upload('second.png', await image(9)),
    ]
    for (const asset of assets) await qc.untilDelivered(asset)
    const remembered = () => readdirSync(join(qc.env.GATEWAY_DATA_DIR ?? '', 'unmatched'))
    expect(remembered()).toHaveLength(2)

    qc.changeClient(client.id, { box_folder_id: client.incoming })
    await Promise.all([sweep(client), sweep(client)])
    for (const asset of assets) await expectDoneOnce(asset)
    while (remembered().length > 0) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await sweep(client)).toMatchObject({ started: 0, waiting: 0 })
    for (const asset of assets) {
      const { outcome } = await qc.temporal.workflow.getHandle(asset.workflowId).result()
      expect(['done', 'duplicate']).toContain(outcome)
      await expectFiledOnceThenMoved(qc, asset)
    }
  },
)

test('a file that arrived while our access was revoked gets its report once access is back', async () => {
  const client = await qc.addClient('revoked')
  await qc.box.control.setRole({ folderId: client.incoming, userId: qc.box.serviceAccountId, role: null })
  const asset = await client.upload('hidden.png', await image(5))
  const blind = await qc.admin('sweep', '--client', client.id, '--json')
  expect(blind.code).toBe(9)
  expect(JSON.parse(blind.stdout)).toMatchObject({ problems: [{ clientId: client.id }] })

  await qc.box.control.setRole({ folderId: client.incoming, userId: qc.box.serviceAccountId, role: 'editor' })
  await sweep(client)
  await expectDoneOnce(asset)
})

test('sweeps during deliveries start no run twice', async () => {
  const client = await qc.addClient('racing')
  const assets: Asset[] = []
  const sweeps: Promise<SweepResult>[] = []
  for (let shade = 10; shade < 22; shade += 1) {
    assets.push(await client.upload(`racing ${shade}.png`, await image(shade)))
    if (shade % 4 === 0) sweeps.push(sweep(client))
  }
  await Promise.all(sweeps)
  await sweep(client)
  for (const asset of assets) await expectDoneOnce(asset)
})

test('a file whose run a person cancelled is theirs: only a rerun takes it up again', async () => {
  const client = await qc.addClient('cancelled')
  const { asset, hold } = await qc.uploadHeld(client, 'mine.png', await image(31), downloadOf)
  await hold.reached()
  await asset.run.cancel()
  await hold.release()
  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'cancelled' })
  const [file] = await qc.box.control.tree(client.incoming)
  expect(file?.tags).toEqual([`qc-abandoned-${asset.versionId}`])

  expect(await sweep(client)).toMatchObject({ started: 0, waiting: 0, skipped: { given_up: 1 } })
  await qc.redeliver(asset)
  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'abandoned' })
  await expectUntouched(qc, asset)

  expect(await qc.admin('runs', 'rerun', asset.workflowId)).toMatchObject({ code: 0 })
  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })
})

test('runs start takes one file of INCOMING, and refuses a second run', async () => {
  const client = await qc.addClient('single', { hasWebhook: false })
  const asset = await client.upload('single.png', await image(30))
  expect(await qc.admin('runs', 'start', asset.fileId)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`Started ${asset.workflowId}`),
  })
  await expectDoneOnce(asset)
  expect(await qc.admin('runs', 'start', asset.fileId)).toMatchObject({ code: 6 })
})

test('webhooks check finds a webhook that is gone, and --repair creates it again', async () => {
  const client = await qc.addClient('hooked')
  await qc.callBox(qc.box.serviceAccountId, 'DELETE', `/2.0/webhooks/${client.webhookId}`)
  const { code, stdout } = await qc.admin('webhooks', 'check', '--json')
  expect(code).toBe(8)
  const missing = expect.objectContaining({ clientId: client.id, folderId: client.incoming, kind: 'missing' })
  expect((JSON.parse(stdout) as WebhookCheckResult).problems).toContainEqual(missing)

  expect(await qc.admin('webhooks', 'check', '--repair', '--json')).toMatchObject({ code: 0 })
  const last = await qc.admin('webhooks', 'check', '--last', '--json')
  const { wrong, repaired, problems } = JSON.parse(last.stdout) as WebhookCheckResult
  expect(wrong).toBe(repaired)
  expect(problems).toContainEqual(expect.objectContaining({ clientId: client.id, isRepaired: true }))
  await expectDoneOnce(await client.upload('announced.png', await image(32)))
})

test('reports prune moves old reports to the trash, and nothing else', async () => {
  const client = await qc.addClient('pruned')
  const [old, young] = [
    await client.upload('old.png', await image(33)),
    await client.upload('young.png', await image(34)),
  ]
  for (const asset of [old, young]) await qc.result(asset)
  const reports = async () => (await qc.box.control.tree(client.reports)).filter((item) => !item.isTrashed)
  const [first] = (await reports()).filter(({ name }) => name.includes('old.png'))
  await qc.box.control.age(first?.id ?? '', 100)

  expect(await prune(client, '--dry-run')).toMatchObject({ deleted: 0, waiting: 1, skipped: { young: 1 } })
  const unasked = await qc.admin('reports', 'prune', '--older-than', '90d', '--client', client.id)
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('no terminal to ask on') })
  expect(await reports()).toHaveLength(2)
  expect(await prune(client, '--yes')).toMatchObject({ deleted: 1, problems: [] })
  expect((await reports()).map(({ name }) => name)).toEqual([expect.stringContaining('young.png')])
  expect(await processedOf(qc, old)).toHaveLength(2)
})

/** Or it would take what the first test puts there. */
async function untilSweptAtStart(): Promise<void> {
  const run = qc.temporal.workflow.getHandle(`${qc.env.QC_TASK_QUEUE}-sweep-incoming-at-start`)
  await qc.untilStarted(run)
  await run.result()
}

/** The first action is the immediate one. */
async function untilActions(handle: ScheduleHandle, count: number): Promise<void> {
  while ((await handle.describe()).info.numActionsTaken < count)
    await new Promise((resolve) => setTimeout(resolve, 100))
}

async function sweep(client: TestClient, ...options: string[]): Promise<SweepResult> {
  const { code, stdout } = await qc.admin('sweep', '--client', client.id, '--json', ...options)
  expect(code).toBe(0)
  return JSON.parse(stdout) as SweepResult
}

async function prune(client: TestClient, ...options: string[]): Promise<PruneResult> {
  const words = ['reports', 'prune', '--older-than', '90d', '--client', client.id, '--json']
  const { code, stdout } = await qc.admin(...words, ...options)
  expect(code).toBe(0)
  return JSON.parse(stdout) as PruneResult
}

async function expectDoneOnce(asset: Asset): Promise<void> {
  await qc.untilStarted(asset.run)
  await expect(asset.run.result()).resolves.toMatchObject({ outcome: 'done' })
  await expectFiledOnceThenMoved(qc, asset)
}
