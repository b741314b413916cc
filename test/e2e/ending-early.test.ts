import { expectReadableAnswers } from '../support/box-answers'
import type { Asset } from '../support/asset'
import { downloadOf, type HeldAsset, type HoldPoint, movedOf, moveOf, reportOf } from '../support/hold-points'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, expectUntouched, incomingNames } from '../support/ledger'
import { page, image } from '../support/small-assets'
import { openToolGate, type ToolGate } from '../support/tool-gate'

jest.setTimeout(120_000)

let qc: Installation
let gate: ToolGate

beforeAll(async () => {
  gate = openToolGate('qpdf', '--json-stream-data=none')
  qc = await openInstallation({ env: { PATH: gate.searchPath } })
})
afterAll(async () => {
  await qc.stop()
  gate.remove()
})

test.concurrent(
  'a run that is cancelled before its report files nothing and leaves the source where it is',
  async () => {
    const { asset, hold } = await heldAt('cancelled', downloadOf)
    await asset.run.cancel()
    await hold.release()

    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'cancelled' })
    await expectUntouched(qc, asset)
    expect(await incomingNames(qc, asset)).toEqual([asset.name])
  },
)

for (const [what, point] of [
  ['during the upload of its report', reportOf],
  ['just before its move', moveOf],
  ['after Box has moved its file and before we heard', movedOf],
] as [string, HoldPoint][]) {
  test.concurrent(
    `a run that is cancelled ${what} files its report and moves its source all the same`,
    async () => {
      const { asset, hold } = await heldAt(`cancelled-${point.name}`, point)
      await asset.run.cancel()
      await hold.release()

      await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })
      await expectFiledOnceThenMoved(qc, asset)
    },
  )
}

for (const [what, point] of [
  ['download', downloadOf],
  ['uploadReport, the report being there', reportOf],
  ['moveToProcessed, before Box did it', moveOf],
  ['moveToProcessed, the file being there', movedOf],
] as [string, HoldPoint][]) {
  test.concurrent(
    `a run that is terminated in ${what} finishes after a redelivery, with one report`,
    async () => {
      const { asset, hold } = await heldAt(`terminated-${point.name}`, point)
      await asset.run.terminate('by the test')
      await hold.release()
      // Held in the move, the terminated run's worker may still move the file: nothing is left to do then.
      const isInMove = point === moveOf || point === movedOf
      await expectFinishedAfterRedelivery(asset, isInMove ? ['done', 'duplicate'] : ['done'])
    },
  )
}

test.concurrent(
  'a run that is terminated in preflight finishes after a redelivery, with one report',
  async () => {
    const client = await qc.addClient('terminated-preflight')
    const asset = await client.upload('page.pdf', page())
    const waiting = await gate.reached()
    await asset.run.terminate('by the test')
    gate.remove()
    await waiting.pass()
    await expectFinishedAfterRedelivery(asset)
  },
)

test.concurrent(
  'a run that is terminated as its checks begin finishes after a redelivery, with one report',
  async () => {
    const client = await qc.addClient('terminated-checks')
    const { asset, hold } = await qc.uploadHeld(client, 'poster.png', await image(50), reportOf)
    await qc.workers[0]?.untilLogged('Running check 1/', `-${asset.versionId.slice(-6)}"`)
    await asset.run.terminate('by the test')
    await hold.release()
    await expectFinishedAfterRedelivery(asset)
  },
)

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

let shade = 60

/** A file of a client of its own whose run is stopped at that point. */
async function heldAt(clientName: string, point: HoldPoint): Promise<HeldAsset> {
  const client = await qc.addClient(clientName)
  const held = await qc.uploadHeld(client, 'poster.png', await image((shade += 1)), point)
  await held.hold.reached()
  return held
}

async function expectFinishedAfterRedelivery(asset: Asset, outcomes = ['done']): Promise<void> {
  await expect(asset.run.result()).rejects.toMatchObject({ cause: { name: 'TerminatedFailure' } })
  await qc.redeliver(asset)
  const { outcome, verdict } = await qc.result(asset)
  expect(outcomes).toContain(outcome)
  if (outcome === 'done') expect(verdict).toBe('pass')
  await expectFiledOnceThenMoved(qc, asset)
}
