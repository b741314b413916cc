import { expectReadableAnswers } from '../support/box-answers'
import type { Asset } from '../support/asset'
import { downloadOf, moveOf, reportOf } from '../support/hold-points'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, ledgerOf, processedOf } from '../support/ledger'
import { reportIn } from '../support/report-in'
import { image } from '../support/small-assets'

jest.setTimeout(120_000)

let qc: Installation

beforeAll(async () => {
  qc = await openInstallation()
})
afterAll(() => qc.stop())

// Box does not document whether a new version fires the webhook, so both are tested.
describe.each([
  { firesOnNewVersion: false, box: 'silent' },
  { firesOnNewVersion: true, box: 'telling' },
])('a new version, with Box $box about it', ({ firesOnNewVersion, box }) => {
  beforeAll(() => qc.box.control.setSwitches({ firesOnNewVersion }))

  test('before the report: both are judged, the old report says superseded, the new one moves', async () => {
    const client = await qc.addClient(`early-${box}`)
    const { asset, hold } = await qc.uploadHeld(client, 'poster.png', await image(1), downloadOf)
    await hold.reached()
    const newer = await client.uploadVersion(asset, await image(2))
    await hold.release()

    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'superseded' })
    await expect(newer.run.result()).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })

    await expectSuperseded(asset, newer)
    const { report } = await expectFiledOnceThenMoved(qc, newer)
    expect(reportIn(report)).toMatchObject({ sha1: newer.sha1, versionId: newer.versionId })
    expect(reportIn(report).supersededBy).toBeUndefined()
  })

  test('between report and move: the old report is updated, the source waits for the new one', async () => {
    const client = await qc.addClient(`between-${box}`)
    const { asset, hold } = await qc.uploadHeld(client, 'poster.png', await image(3), reportOf)
    await hold.reached()
    const newer = await client.uploadVersion(asset, await image(4))
    await hold.release()

    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'superseded' })
    await expect(newer.run.result()).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })

    await expectSuperseded(asset, newer)
    const { report } = await expectFiledOnceThenMoved(qc, newer)
    expect(reportIn(report)).toMatchObject({ sha1: newer.sha1 })
  })

  test("after the move's check: the move's answer shows it, the source gets the new session", async () => {
    const client = await qc.addClient(`late-${box}`)
    const { asset, hold } = await qc.uploadHeld(client, 'poster.png', await image(5), moveOf)
    await hold.reached()
    const newer = await client.uploadVersion(asset, await image(6))
    await hold.release()

    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'superseded' })
    const result = await newer.run.result()
    expect(result).toMatchObject({ outcome: 'done', verdict: 'pass' })

    await expectSuperseded(asset, newer)
    const { reports, moves } = await ledgerOf(qc, newer)
    expect(reports.map(({ result: [made] }) => made?.name)).toEqual([
      `QC_Report_${result.session}_poster.png.html`,
    ])
    expect(moves.length).toBeGreaterThan(0)
    for (const move of moves.slice(1)) expect(move.seq).toBeGreaterThan(reports[0]?.seq ?? Infinity)
    expect((await processedOf(qc, newer)).map(({ id, name }) => ({ id, name }))).toEqual([
      { id: asset.fileId, name: `${result.session}_poster.png` },
    ])
  })
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

/** One report file of the old version, whose content now names the newer one. */
async function expectSuperseded(asset: Asset, newer: Asset): Promise<void> {
  const { reports } = await ledgerOf(qc, asset)
  expect(reports).toHaveLength(1)
  const html = (await qc.box.control.content(reports[0]?.result[0]?.id ?? '')).toString()
  expect(reportIn(html)).toMatchObject({
    sha1: asset.sha1,
    versionId: asset.versionId,
    supersededBy: { versionId: newer.versionId },
  })
}
