import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { createActivities } from '../../activities'
import { fileFields } from '../../box/as-box-item'
import type { Plan, Report, Upload } from '../../workflows/contract'
import { type ActivityWorld, environment, openActivityWorld, perform, png } from '../support/activity-world'

let world: ActivityWorld
beforeEach(async () => {
  world = await openActivityWorld()
})
afterEach(() => world.close())

async function judged(name = 'hero.png'): Promise<{ upload: Upload; report: Report; plan: Plan }> {
  const upload = await world.put(name, png)
  const { rejection } = await perform(world.activities.download, upload)
  const plan = await perform(world.activities.preflight, upload, rejection)
  const report = await perform(world.activities.checks, upload, plan)
  world.lines.length = 0
  return { upload, plan, report }
}

const file = (upload: Upload, report: Report) => perform(world.activities.uploadReport, upload, report)

async function reports() {
  const items = await world.control.tree(world.reports)
  return items.flatMap((item) => [item, ...(item.children ?? [])]).filter(({ type }) => type === 'file')
}

const uploadsTried = async () =>
  (await world.control.requests()).filter(
    ({ origin, summary }) => origin === 'upload' && summary.name?.startsWith('QC_Report_') === true,
  )

const listings = async () => (await world.control.requests()).filter(({ path }) => path.endsWith('/items'))

