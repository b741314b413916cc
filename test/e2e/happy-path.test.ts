import { readFileSync } from 'node:fs'

import { letter } from '../../sandbox/samples/letter'
import { badImage, goodImage } from '../../sandbox/samples/image'
import { goodPrintAd } from '../../sandbox/samples/write-pdf'
import { expectReadableAnswers } from '../support/box-answers'
import { type Installation, openInstallation } from '../support/installation-under-test'
import {
  expectFiledOnceThenMoved,
  incomingNames,
  ledgerOf,
  processedOf,
  reportNames,
} from '../support/ledger'
import { reportIn } from '../support/report-in'
import { monitoredMetrics } from '../support/monitored-metrics'
import { clip, image } from '../support/small-assets'
import { freePort } from '../support/temporal-server'

let qc: Installation
let sdkMetrics: string

beforeAll(async () => {
  const metricsAddress = `127.0.0.1:${await freePort()}`
  sdkMetrics = `http://${metricsAddress}`
  qc = await openInstallation({ env: { WORKER_METRICS_ADDRESS: metricsAddress } })
})
afterAll(() => qc.stop())

test.concurrent(
  'a good image gets a report that says pass, then moves to _PROCESSED under the same session',
  async () => {
    const client = await qc.addClient('images', { profile: 'static_general' })
    const words = { headline: 'Summer Breeze', line: 'Fresh as the first morning' }
    const asset = await client.upload('Summer Breeze.jpg', await goodImage(words, ['#0b3d5c', '#1f8a8a']))

    const result = await qc.result(asset)

    const filed = await expectFiledOnceThenMoved(qc, asset)
    expect(result).toMatchObject({ outcome: 'done', verdict: 'pass', session: filed.session })
    expect(result.movedTo).toBe(`${filed.session}_Summer Breeze.jpg`)
    const report = reportIn(filed.report)
    expect(report).toMatchObject({
      verdict: 'pass',
      score: result.score,
      fileName: 'Summer Breeze.jpg',
      sha1: asset.sha1,
      medium: 'image',
    })
    expect(report.results.length).toBeGreaterThan(10)
    expect((await ledgerOf(qc, asset)).downloads).toHaveLength(1)
    for (const line of [
      `Box webhook: dispatching session=${filed.session} client=${client.id} profile=static_general ` +
        `file_id=${asset.fileId}`,
      'Box webhook: downloaded Summer Breeze.jpg → ',
      `Running check 1/`,
      `Box webhook: uploaded report QC_Report_${filed.session}_Summer Breeze.jpg.html ` +
        `→ folder ${client.reports}`,
      `Box webhook: moved source → _PROCESSED/${filed.session}_Summer Breeze.jpg`,
      `Box webhook: analysis complete for session ${filed.session}, score ${result.score}`,
    ])
      await qc.untilLogged(line)
  },
)

test.concurrent(
  'an image with mistakes gets a report that says fail and names them, and is moved too',
  async () => {
    const client = await qc.addClient('mistakes', { profile: 'static_general' })
    const asset = await client.upload('draft.jpg', await badImage())

    const result = await qc.result(asset)

    const { report } = await expectFiledOnceThenMoved(qc, asset)
    expect(result).toMatchObject({ outcome: 'done', verdict: 'fail' })
    const failed = reportIn(report).results.filter(({ status }) => status === 'fail')
    expect(failed.map(({ check }) => check)).toContain('image/size')
    for (const { title } of failed) expect(report).toContain(title)
  },
)

test.concurrent('a PDF is judged and filed', async () => {
  const client = await qc.addClient('papers', { profile: 'static_general' })
  const asset = await client.upload('Print ad.pdf', goodPrintAd())

  const result = await qc.result(asset)

  const { report } = await expectFiledOnceThenMoved(qc, asset)
  expect(result.outcome).toBe('done')
  expect(reportIn(report)).toMatchObject({ medium: 'pdf', verdict: 'pass' })
})

