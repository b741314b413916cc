import { noticeOf, textWith } from '../../activities/asset/file-notice'
import type { CheckStatus, FileNotice, Report, ReportReceipt, Upload } from '../../workflows/contract'
import { type ActivityWorld, environment, openActivityWorld, perform, png } from '../support/activity-world'
import { exampleReport } from '../support/example-report'

const base = exampleReport({ verdict: 'fail', score: 60, rejection: undefined, supersededBy: undefined })
const results = (...statuses: CheckStatus[]): Report['results'] =>
  statuses.map((status, index) => ({
    ...{ check: `file/${index}`, title: `Check ${index + 1}`, status, severity: 'major' as const },
    ...{ findings: [], findingsOmitted: 0 },
  }))

describe('the verdict as one line', () => {
  it.each<[Partial<Report>, string]>([
    [{ verdict: 'pass', score: 100, results: results('pass') }, 'QC pass, score 100. All checks passed.'],
    [{ results: results('warn', 'pass', 'fail') }, 'QC fail, score 60. Check 3; Check 1.'],
    [
      { verdict: 'review', score: 80, results: results('warn', 'warn', 'warn', 'warn', 'warn') },
      'QC review, score 80. Check 1; Check 2; Check 3; and 2 more.',
    ],
    [
      { verdict: 'error', score: undefined, results: results('errored', 'fail') },
      'QC error. Could not be checked: Check 1.',
    ],
    [
      { score: 0, results: [], rejection: { type: 'empty', message: 'The file is empty.' } },
      'QC fail, score 0. The file is empty.',
    ],
    [
      { results: results('fail'), supersededBy: { versionId: '7' } },
      'QC fail, score 60. A newer version replaced this one. Check 1.',
    ],
    [
      {
        ...{ verdict: 'pass', score: 100 },
        results: results('accepted', 'pass').map((one) => ({ ...one, findingsAccepted: 1 })),
      },
      'QC pass, score 100, 2 accepted findings. All other checks passed.',
    ],
  ])('%#', (changes, line) => {
    expect(noticeOf({ ...base, ...changes })).toEqual({ verdict: changes.verdict ?? 'fail', line })
  })

  it('is short, and one line whatever the rejection says', () => {
    const { line } = noticeOf({ ...base, rejection: { type: 'corrupt', message: `a\nb${'x'.repeat(400)}` } })
    expect(line.length).toBe(200)
    expect(line).toMatch(/^QC fail, score 60\. a\\u\{a\}bx+…$/)
  })
})

describe('beside what the client wrote', () => {
  const notice: FileNotice = { verdict: 'fail', line: 'QC fail, score 60. Too small.' }
  const tags = (count: number) => Array.from({ length: count }, (_, index) => `tag ${index}`)
  it.each<[string, { description: string; tags: string[] }, ReturnType<typeof textWith>]>([
    ['nothing', { description: '', tags: [] }, { description: notice.line, tags: ['qc-fail'] }],
    [
      'a description and tags',
      { description: 'Spring\ncampaign', tags: ['spring'] },
      { description: `${notice.line}\nSpring\ncampaign`, tags: ['spring', 'qc-fail'] },
    ],
    [
      'the notice of an earlier version',
      { description: 'QC pass, score 100. All checks passed.\nSpring', tags: ['qc-pass', 'spring'] },
      { description: `${notice.line}\nSpring`, tags: ['spring', 'qc-fail'] },
    ],
    ['the same notice', { description: `${notice.line}\nSpring`, tags: ['qc-fail', 'spring'] }, undefined],
    ['a description without room', { description: 'x'.repeat(230), tags: [] }, { tags: ['qc-fail'] }],
    ['100 tags', { description: '', tags: tags(100) }, { description: notice.line }],
    ['99 tags', { description: notice.line, tags: tags(99) }, { tags: [...tags(99), 'qc-fail'] }],
    [
      'words that only look like ours',
      { description: 'QC passes are needed', tags: ['qc-passed'] },
      { description: `${notice.line}\nQC passes are needed`, tags: ['qc-passed', 'qc-fail'] },
    ],
  ])('%s', (_, file, text) => expect(textWith(notice, file)).toEqual(text))
})