describe('uploadReport', () => {
  it("uploads the report with its images, returns where it is, and logs the runbook's line", async () => {
    const { upload, report } = await judged('hero – ü.png')
    const receipt = await file(upload, report)
    const reportName = `QC_Report_${upload.session}_hero – ü.png.html`
    expect(receipt).toMatchObject({ reportName, folderId: world.reports, newerVersion: undefined })
    const html = (await world.control.content(receipt.reportFileId)).toString()
    expect(html).toContain(`data:image/jpeg;base64,${png.toString('base64')}`)
    expect(html).toContain('<meta name="generator" content="box-qc-pipeline">')
    expect(world.lines).toEqual([`Box webhook: uploaded report ${reportName} → folder ${world.reports}`])
    expect(world.store.countUnfinished()).toBe(0)
  })

  it('is done when the folder has this report already', async () => {
    const { upload, report } = await judged()
    const first = await file(upload, report)
    await expect(file(upload, report)).resolves.toMatchObject({ reportVersionId: first.reportVersionId })
    expect((await reports()).map(({ versions }) => versions?.length)).toEqual([1])
  })

  it.each([
    ['503', { kind: 'appliedAnswer', status: 503 }],
    ['a lost connection', { kind: 'appliedReset' }],
  ] as const)(
    'finds the report by a second, refused upload when Box applied the first and answered %s',
    async (_how, action) => {
      const { upload, report } = await judged()
      await world.control.fault({ origin: 'upload', method: 'POST', ...action })
      await expect(file(upload, report)).resolves.toMatchObject({ folderId: world.reports })
      const uploads = await uploadsTried()
      expect(uploads.map(({ applied }) => applied)).toEqual([true, false])
      expect(await listings()).toEqual([])
      expect((await reports()).map(({ versions }) => versions?.length)).toEqual([1])
    },
  )

  it('uploads again when the upload was cut off', async () => {
    const { upload, report } = await judged()
    await world.control.fault({ origin: 'upload', method: 'POST', kind: 'cutUpload', afterBytes: 500 })
    await expect(file(upload, report)).resolves.toMatchObject({ folderId: world.reports })
    expect((await reports()).map(({ versions }) => versions?.length)).toEqual([1])
  })

  it('gives our own report with other bytes a new version', async () => {
    const { upload, report } = await judged()
    const first = await file(upload, report)
    const second = await file(upload, { ...report, score: 1 })
    expect(second.reportFileId).toBe(first.reportFileId)
    expect(second.reportVersionId).not.toBe(first.reportVersionId)
  })

  it.each(['the service account, without our marker', 'another person'])(
    'never touches a file of that name by %s',
    async (who) => {
      const { upload, report } = await judged()
      const userId = who === 'another person' ? world.anna : world.sim.serviceAccountId
      const name = `QC_Report_${upload.session}_hero.png.html`
      await world.control.upload({ userId, folderId: world.reports, name, content: 'not yours' })
      await expect(file(upload, report)).rejects.toMatchObject({
        type: 'report_name_taken',
        nonRetryable: true,
      })
      const [stranger] = await reports()
      expect((await world.control.content(stranger?.id ?? '')).toString()).toBe('not yours')
    },
  )

  it('says that it was superseded when Box has a newer version', async () => {
    const { upload, report } = await judged()
    const newer = await world.putVersion(upload.fileId, Buffer.concat([png, png]))
    const receipt = await file(upload, report)
    expect(receipt.newerVersion).toMatchObject({
      versionId: newer.versionId,
      sha1: newer.sha1,
      sizeBytes: newer.sizeBytes,
      name: 'hero.png',
    })
    expect((await world.control.content(receipt.reportFileId)).toString()).toContain(newer.versionId)
  })

  it('looks again when Box answers with the version before, and is not superseded by it', async () => {
    const older = await world.put('hero.png', png)
    const { fileId } = older
    const upload = await world.putVersion(fileId, Buffer.concat([png, png]))
    const plan = await perform(world.activities.preflight, upload)
    const report = await perform(world.activities.checks, upload, plan)
    const path = `/2.0/files/${fileId}`
    const authorization = `Bearer ${await world.control.token(world.sim.serviceAccountId)}`
    const address = `${world.sim.apiUrl}${path}?fields=${fileFields.join(',')}`
    const now = (await (await fetch(address, { headers: { authorization } })).json()) as object
    const body = { ...now, file_version: { type: 'file_version', id: older.versionId } }
    await world.control.fault({ method: 'GET', path, kind: 'answer', status: 200, body })
    await expect(file(upload, report)).resolves.toMatchObject({ newerVersion: undefined })
  })

  it('parks while another client has its INCOMING, and ends once the run of that one is done', async () => {
    const { upload, report, plan } = await judged()
    const { checks, uploadReport, markAbandoned } = createActivities(givenTo('globex'))
    const parks = { type: 'configuration', message: expect.stringContaining('"globex" in the clients.yaml') }
    await expect(perform(checks, upload, plan)).rejects.toMatchObject(parks)
    await expect(perform(uploadReport, upload, report)).rejects.toMatchObject(parks)
    await expect(reports()).resolves.toEqual([])
    // A tag would count for the other client, too.
    await expect(perform(markAbandoned, upload, 'no')).rejects.toMatchObject({ type: 'configuration' })
    await perform(world.activities.moveToProcessed, upload, await file(upload, report))
    const ends = { type: 'Withdrawn', message: expect.stringContaining('"globex"') }
    await expect(perform(checks, upload, plan)).rejects.toMatchObject(ends)
  })

  it('waits for a clients.yaml that comes to this host later than to another one', async () => {
    const { upload, report } = await judged()
    let looks = 0
    const isOld = () => (looks += 1) <= 2
    const { sweep } = givenTo('globex')
    const late = {
      ...{ ...world.deps, accessPatienceMs: 2_000 },
      sweep: { ...sweep, incomingFolders: () => (isOld() ? sweep.incomingFolders() : []) },
      client: (id: string) => (looks <= 3 ? undefined : world.deps.client(id)),
    }
    await expect(perform(createActivities(late).uploadReport, upload, report)).resolves.toMatchObject({
      folderId: world.reports,
    })
  })

  const givenTo = (clientId: string) => {
    const folder = {
      clientId,
      folderId: world.incoming,
      profileId: 'any',
      mode: 'active' as const,
      extensions: [],
    }
    return { ...world.deps, sweep: { ...world.deps.sweep, incomingFolders: () => [folder] } }
  }

  it('uploads a superseded report wherever the source is', async () => {
    const { upload, report } = await judged()
    await file(upload, report)
    await world.control.trash(upload.fileId)
    await expect(file(upload, { ...report, supersededBy: { versionId: '77' } })).resolves.toMatchObject({
      newerVersion: undefined,
    })
  })

  it('uploads nothing for a file that was withdrawn', async () => {
    const { upload, report } = await judged()
    await world.control.trash(upload.fileId)
    await expect(file(upload, report)).rejects.toMatchObject({ type: 'Withdrawn' })
    await expect(reports()).resolves.toEqual([])
    expect(world.lines).toEqual([])
  })

  it('parks as reports_folder until clients.yaml names an existing folder', async () => {
    const { upload, report } = await judged()
    world.clients.set('acme', { ...world.client, reportsFolderId: '424242' })
    await expect(file(upload, report)).rejects.toMatchObject({ type: 'reports_folder', nonRetryable: true })
    expect(world.lines).toEqual([
      expect.stringMatching(/^failed to upload report to Box: REPORTS folder 424242 does not exist/),
    ])
    world.clients.set('acme', { ...world.client, reportsFolderId: world.reports })
    await expect(file(upload, report)).resolves.toMatchObject({ folderId: world.reports })
  })

  it('parks as permission_denied when our role is too low there', async () => {
    const { upload, report } = await judged()
    await world.control.setRole({
      folderId: world.reports,
      userId: world.sim.serviceAccountId,
      role: 'viewer',
    })
    await expect(file(upload, report)).rejects.toMatchObject({
      type: 'permission_denied',
      message: expect.stringMatching(/REPORTS.*Editor/),
    })
    expect(world.lines[0]).toMatch(/^failed to upload report to Box: /)
  })

  it.each([null, 'viewer'] as const)('waits out some seconds with the role %s', async (role) => {
    const { upload, report } = await judged()
    const patient = createActivities({ ...world.deps, accessPatienceMs: 4_000 })
    const access = { folderId: world.reports, userId: world.sim.serviceAccountId }
    await world.control.setRole({ ...access, role })
    const uploading = perform(patient.uploadReport, upload, report)
    await world.control.waitForRequest(({ status }) => status === 403 || status === 404)
    await world.control.setRole({ ...access, role: 'editor' })
    await expect(uploading).resolves.toMatchObject({ folderId: world.reports })
  })

  it('parks as configuration when the client is gone, or has no REPORTS folder', async () => {
    const { upload, report } = await judged()
    world.clients.set('acme', { ...world.client, reportsFolderId: undefined })
    await expect(file(upload, report)).rejects.toMatchObject({ type: 'configuration' })
    world.clients.delete('acme')
    await expect(file(upload, report)).rejects.toMatchObject({
      type: 'configuration',
      message: expect.stringContaining('"acme"'),
    })
  })

  it('logs the failure only when no attempt follows', async () => {
    const { upload, report } = await judged()
    await world.control.fault({ origin: 'upload', method: 'POST', kind: 'answer', status: 500, times: 9 })
    const attempt = (number: number) =>
      environment({ attempt: number, retryPolicy: { maximumAttempts: 2 } }).run(
        world.activities.uploadReport,
        upload,
        report,
      )
    await expect(attempt(1)).rejects.toMatchObject({ kind: 'server_error' })
    expect(world.lines).toEqual([])
    await expect(attempt(2)).rejects.toMatchObject({ kind: 'server_error' })
    expect(world.lines).toEqual([expect.stringMatching(/^failed to upload report to Box: Box answered 500/)])
  })

  it('fails as previews_gone when the host lost the images, and neither downloads nor probes', async () => {
    const { upload, report, plan } = await judged()
    await world.loseDisk()
    const before = (await world.control.requests()).length
    await expect(file(upload, report)).rejects.toMatchObject({ type: 'previews_gone', nonRetryable: true })
    const since = (await world.control.requests()).slice(before)
    expect(since.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /2.0/files/${upload.fileId}`])
    expect([world.probes.length, world.lines]).toEqual([1, []])
    const again = await perform(world.activities.checks, upload, plan)
    const { reportFileId } = await file(upload, again)
    expect((await world.control.content(reportFileId)).toString()).toContain(png.toString('base64'))
  })

  it('uploads the report of a version that was purged from Box', async () => {
    const { upload, report } = await judged()
    await world.putVersion(upload.fileId, Buffer.concat([png, png]))
    await world.control.fault({ path: '/2.0/files/*/content', kind: 'answer', status: 404, times: 9 })
    await world.loseDisk()
    const { reportFileId } = await file(upload, report)
    await world.control.clearFaults()
    const html = (await world.control.content(reportFileId)).toString()
    expect(html).toContain('Not in this report: they were no longer on the host')
  })

  it('keeps the real failure when the asset cannot be released', async () => {
    const { upload, report } = await judged()
    await world.control.trash(upload.fileId)
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const [release, remove] = [() => Promise.reject(full), () => Promise.reject(full)]
    const store = { ...world.store, release, remove }
    const { uploadReport } = createActivities({ ...world.deps, store })
    await expect(perform(uploadReport, upload, report)).rejects.toMatchObject({ type: 'Withdrawn' })
    await world.control.restore(upload.fileId)
    await expect(perform(uploadReport, upload, report)).resolves.toMatchObject({ folderId: world.reports })
  })

  it.each([
    ['removes the file from the host', 'pass', false],
    ['keeps the file while a required check could not run: the retry plans again', 'error', true],
  ] as const)('%s', async (_what, verdict, isKept) => {
    const { upload, report } = await judged()
    await file(upload, { ...report, verdict })
    const assets = await readdir(join(world.dataDir, 'assets'))
    expect(assets.includes(`${upload.sha1}-${upload.versionId}`)).toBe(isKept)
    expect(world.store.countUnfinished()).toBe(0)
  })

  it("keeps a long name within Box's 255 characters", async () => {
    const { upload, report } = await judged(`${'ü'.repeat(246)}.png`)
    const { reportName } = await file(upload, report)
    expect(reportName.length).toBe(255)
    expect(reportName).toMatch(/^QC_Report_20261124T093000Z-\d{6}_ü+\.png\.html$/)
  })

  it('uploads a report for a rejected asset, without images', async () => {
    const upload = await world.put('fake.png', Buffer.from('<!doctype html><html></html>'))
    await perform(world.activities.download, upload)
    const plan = await perform(world.activities.preflight, upload)
    expect(plan.rejection).toMatchObject({ type: 'unexpected_type' })
    const report = await perform(world.activities.checks, upload, plan)
    expect(report).toMatchObject({ verdict: 'fail', score: 0, rejection: { type: 'unexpected_type' } })
    await expect(file(upload, report)).resolves.toMatchObject({ folderId: world.reports })
    expect(world.probes).toEqual([])
  })
})
