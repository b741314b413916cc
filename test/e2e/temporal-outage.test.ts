import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expectReadableAnswers } from '../support/box-answers'
import type { Asset } from '../support/asset'
import { downloadOf, type HeldAsset, movedOf, reportOf } from '../support/hold-points'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, ledgerOf } from '../support/ledger'
import { image } from '../support/small-assets'
import { freePort, startTemporalServer, type TemporalServer } from '../support/temporal-server'

jest.setTimeout(180_000)

let folder: string
let port: number
let temporal: TemporalServer
let qc: Installation

const startTemporal = async () => {
  temporal = await startTemporalServer({ port, databaseFile: join(folder, 'temporal.db') })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qc-temporal-'))
  port = await freePort()
  await startTemporal()
  // Box comes again after half a second, a second, two …
  qc = await openInstallation({ temporalAddress: temporal.address, box: { clock: { scale: 20 } } })
}, 120_000)
afterAll(async () => {
  await qc.stop()
  temporal.process.kill('SIGCONT')
  await temporal.stop()
  rmSync(folder, { recursive: true, force: true })
})

const whileGoing: Record<string, (asset: Asset) => Parameters<Installation['box']['control']['hold']>[0]> = {
  'its file is fetched': downloadOf,
  'its report is filed': reportOf,
  'its source is moved': movedOf,
}

test('Temporal killed and restarted: uploads before and during the outage finish', async () => {
  const held = await Promise.all(Object.values(whileGoing).map((point, index) => heldAt(point, index)))
  await Promise.all(held.map(({ hold }) => hold.reached()))

  await temporal.stop()
  const late = await (await qc.addClient('late')).upload('late.png', await image(20))
  const refused = await qc.box.control.waitForDelivery(
    ({ sourceId, tries }) => sourceId === late.fileId && tries[0]?.status !== undefined,
  )
  expect(refused.tries[0]).toMatchObject({ status: 503 })
  expect(refused.tries[0]!.durationMs).toBeLessThan(5_000)
  // Box applies the call and the worker gets the answer, but Temporal cannot be reached.
  await Promise.all(held.map(({ hold }) => hold.release()))
  await startTemporal()

  for (const asset of [...held.map((one) => one.asset), late]) {
    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })
    await expectFiledOnceThenMoved(qc, asset)
    expect((await ledgerOf(qc, asset)).reportVersions).toEqual([])
  }
})

test('Temporal frozen: Box gets 503 within five seconds, and later the upload is judged once', async () => {
  const client = await qc.addClient('frozen')
  temporal.process.kill('SIGSTOP')
  const asset = await client.upload('frozen.png', await image(21))
  const refused = await qc.box.control.waitForDelivery(
    ({ sourceId, tries }) => sourceId === asset.fileId && tries[0]?.status !== undefined,
  )
  temporal.process.kill('SIGCONT')
  expect(refused.tries[0]).toMatchObject({ status: 503 })
  expect(refused.tries[0]!.durationMs).toBeLessThan(5_500)

  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })

  await expectFiledOnceThenMoved(qc, asset)
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

async function heldAt(point: (typeof whileGoing)[string], index: number): Promise<HeldAsset> {
  const client = await qc.addClient(`going-${index}`)
  return qc.uploadHeld(client, `going ${index}.png`, await image(index), point)
}
