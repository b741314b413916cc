import { countFailures } from '../../admin-pages/figures/count-failures'
import { countFigures } from '../../admin-pages/figures/count-figures'
import { monthWord } from '../../admin-pages/page/words'
import type { RunSummary } from '../../runs/find-run'
import { createTemporalAccess } from '../../runs/temporal-access'
import type { CheckStatus, Report } from '../../workflows/contract'
import { openPages } from '../support/admin-pages'
import { temporalAddress } from '../support/temporal-server'
import { openWorld, reportOf } from '../support/workflow-world'

function run(client: string, file: number, verdict: string, startedAt: string, seconds: number): RunSummary {
  const closedAt = new Date(Date.parse(startedAt) + seconds * 1000).toISOString()
  return {
    ...{ workflowId: `qc/${client}/${file}/${startedAt}`, runId: '', state: 'done', client, profile: '' },
    ...{ file: '', step: '', errorType: '', verdict, score: undefined, startedAt, closedAt },
  }
}

const november = '2026-11-24T09:30:00.000Z'
const october = '2026-10-31T23:59:59.000Z'

test('counts files, pass rate, deliveries and times by client and month, the newest month first', () => {
  const runs = [
    run('acme', 1, 'fail', november, 10),
    run('acme', 1, 'pass', november, 20),
    run('acme', 2, 'pass', november, 60),
    run('acme', 3, 'pass', october, 5),
    run('globex', 4, 'review', november, 1),
    run('globex', 5, '', november, 1),
    { ...run('globex', 6, 'error', november, 1), closedAt: undefined },
  ]
  expect(countFigures(runs)).toEqual([
    {
      client: 'acme',
      month: '2026-11',
      assets: 2,
      judged: 3,
      passed: 2,
      redelivered: 1,
      deliveriesPerAsset: 1.5,
      medianSeconds: 20,
      p95Seconds: 60,
    },
    {
      client: 'globex',
      month: '2026-11',
      assets: 1,
      judged: 1,
      passed: 0,
      redelivered: 0,
      deliveriesPerAsset: 1,
      medianSeconds: 1,
      p95Seconds: 1,
    },
    {
      client: 'acme',
      month: '2026-10',
      assets: 1,
      judged: 1,
      passed: 1,
      redelivered: 0,
      deliveriesPerAsset: 1,
      medianSeconds: 5,
      p95Seconds: 5,
    },
  ])
})

test('a corrected file that comes again under its name, as another Box file, is the same asset', () => {
  const named = (fileId: number, file: string, client = 'acme') => ({
    ...run(client, fileId, 'pass', november, 1),
    file,
  })
  const runs = [named(1, 'Ad.png'), named(2, 'ad.png'), named(3, 'ad.png'), named(4, 'ad.pdf')]
  expect(countFigures([...runs, named(5, 'ad.png', 'globex')])).toMatchObject([
    { client: 'acme', assets: 2, redelivered: 1, deliveriesPerAsset: 2 },
    { client: 'globex', assets: 1, redelivered: 0 },
  ])
})

test('without runs there are no figures', () => {
  expect(countFigures([])).toEqual([])
})

const result = (check: string, status: CheckStatus): Report['results'][number] => ({
  ...{ check, title: `Title of ${check}`, status, severity: 'major' },
  ...{ findings: [], findingsOmitted: 0 },
})

test('counts the failed checks and rejections of reports, the most frequent first', () => {
  const reports: Partial<Report>[] = [
    { results: [result('image/size', 'fail'), result('image/blur', 'fail'), result('file/type', 'pass')] },
    { results: [result('image/size', 'fail'), result('image/blur', 'warn')] },
    { results: [], rejection: { type: 'empty', message: 'It has 0 bytes.' } },
  ]
  expect(countFailures(reports)).toEqual([
    { check: 'image/size', title: 'Title of image/size', files: 2 },
    { check: 'empty', title: 'The file is empty', files: 1 },
    { check: 'image/blur', title: 'Title of image/blur', files: 1 },
  ])
})

test('the failures of a client are read from its runs, with no worker up', async () => {
  const world = await openWorld()
  const clientId = `figures-${Date.now()}`
  world.fakes.checks = async (upload) => {
    const results = [
      result('image/size', 'fail'),
      result('image/blur', upload.name === 'a.png' ? 'fail' : 'pass'),
    ]
    return reportOf(upload, { verdict: 'fail', score: 40, results })
  }
  for (const name of ['a.png', 'b.png']) await (await world.start({ clientId, name })).result()
  while ((await world.client.workflow.count(`QcClient='${clientId}' AND QcState='done'`)).count < 2)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await world.stopMainWorker()
  const temporal = createTemporalAccess(world.client, temporalAddress())
  const pages = await openPages((deps) => ({ ...deps, temporal }))
  const ada = await pages.signedIn()
  const month = new Date().toISOString().slice(0, 7)
  const ofMonth = `/figures/failures?client=${clientId}&month=`
  expect((await ada.get('/figures')).text).toContain(`${ofMonth}${month}`.replace('&', '&amp;'))
  const inMonth = (await ada.get(`${ofMonth}${month}`)).text
  expect(inMonth).toContain(`of ${clientId} in ${monthWord(month)}</h1>`)
  expect(inMonth).toContain('From the reports of 2 failed files.')
  expect((await ada.get(`${ofMonth}2025-12`)).text).toContain('No file has failed.')
  expect((await ada.get(`${ofMonth}2025-13`)).status).toBe(400)
  const { status, text } = await ada.get(`/figures/failures?client=${clientId}`)
  expect(status).toBe(200)
  expect(text.indexOf('Title of image/size')).toBeLessThan(text.indexOf('Title of image/blur'))
  expect(text).toContain('From the reports of 2 failed files.')
  expect((await ada.get('/figures/failures?client=nobody')).text).toContain('No file has failed.')
  await pages.stop()
  await world.stop()
})
