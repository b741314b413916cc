import { expectReadableAnswers } from '../support/box-answers'
import type { Asset } from '../support/asset'
import { downloadOf, reportOf } from '../support/hold-points'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, expectUntouched, ledgerOf } from '../support/ledger'
import { image } from '../support/small-assets'

jest.setTimeout(120_000)

let qc: Installation

beforeAll(async () => {
  qc = await openInstallation()
})
afterAll(() => qc.stop())

const tenNumbers = Array.from({ length: 10 }, (_, index) => index)

const departures: [string, (asset: Asset) => Promise<unknown>][] = [
  ['trashed', ({ fileId }) => qc.box.control.trash(fileId)],
  [
    'deleted for good',
    async ({ fileId }) => {
      await qc.box.control.trash(fileId)
      await qc.callBox(qc.box.adminId, 'DELETE', `/2.0/files/${fileId}/trash`)
    },
  ],
  [
    'moved to a folder that we cannot see',
    ({ fileId }) => qc.box.control.move({ id: fileId, parentId: '0' }),
  ],
]

for (const [index, [what, depart]] of departures.entries()) {
  test.concurrent(
    `a file that is ${what} while it is fetched is withdrawn: nothing filed, nothing moved, no one alerted`,
    async () => {
      const client = await qc.addClient(`departed-${index}`)
      const { asset, hold } = await qc.uploadHeld(client, 'gone.png', await image(index), downloadOf)
      await hold.reached()
      await depart(asset)
      await hold.release()

      await expect(qc.result(asset)).rejects.toMatchObject({ cause: { type: 'Withdrawn' } })

      expect(await qc.untilState(asset.run, 'withdrawn')).not.toHaveProperty('QcErrorType')
      await expectUntouched(qc, asset)
    },
  )
}

test.concurrent(
  'a file that is moved to another of our folders while its report is uploaded is withdrawn and stays there',
  async () => {
    const client = await qc.addClient('elsewhere')
    const other = await qc.addClient('elsewhere-other')
    const { asset, hold } = await qc.uploadHeld(client, 'gone.png', await image(10), reportOf)
    await hold.reached()
    await qc.box.control.move({ id: asset.fileId, parentId: other.incoming })
    await hold.release()

    await expect(asset.run.result()).rejects.toMatchObject({ cause: { type: 'Withdrawn' } })

    expect(await qc.untilState(asset.run, 'withdrawn')).toMatchObject({ QcVerdict: 'pass' })
    expect(await ledgerOf(qc, asset)).toMatchObject({ reports: [{ applied: true }], reportVersions: [] })
    const there = { ...asset, client: other, run: qc.runOf(other, asset), workflowId: '' }
    await qc.result(there)
    const { moves, reports } = await ledgerOf(qc, there)
    expect({ moves: moves.length, reports: reports.length }).toEqual({ moves: 1, reports: 1 })
  },
)

test.concurrent('a withdrawn file that comes back gets a new run, a report and its move', async () => {
  const client = await qc.addClient('returned')
  const { asset, hold } = await qc.uploadHeld(client, 'back.png', await image(20), downloadOf)
  await hold.reached()
  await qc.box.control.move({ id: asset.fileId, parentId: '0' })
  await hold.release()
  await expect(qc.result(asset)).rejects.toMatchObject({ cause: { type: 'Withdrawn' } })

  await qc.box.control.move({ id: asset.fileId, parentId: client.incoming })
  await qc.untilMoved(asset)

  await expect(qc.runOf(client, asset).result()).resolves.toMatchObject({ outcome: 'done' })
  await expectFiledOnceThenMoved(qc, asset)
})

test.concurrent(
  'ten runs park as access_lost when our access is revoked, and finish once the role is back',
  async () => {
    const client = await qc.addClient('revoked')
    const role = { folderId: client.incoming, userId: qc.box.serviceAccountId }
    const held = await qc.beforeDelivery(() =>
      Promise.all(
        tenNumbers.map(async (number) =>
          qc.uploadHeld(client, `asset ${number}.png`, await image(100 + number), downloadOf),
        ),
      ),
    )
    const assets = held.map(({ asset }) => asset)
    await Promise.all(assets.map((asset) => qc.untilDelivered(asset)))
    await Promise.any(held.map(({ hold }) => hold.reached()))

    await qc.box.control.setRole({ ...role, role: null })
    await Promise.all(held.map(({ hold }) => hold.release()))
    const parked = await Promise.all(assets.map(({ run }) => qc.untilState(run, 'needs_attention')))
    expect(parked.map(({ QcErrorType }) => QcErrorType)).toEqual(assets.map(() => 'access_lost'))
    for (const asset of assets) await expectUntouched(qc, asset)

    await qc.box.control.setRole({ ...role, role: 'editor' })
    const retry = await qc.admin('runs', 'retry', '--stuck', '--client', client.id)
    expect(retry.code).toBe(0)
    expect(retry.stderr.match(/: resumed/g)).toHaveLength(10)
    for (const asset of assets) {
      await expect(asset.run.result()).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })
      await expectFiledOnceThenMoved(qc, asset)
    }
  },
)

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))