describe('in Box', () => {
  let world: ActivityWorld
  beforeEach(async () => {
    world = await openActivityWorld()
  })
  afterEach(() => world.close())

  const uploadReport = async (upload: Upload) => {
    const { rejection } = await perform(world.activities.download, upload)
    const plan = await perform(world.activities.preflight, upload, rejection)
    return perform(
      world.activities.uploadReport,
      upload,
      await perform(world.activities.checks, upload, plan),
    )
  }
  const move = (upload: Upload, receipt: ReportReceipt, attempt = 1) =>
    environment({ attempt }).run(world.activities.moveToProcessed, upload, receipt)
  const itemNamed = async (folderId: string, start: string) => {
    const items = await world.control.tree(folderId)
    const found = items
      .flatMap((item) => [item, ...(item.children ?? [])])
      .find(({ name }) => name.startsWith(start))
    return found ?? { description: 'no such item', tags: [], comments: [] }
  }

  it('source and report say the verdict, and the words of the client stay', async () => {
    const upload = await world.put('hero.png', png)
    await world.box.describeFile(upload.fileId, { description: 'Spring campaign', tags: ['spring'] })
    await move(upload, await uploadReport(upload))
    const line = 'QC pass, score 100. All checks passed.'
    expect(await itemNamed(world.incoming, upload.session)).toMatchObject({
      description: `${line}\nSpring campaign`,
      tags: ['spring', 'qc-pass'],
      comments: [],
    })
    expect(await itemNamed(world.reports, 'QC_Report_')).toMatchObject({
      description: line,
      tags: ['qc-pass'],
    })
  })

  it('says nothing for a client that does not want it', async () => {
    world.clients.set('acme', { ...world.client, verdictOn: 'none' })
    const upload = await world.put('hero.png', png)
    await move(upload, await uploadReport(upload))
    expect(await itemNamed(world.incoming, upload.session)).toMatchObject({ description: '', tags: [] })
    expect(await itemNamed(world.reports, 'QC_Report_')).toMatchObject({ description: '', tags: [] })
  })

  it.each(['refused', 'forbidden', 'silent'] as const)('a Box that is %s stops no report', async (how) => {
    const upload = await world.put('hero.png', png)
    const fault = { method: 'PUT', path: '/2.0/files/*' }
    if (how === 'silent') await world.control.fault({ ...fault, kind: 'reset', times: 4 })
    else await world.control.fault({ ...fault, kind: 'answer', status: how === 'refused' ? 400 : 403 })
    await expect(uploadReport(upload)).resolves.toMatchObject({ folderId: world.reports })
    expect((await itemNamed(world.reports, 'QC_Report_')).tags).toEqual([])
    expect(world.lines).toContain('the verdict was not written on the file')
  })

  it.each([
    ['400', { kind: 'answer', status: 400, times: 1 }],
    ['a policy', { kind: 'error', code: 'forbidden_by_policy', times: 1 }],
    [
      '403 as long as there is a notice',
      { kind: 'error', code: 'access_denied_insufficient_permissions', status: 403, times: 2 },
    ],
  ] as const)('a move that Box refuses with %s goes on without the notice', async (_, answer) => {
    const upload = await world.put('hero.png', png)
    const receipt = await uploadReport(upload)
    const path = `/2.0/files/${upload.fileId}`
    await world.control.fault({ method: 'PUT', path, ...answer })
    await expect(move(upload, receipt)).resolves.toMatchObject({ location: 'moved' })
    expect((await itemNamed(world.incoming, upload.session)).tags).toEqual([])
  })

  it('the fourth attempt of a move goes without the notice', async () => {
    const upload = await world.put('hero.png', png)
    await move(upload, await uploadReport(upload), 4)
    expect((await itemNamed(world.incoming, upload.session)).tags).toEqual([])
  })

  it('a run that a person wanted once more changes the verdict where the file is', async () => {
    const upload = await world.put('hero.png', png)
    await move(upload, await uploadReport(upload))
    const again: Upload = { ...upload, origin: 'rerun', session: `${upload.session}-2` }
    const notice: FileNotice = { verdict: 'fail', line: 'QC fail, score 60. Too small.' }
    await move(again, { ...(await uploadReport(upload)), notice })
    expect(await itemNamed(world.incoming, upload.session)).toMatchObject({
      description: notice.line,
      tags: ['qc-fail'],
    })
  })

  it('mentions the uploader once, after the move, when the client wants comments', async () => {
    world.clients.set('acme', { ...world.client, commentOn: 'all' })
    const upload = await world.put('hero.png', png)
    const receipt = await uploadReport(upload)
    await move(upload, receipt)
    await move(upload, receipt, 2)
    expect((await itemNamed(world.incoming, upload.session)).comments).toEqual([
      `@Anna of Acme QC pass, score 100. All checks passed. Report: ${receipt.reportName}`,
    ])
  })

  it('follows the profile instead of the client when the profile says when to comment', async () => {
    world.clients.set('acme', { ...world.client, commentOn: 'all' })
    const [quiet] = [...world.profiles.values()]
    world.profiles.set('quiet', { ...quiet!, id: 'quiet', commentOn: 'none' })
    const upload = { ...(await world.put('quiet.png', png)), profileId: 'quiet' }
    expect((await uploadReport(upload)).comment).toBeUndefined()
    world.clients.set('acme', { ...world.client, commentOn: 'none' })
    world.profiles.set('quiet', { ...quiet!, id: 'quiet', commentOn: 'all' })
    expect((await uploadReport(upload)).comment).toContain('QC pass')
  })

  it('comments on problems alone, and a comment that fails changes nothing', async () => {
    world.clients.set('acme', { ...world.client, commentOn: 'problems' })
    const passed = await world.put('good.png', png)
    await move(passed, await uploadReport(passed))
    const failed = await world.put('heavy.png', Buffer.concat([png, Buffer.alloc(2_000)]))
    const receipt = await uploadReport(failed)
    await world.control.fault({ method: 'POST', path: '/2.0/comments', kind: 'answer', status: 400 })
    await expect(move(failed, receipt)).resolves.toMatchObject({ location: 'moved' })
    expect(world.lines).toContain('no comment was written on the file')
    const asked = (await world.control.requests()).filter(({ path }) => path === '/2.0/comments')
    expect(asked).toHaveLength(1)
  })
})
