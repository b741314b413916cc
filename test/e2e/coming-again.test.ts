import type { QcUploadResult } from '../../workflows/contract'
import type { QcRun } from '../support/asset'
import { expectReadableAnswers } from '../support/box-answers'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, ledgerOf, processedOf, reportNames } from '../support/ledger'
import { reportIn } from '../support/report-in'
import { image } from '../support/small-assets'

jest.setTimeout(120_000)

let qc: Installation

beforeAll(async () => {
  qc = await openInstallation()
})
afterAll(() => qc.stop())

test.concurrent(
  'the same name uploaded again after the move gets a run, a session and a report of its own',
  async () => {
    const client = await qc.addClient('same-name')
    const first = await client.upload('poster.png', await image(1))
    await qc.result(first)
    const second = await client.upload('poster.png', await image(2))
    await qc.result(second)

    const [filedFirst, filedSecond] = [
      await expectFiledOnceThenMoved(qc, first),
      await expectFiledOnceThenMoved(qc, second),
    ]
    expect(filedSecond.session).not.toBe(filedFirst.session)
    expect(await reportNames(qc, first)).toHaveLength(2)
    expect((await processedOf(qc, first)).map(({ name }) => name).sort()).toEqual(
      [`${filedFirst.session}_poster.png`, `${filedSecond.session}_poster.png`].sort(),
    )
  },
)

test.concurrent(
  'a file that is moved back from _PROCESSED to INCOMING is checked again, in a run and a session of its own',
  async () => {
    const client = await qc.addClient('moved-back')
    const asset = await client.upload('poster.png', await image(3))
    const first = await qc.result(asset)
    await untilNextSecond(asset.run)
    const { runId } = await asset.run.describe()

    await qc.box.control.move({ id: asset.fileId, parentId: client.incoming, name: 'poster.png' })
    const second = await resultAfter(runId, asset.run)

    expect(first.outcome).toBe('done')
    expect(second).toMatchObject({ outcome: 'done', session: expect.not.stringMatching(first.session) })
    expect((await ledgerOf(qc, asset)).moves).toHaveLength(2)
    expect((await reportNames(qc, asset)).sort()).toEqual(
      [`QC_Report_${first.session}_poster.png.html`, `QC_Report_${second.session}_poster.png.html`].sort(),
    )
    expect((await processedOf(qc, asset)).map(({ id, name }) => ({ id, name }))).toEqual([
      { id: asset.fileId, name: `${second.session}_poster.png` },
    ])
  },
)

test.concurrent(
  'a default profile set with admin-cli applies to the next upload without a restart; a revert undoes it',
  async () => {
    const client = await qc.addClient('override')
    const profiles: string[] = []
    const judgeOne = async (name: string, shade: number) => {
      const asset = await client.upload(name, await image(shade))
      await qc.result(asset)
      profiles.push(reportIn((await expectFiledOnceThenMoved(qc, asset)).report).profile.id)
    }

    await judgeOne('before.png', 4)
    const set = await qc.admin('profiles', 'set-default', client.id, 'other')
    expect(set).toMatchObject({
      code: 0,
      stdout: `${client.id}: default profile is other (was light), starting with the next upload\n`,
    })
    await judgeOne('overridden.png', 5)
    expect(await qc.admin('profiles', 'revert', client.id)).toMatchObject({ code: 0 })
    await judgeOne('reverted.png', 6)

    expect(profiles).toEqual(['light', 'other', 'light'])
  },
)

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

/**
 * Box gives event times in whole seconds: an event that is not after the first run's end belongs to that
 * run.
 */
async function untilNextSecond(run: { describe: () => Promise<{ closeTime?: Date }> }): Promise<void> {
  const { closeTime } = await run.describe()
  const next = (Math.floor((closeTime?.getTime() ?? 0) / 1_000) + 1) * 1_000
  while (Date.now() <= next) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** The result of the next run under the same workflow id. */
async function resultAfter(firstRunId: string, { client, workflowId }: QcRun): Promise<QcUploadResult> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const newest: QcRun = client.getHandle(workflowId)
    if ((await newest.describe()).runId !== firstRunId) return newest.result()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no second run of ${workflowId} began within 30 s`)
}
