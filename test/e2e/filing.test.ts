import { reportMarker } from '../../quality-control/report/render-report'
import { expectReadableAnswers } from '../support/box-answers'
import type { Asset } from '../support/asset'
import { downloadOf, type HeldAsset } from '../support/hold-points'
import { type Installation, openInstallation } from '../support/installation-under-test'
import {
  expectFiledOnceThenMoved,
  expectUntouched,
  incomingNames,
  ledgerOf,
  processedOf,
  reportNames,
} from '../support/ledger'
import { reportIn } from '../support/report-in'
import { image } from '../support/small-assets'

jest.setTimeout(120_000)

let qc: Installation

beforeAll(async () => {
  qc = await openInstallation()
})
afterAll(() => qc.stop())

test.concurrent(
  'a report whose answer was lost is recognized by its bytes: one report, one version',
  async () => {
    const client = await qc.addClient('lost-answer')
    const uploaded = { method: 'POST', path: '/2.0/files/content', parentId: client.reports }
    await qc.box.control.fault({ ...uploaded, kind: 'appliedReset' })
    const asset = await client.upload('poster.png', await image(1))

    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })
    await expectFiledOnceThenMoved(qc, asset)
    expect((await ledgerOf(qc, asset)).reportVersions).toEqual([])
  },
)

test.concurrent('our own report with other bytes gets a new version', async () => {
  const { asset, hold, reportName } = await heldWithReportName('own-report', 2)
  const content = Buffer.from(
    `<!doctype html><html><head>${reportMarker}</head><body>An older report</body></html>`,
  )
  const older = await qc.box.control.upload({
    userId: qc.box.serviceAccountId,
    folderId: asset.client.reports,
    name: reportName,
    content,
  })
  await hold.release()

  const result = await qc.result(asset)

  expect(result).toMatchObject({ outcome: 'done', report: { reportFileId: older.fileId, reportName } })
  expect(await reportNames(qc, asset)).toEqual([reportName])
  const { reportVersions, moves } = await ledgerOf(qc, asset)
  expect(reportVersions).toHaveLength(1)
  expect(reportVersions[0]?.seq).toBeLessThan(moves[0]?.seq ?? 0)
  expect(reportIn((await qc.box.control.content(older.fileId)).toString())).toMatchObject({
    sha1: asset.sha1,
  })
})

test.concurrent(
  "another file with the report's name is left alone: the run parks, and continues once it is renamed",
  async () => {
    const { asset, hold, reportName } = await heldWithReportName('strangers-report', 3)
    const { reports, userId } = asset.client
    const strangers = await qc.box.control.upload({
      userId,
      folderId: reports,
      name: reportName,
      content: Buffer.from('my own notes'),
    })
    await hold.release()

    await expectParked(asset, 'uploadReport', 'report_name_taken')
    expect(await incomingNames(qc, asset)).toEqual([asset.name])
    expect((await qc.box.control.content(strangers.fileId)).toString()).toBe('my own notes')

    await qc.box.control.move({ id: strangers.fileId, name: 'notes.txt' })
    await expectRetried(asset)
    await expectFiledOnceThenMoved(qc, asset)
    expect((await qc.box.control.content(strangers.fileId)).toString()).toBe('my own notes')
  },
)

test.concurrent('two runs that make _PROCESSED at the same time share one', async () => {
  const client = await qc.addClient('two-at-once')
  const created = { method: 'POST', path: '/2.0/folders', parentId: client.incoming }
  const hold = await qc.box.control.hold({ ...created, at: 'before', times: 2 })
  const assets = [
    await client.upload('first.png', await image(4)),
    await client.upload('second.png', await image(5)),
  ]
  await hold.reached({ count: 2 })
  await hold.release()

  for (const asset of assets) {
    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })
    await expectFiledOnceThenMoved(qc, asset)
  }
  expect((await qc.box.control.tree(client.incoming)).map(({ name }) => name)).toEqual(['_PROCESSED'])
})

test.concurrent(
  'a file, not a folder, that is named _PROCESSED parks the run, which continues once it is gone',
  async () => {
    const client = await qc.addClient('file-processed')
    const blocking = await client.upload('_PROCESSED', Buffer.from('not a folder'))
    const asset = await client.upload('poster.png', await image(6))

    await expectParked(asset, 'moveToProcessed', 'processed_is_file')
    expect(await incomingNames(qc, asset)).toContain(asset.name)

    await qc.box.control.trash(blocking.fileId)
    await expectRetried(asset)
    await expectFiledOnceThenMoved(qc, asset)
  },
)

