import { writeFileSync } from 'node:fs'

import { phpJson, signedHeaders, uploadBody } from '../support/box-delivery'
import { expectReadableAnswers } from '../support/box-answers'
import type { Asset, TestClient } from '../support/asset'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, reportNames } from '../support/ledger'
import { expectNarrowModes, expectNoSecrets } from '../support/no-secrets'
import { image } from '../support/small-assets'

jest.setTimeout(120_000)

let qc: Installation

// One after the other: they change what Box does with all its deliveries.
beforeAll(async () => {
  qc = await openInstallation()
})
afterAll(() => qc.stop())

test('deliveries in threefold are one run, and one more after its end changes nothing', async () => {
  const client = await qc.addClient('duplicates')
  await qc.box.control.disturbDeliveries({ duplicates: 2 })
  const asset = await client.upload('poster.png', await image(1))
  await qc.result(asset)
  await qc.box.control.disturbDeliveries({ duplicates: 0 })
  await qc.redeliver(asset)

  const { tries } = await qc.box.control.waitForDelivery(({ sourceId }) => sourceId === asset.fileId)
  expect(tries.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(new Set(tries.map(({ deliveryId }) => deliveryId)).size).toBe(4)
  // The last one is a run of the same id, which ends as a duplicate.
  expect(new Set(await runsOf(client))).toEqual(new Set([asset.workflowId]))
  await expectFiledOnceThenMoved(qc, asset)
})

test('a delivery that comes again after its file was renamed or removed changes nothing', async () => {
  const client = await qc.addClient('changed-after')
  const renamed = await client.upload('renamed.png', await image(6))
  const removed = await client.upload('removed.png', await image(7))
  for (const asset of [renamed, removed]) await qc.result(asset)
  await qc.box.control.move({ id: renamed.fileId, name: 'approved.png' })
  await qc.box.control.trash(removed.fileId)
  while ((await doneRunsOf(client)) < 2) await new Promise((go) => setTimeout(go, 100))

  for (const asset of [renamed, removed]) {
    await qc.redeliver(asset)
    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'duplicate' })
    expect(await reportNames(qc, asset)).toHaveLength(2)
  }
})

test('deliveries in the reverse order are one run each', async () => {
  const client = await qc.addClient('reordered')
  await qc.box.control.disturbDeliveries({ reorderNext: 3 })
  const assets = [
    await client.upload('first.png', await image(2)),
    await client.upload('second.png', await image(3)),
    await client.upload('third.png', await image(4)),
  ]

  for (const asset of assets) await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })
  for (const asset of assets) await expectFiledOnceThenMoved(qc, asset)
  expect((await runsOf(client)).sort()).toEqual(assets.map(({ workflowId }) => workflowId).sort())
})

test('a delivery that was refused at first is delivered again by Box, and is one run', async () => {
  const client = await qc.addClient('refused-first')
  await qc.gateway.kill('SIGTERM')
  const asset = await client.upload('poster.png', await image(5))
  await qc.box.control.waitForDelivery(
    ({ sourceId, tries }) => sourceId === asset.fileId && tries.length === 1,
  )
  await qc.startGateway()
  await qc.box.control.deliverAll()

  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })
  await expectFiledOnceThenMoved(qc, asset)
})

describe('what is not from Box, or not in time, never reaches Temporal', () => {
  let client: TestClient
  let body: string

  beforeAll(async () => {
    client = await qc.addClient('forged')
    body = phpJson(uploadBody({ folders: [{ id: client.incoming, name: 'IN' }], name: 'forged.png' }))
  })
  afterEach(async () => expect(await runsOf(client)).toEqual([]))

  test('signed with keys that are not ours', async () => {
    expect(await post(body, signedHeaders(body))).toBe(403)
    await qc.gateway.untilLogged('Box webhook: signature verification failed')
  })

  test('truly signed, and then changed', async () => {
    const headers = await qc.box.control.sign({ body })
    expect(await post(body.replace('forged.png', 'changed.png'), headers)).toBe(403)
  })

  test('truly signed eleven minutes ago', async () => {
    const timestamp = new Date(Date.now() - 11 * 60_000).toISOString()
    expect(await post(body, await qc.box.control.sign({ body, timestamp }))).toBe(403)
  })

  test('truly signed and too large to be read', async () => {
    const large = body.replace('"description":""', `"description":"${'x'.repeat(2 << 20)}"`)
    expect(await post(large, await qc.box.control.sign({ body: 'its signature is not looked at' }))).toBe(413)
  })

  test('truly signed and not an event', async () => {
    const text = '{"type":"webhook_event","trigger":"FILE.UPLOADED","source":'
    expect(await post(text, await qc.box.control.sign({ body: text }))).toBe(400)
  })

  test('and the same body, truly signed, would have been taken', async () => {
    const other = phpJson(uploadBody({ folders: [{ id: '1', name: 'Not ours' }], name: 'forged.png' }))
    expect(await post(other, await qc.box.control.sign({ body: other }))).toBe(200)
    await qc.gateway.untilLogged('Box webhook: no client configured for Box folder 1')
  })
})

