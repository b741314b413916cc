import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'

import type { Report } from '../../workflows/contract'
import { openPages, type PagesUnderTest, type Visitor } from '../support/admin-pages'
import { exampleReport } from '../support/example-report'

const report = exampleReport({ profile: { id: 'video_general', title: 'Video', version: '0' } })
const page = `/run?id=${encodeURIComponent(report.workflowId)}`

let pages: PagesUnderTest
let ada: Visitor
let shown: Report
beforeAll(async () => {
  pages = await openPages((deps) => ({
    ...deps,
    temporal: { namespace: 'default', ask: (work) => work(temporalWith(() => shown)) },
  }))
  ada = await pages.signedIn()
})
afterAll(() => pages.stop())
beforeEach(() => {
  shown = report
  for (const name of ['waivers.json', 'waivers.log.jsonl']) rmSync(join(pages.folder, name), { force: true })
})

/** A closed run whose `checks` returned this report. */
function temporalWith(reportOf: () => Report): Client {
  const events = () => [
    { eventId: 5, activityTaskScheduledEventAttributes: { activityType: { name: 'checks' } } },
    {
      activityTaskCompletedEventAttributes: {
        scheduledEventId: 5,
        result: { payloads: [defaultPayloadConverter.toPayload(reportOf())] },
      },
    },
  ]
  const now = { seconds: Date.now() / 1000 }
  const execution = { workflowId: report.workflowId, runId: 'r' }
  const workflowExecutionInfo = { execution, status: 2, startTime: now, closeTime: now }
  const loadedDataConverter = { payloadCodecs: [], payloadConverter: defaultPayloadConverter }
  return {
    workflow: { getHandle: () => ({ fetchHistory: () => Promise.resolve({ events: events() }) }) },
    workflowService: { describeWorkflowExecution: () => Promise.resolve({ workflowExecutionInfo }) },
    options: { loadedDataConverter, namespace: 'default' },
  } as unknown as Client
}

const accept = {
  id: report.workflowId,
  check: 'video/black-frames',
  reason: 'It is <meant>',
  scope: 'version',
}

test('a finding is accepted with a reason, by version; the page offers the report again', async () => {
  const { text } = await ada.get(page)
  expect(text).toContain('Accept finding 1')
  const [, key = ''] = /name="finding" value="([0-9a-f]{12})"/.exec(text) ?? []
  const { status, headers } = await ada.post('/run/accept', { ...accept, finding: key, until: '2999-01-31' })
  expect({ status, location: headers.get('location') }).toEqual({ status: 303, location: `${page}#findings` })
  const { waivers } = pages.deps.config
  expect(waivers.list()).toMatchObject([
    { fileId: report.fileId, versionId: report.versionId, finding: key, by: 'ada', until: '2999-01-31' },
  ])
  const after = (await ada.get(page)).text
  expect(after).toContain('Accepted since this report')
  expect(after).toContain('It is &lt;meant&gt;')
  expect(after).toContain('Make the report again')

  await ada.post('/run/accept', { ...accept, scope: 'rule' })
  expect(waivers.list()[1]).toMatchObject({ clientId: 'acme', profileId: 'video_general' })
  const list = (await ada.get('/clients/acme/settings/waivers')).text
  expect(list).toContain('every upload with video_general')
  await ada.post('/clients/acme/settings/waivers/remove', { waiver: waivers.list()[0]!.id })
  expect(waivers.list()).toHaveLength(1)
  expect((await ada.get('/clients/acme/settings/waivers')).text).toContain('ada removed w-')
  expect(
    (await ada.post('/clients/globex/settings/waivers/remove', { waiver: waivers.list()[0]!.id })).status,
  ).toBe(409)
})

test('an accepted finding stays on the page, with who accepted it and why', async () => {
  const [first, ...others] = report.results
  const findings = first!.findings.map((finding) => ({ ...finding, accepted: 'w-1' }))
  shown = {
    ...report,
    results: [{ ...first!, status: 'accepted', findings, findingsAccepted: 1 }, ...others],
    waivers: [{ id: 'w-1', check: first!.check, reason: 'meant', by: 'bob', at: '2026-11-27T09:00:00Z' }],
  }
  const { text } = await ada.get(page)
  expect(text).toContain('1 finding accepted. Accepted findings cost no points.')
  expect(text).toMatch(/Accepted by bob on 2026-11-27: meant/)
})

test.each([
  ['no reason', { reason: ' ' }, 400, 'the reason is empty'],
  ['a date that is none', { until: '31.1.2027' }, 400, 'expected a date such as 2027-01-31'],
  ['a check that found nothing', { check: 'video/frame-rate' }, 409, 'found nothing'],
  ['a finding that is not there', { finding: '000000000000' }, 409, 'not in the newest report'],
])('%s is refused, and nothing is accepted', async (_, change, status, words) => {
  await ada.get(page)
  const answer = await ada.post('/run/accept', { ...accept, ...change })
  expect({ status: answer.status, says: answer.text.includes(words) }).toEqual({ status, says: true })
  expect(pages.deps.config.waivers.list()).toEqual([])
})

test('a rejection offers nothing to accept, and takes nothing', async () => {
  shown = { ...report, rejection: { type: 'corrupt', message: 'The file is damaged.' } }
  const { text } = await ada.get(page)
  expect(text).toContain('nothing to accept')
  expect(text).not.toContain('/run/accept')
  expect((await ada.post('/run/accept', accept)).text).toContain('the file could not be judged')
})

test('a form from elsewhere, or an old one, accepts nothing', async () => {
  await ada.get(page)
  expect((await ada.post('/run/accept', accept, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await ada.post('/run/accept', { ...accept, form_token: 'old' })).status).toBe(403)
  expect(pages.deps.config.waivers.list()).toEqual([])
})

test('a broken waivers.json is told on every page and never overwritten', async () => {
  const file = join(pages.folder, 'waivers.json')
  writeFileSync(file, '{')
  expect((await ada.get('/clients/acme/settings/waivers')).text).toContain('no finding is accepted')
  expect((await ada.get(page)).status).toBe(200)
  expect((await ada.post('/run/accept', accept)).status).toBe(409)
  expect(readFileSync(file, 'utf8')).toBe('{')
})