test.concurrent(
  "a Viewer Uploader's refusal names the role, and the run continues after the role is raised",
  async () => {
    const client = await qc.addClient('viewer-uploader')
    const role = { folderId: client.incoming, userId: qc.box.serviceAccountId }
    await qc.box.control.setRole({ ...role, role: 'viewer uploader' })
    const asset = await client.upload('poster.png', await image(7))

    await expectParked(asset, 'moveToProcessed', 'permission_denied')
    const shown = await qc.admin('runs', 'show', asset.workflowId)
    expect(shown.stdout).toMatch(/What failed .*it needs the Editor role \(Viewer Uploader is not enough\)/)
    expect(shown.stdout).toMatch(/What to do .*Editor/)

    await qc.box.control.setRole({ ...role, role: 'editor' })
    await expectRetried(asset)
    await expectFiledOnceThenMoved(qc, asset)
  },
)

test.concurrent(
  'a REPORTS folder without write access parks the run with the source in INCOMING',
  async () => {
    const client = await qc.addClient('refusing')
    const role = { folderId: client.reports, userId: qc.box.serviceAccountId }
    await qc.box.control.setRole({ ...role, role: 'viewer' })
    const asset = await client.upload('poster.png', await image(8))

    await expectParked(asset, 'uploadReport', 'permission_denied')
    await expectUntouched(qc, asset)
    expect(await incomingNames(qc, asset)).toEqual([asset.name])

    await qc.box.control.setRole({ ...role, role: 'editor' })
    await expectRetried(asset)
    await expectFiledOnceThenMoved(qc, asset)
  },
)

test.concurrent(
  'a wrong REPORTS folder id is corrected in clients.yaml, and retry succeeds without a restart',
  async () => {
    const client = await qc.addClient('wrong-folder')
    qc.changeClient(client.id, { box_reports_folder_id: '404404404404' })
    const asset = await client.upload('poster.png', await image(9))

    await expectParked(asset, 'uploadReport', 'reports_folder')
    await expectUntouched(qc, asset)
    await qc.untilLogged('failed to upload report to Box: REPORTS folder 404404404404 does not exist')

    qc.changeClient(client.id, { box_reports_folder_id: client.reports })
    await expectRetried(asset)
    await expectFiledOnceThenMoved(qc, asset)
    expect(qc.workers).toHaveLength(1)
  },
)

test.concurrent(
  'a parked run that a person abandons ends with the reason and leaves source and REPORTS unchanged',
  async () => {
    const client = await qc.addClient('abandoned')
    await qc.box.control.setRole({
      folderId: client.reports,
      userId: qc.box.serviceAccountId,
      role: 'viewer',
    })
    const asset = await client.upload('poster.png', await image(11))
    await expectParked(asset, 'uploadReport', 'permission_denied')

    const abandoned = await qc.admin(
      'runs',
      'abandon',
      asset.workflowId,
      '--reason',
      'The client sent it by mail.',
    )

    expect(abandoned).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${asset.workflowId}: abandoned`),
    })
    await expect(asset.run.result()).resolves.toMatchObject({
      outcome: 'abandoned',
      note: 'The client sent it by mail.',
    })
    await expectUntouched(qc, asset)
    const [source] = await qc.box.control.tree(client.incoming)
    expect(source).toMatchObject({
      id: asset.fileId,
      name: asset.name,
      tags: [`qc-abandoned-${asset.versionId}`],
    })
    expect(await processedOf(qc, asset)).toEqual([])
  },
)

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

/** A file whose run is held at its download, and the name that its report will get. */
async function heldWithReportName(
  clientName: string,
  shade: number,
): Promise<HeldAsset & { reportName: string }> {
  const client = await qc.addClient(clientName)
  const held = await qc.uploadHeld(client, 'poster.png', await image(shade), downloadOf)
  await held.hold.reached()
  const { memo } = await held.asset.run.describe()
  return { ...held, reportName: `QC_Report_${String(memo?.session)}_poster.png.html` }
}

async function expectParked(asset: Asset, step: string, errorType: string): Promise<void> {
  await qc.untilDelivered(asset)
  expect(await qc.untilState(asset.run, 'needs_attention')).toMatchObject({
    QcStep: step,
    QcErrorType: errorType,
  })
}

async function expectRetried(asset: Asset): Promise<void> {
  const { code, stderr } = await qc.admin('runs', 'retry', asset.workflowId)
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringContaining(`${asset.workflowId}: resumed`),
  })
  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })
}