test.concurrent('a video with audio is judged and filed', async () => {
  const client = await qc.addClient('videos', { profile: 'video_general' })
  const asset = await client.upload('clip.mp4', { path: await clip(qc.stateDir) })

  const result = await qc.result(asset)

  const { report } = await expectFiledOnceThenMoved(qc, asset)
  expect(result.outcome).toBe('done')
  const { medium, results } = reportIn(report)
  expect(medium).toBe('video')
  expect(results.map(({ check }) => check)).toEqual(expect.arrayContaining(['video/codec', 'audio/loudness']))
  expect(results.filter(({ status }) => status === 'errored')).toEqual([])
})

test.concurrent(
  'a name of 250 characters with umlauts and an emoji is kept, cut only where Box takes no more',
  async () => {
    const client = await qc.addClient('names')
    const stem = 'Grüße aus Köln – Frühjahrsmotiv 🎉 '.repeat(8)
    const long = await client.upload(`${Array.from(stem).slice(0, 245).join('')}x.png`, await image(1))
    const short = await client.upload('Größe 🎉 – A&B <1>.png', await image(2))

    await Promise.all([qc.result(long), qc.result(short)])

    await expectFiledOnceThenMoved(qc, long)
    const { report, session } = await expectFiledOnceThenMoved(qc, short)
    expect(report).toContain('Größe 🎉 – A&amp;B &lt;1&gt;.png')
    expect((await processedOf(qc, short)).map(({ name }) => name)).toContain(
      `${session}_Größe 🎉 – A&B <1>.png`,
    )
  },
)

test.concurrent("a file in a folder below INCOMING is filed in INCOMING's own _PROCESSED", async () => {
  const client = await qc.addClient('nested')
  const below = await qc.callBox(client.userId, 'POST', '/2.0/folders', {
    name: 'Spring',
    parent: { id: client.incoming },
  })
  const asset = await client.upload('nested.png', await image(3), String(below.id))

  await qc.result(asset)

  await expectFiledOnceThenMoved(qc, asset)
})

test.concurrent('a client in shadow mode gets its report, and the source stays where it is', async () => {
  const client = await qc.addClient('shadow')
  qc.changeClient(client.id, { mode: 'shadow' })
  const asset = await client.upload('shadow.png', await image(4))

  await expect(qc.result(asset)).resolves.toMatchObject({
    outcome: 'done',
    verdict: 'pass',
    note: expect.stringContaining('Shadow mode'),
  })

  const { reports, moves } = await ledgerOf(qc, asset)
  expect({ reports: reports.length, moves: moves.length }).toEqual({ reports: 1, moves: 0 })
  expect(await incomingNames(qc, asset)).toEqual(['shadow.png'])
})

test.concurrent('a letter among the artwork is skipped by its name: no run, no report, no move', async () => {
  const client = await qc.addClient('letters', { profile: 'static_general' })
  const asset = await client.upload('Cover letter.docx', letter())

  await qc.untilDelivered(asset)

  await expect(asset.run.describe()).rejects.toThrow(/not found/i)
  await qc.untilLogged('Box webhook: skipping non-QC extension docx')
  expect(await reportNames(qc, asset)).toEqual([])
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

test('the worker, which has the keys, has loaded no library that opens media', () => {
  const maps = readFileSync(`/proc/${qc.workers[0]?.pid}/maps`, 'utf8')
  const native = [...maps.matchAll(/ (\/.*(?:\.node|libvips.*))$/gm)].map(([, file]) => file)
  expect(new Set(native)).toEqual(new Set([expect.stringContaining('/@temporalio/core-bridge/')]))
})

test('every metric of the alerts and of the dashboard is served by the running processes', async () => {
  const asset = await (await qc.addClient('metrics')).upload('one.png', await image(20))
  await qc.result(asset)

  const served = await metricsOf(qc.gateway.origin, new URL(healthUrl(qc)).origin, sdkMetrics)

  // Counters of the SDK appear with the first failure.
  expect(monitoredMetrics().filter((name) => !served.includes(name))).toEqual([
    'temporal_activity_execution_failed',
    'temporal_workflow_task_execution_failed',
  ])
})

function healthUrl({ workers }: Installation): string {
  return /"healthUrl":"([^"]+)"/.exec(workers[0]?.log() ?? '')?.[1] ?? ''
}

async function metricsOf(...origins: string[]): Promise<string> {
  const texts = origins.map(async (origin) => (await fetch(`${origin}/metrics`)).text())
  return (await Promise.all(texts)).join('\n')
}