test('lost authorization and a removed webhook: the gateway answers 2xx and logs an error', async () => {
  const client = await qc.addClient('alerts')
  await qc.box.control.noActiveSession(client.webhookId)
  await qc.box.control.removeWebhook(client.webhookId, 'auto_cleanup')

  await qc.gateway.untilLogged('"level":50', 'Box webhook: NO_ACTIVE_SESSION', client.webhookId)
  await qc.gateway.untilLogged('"level":50', 'Box webhook: WEBHOOK.DELETED', client.webhookId, 'auto_cleanup')
  const answered = (trigger: string) =>
    qc.box.control.waitForDelivery(
      ({ webhookId, body, tries }) =>
        webhookId === client.webhookId && body.includes(trigger) && tries.length > 0,
    )
  const alerts = [await answered('NO_ACTIVE_SESSION'), await answered('WEBHOOK.DELETED')]
  expect(alerts.map(({ tries }) => tries.map(({ status }) => status))).toEqual([[200], [200]])
})

test('both signature keys are rotated while uploads come in, and none is lost', async () => {
  const client = await qc.addClient('rotation')
  const assets: Asset[] = []
  const uploadOne = async (shade: number) =>
    assets.push(await client.upload(`poster ${shade}.png`, await image(shade)))

  await qc.box.control.setKey({ primaryKey: 'a-new-primary-key-of-box-0123456789' })
  await uploadOne(11)
  await qc.untilDelivered(assets[0]!)
  writeFileSync(qc.env.BOX_WEBHOOK_PRIMARY_KEY_FILE!, 'a-new-primary-key-of-box-0123456789\n')
  await qc.box.control.setKey({ secondaryKey: 'a-new-secondary-key-of-box-01234567' })
  await uploadOne(12)
  await qc.untilDelivered(assets[1]!)
  await qc.box.control.setKey({ primaryKey: 'a-third-primary-key-of-box-01234567' })
  await uploadOne(13)
  const refused = await qc.box.control.waitForDelivery(
    ({ sourceId, tries }) => sourceId === assets[2]!.fileId && tries.length > 0,
  )
  expect(refused.tries[0]?.status).toBe(403)
  writeFileSync(qc.env.BOX_WEBHOOK_SECONDARY_KEY_FILE!, 'a-new-secondary-key-of-box-01234567\n')
  await qc.box.control.deliverAll()

  for (const asset of assets) {
    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })
    await expectFiledOnceThenMoved(qc, asset)
  }
  expect(qc.log()).not.toContain('key-of-box')
})

test(
  'no run, no refusal and no failure has left a ' + 'secret behind, and data is for the own user alone',
  async () => {
    const client = await qc.addClient('secrets')
    const refusal = { kind: 'answer', status: 401, times: 1 } as const
    await qc.box.control.fault({
      ...refusal,
      method: 'POST',
      path: '/2.0/files/content',
      parentId: client.reports,
    })
    await qc.box.control.fault({ kind: 'answer', status: 403, path: '/2.0/folders/*', times: 1 })
    const asset = await client.upload('poster.png', await image(21))
    await qc.result(asset)
    const shown = await qc.admin('runs', 'show', asset.workflowId)

    const keys = ['key-of-box', ...signatures]
    await expectNoSecrets(qc, {
      secrets: keys,
      more: { answers: answers.join('\n'), shown: shown.stdout + shown.stderr },
    })
    expectNarrowModes(qc)
  },
)

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

const signatures: string[] = []
const answers: string[] = []

async function post(body: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(qc.gateway.url, { method: 'POST', body, headers })
  signatures.push(headers['box-signature-primary'] ?? '', headers['box-signature-secondary'] ?? '')
  answers.push(await answer.text())
  return answer.status
}

/** The list of runs is a moment behind. */
async function doneRunsOf(client: TestClient): Promise<number> {
  return (await qc.temporal.workflow.count(`QcClient = '${client.id}' AND QcState = 'done'`)).count
}

/** Ids of all runs that Temporal lists for a client. */
async function runsOf(client: TestClient): Promise<string[]> {
  const ids: string[] = []
  for await (const { workflowId } of qc.temporal.workflow.list({ query: `QcClient = '${client.id}'` }))
    ids.push(workflowId)
  return ids
}
