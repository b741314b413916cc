import { Context } from '@temporalio/activity'

import { queueNames, type Report, type Upload } from '../../workflows/contract'
import { steps } from '../../workflows/steps'
import {
  callsToTheEnd,
  openWorld,
  searchAttributesOf,
  reportOf,
  uploadOf,
  type WorkflowWorld,
} from '../support/workflow-world'
import { anyText, textWith } from '../support/matchers'

describe('the order of steps', () => {
  let world: WorkflowWorld
  beforeAll(async () => {
    world = await openWorld()
  })
  beforeEach(() => world.reset())
  afterAll(() => world.stop())

  it('downloads, plans, checks, files the report and only then moves', async () => {
    const upload = uploadOf()
    const run = await world.start(upload)
    expect(await run.result()).toEqual({
      outcome: 'done',
      session: upload.session,
      verdict: 'pass',
      score: 100,
      report: {
        reportFileId: '900',
        reportVersionId: '901',
        reportName: `QC_Report_${upload.session}_${upload.name}.html`,
        folderId: '200',
      },
      movedTo: `${upload.session}_${upload.name}`,
    })
    expect(world.calls).toEqual(callsToTheEnd)
    expect(world.logged).toContain(`Box webhook: analysis complete for session ${upload.session}, score 100`)
  })

  it('hands the receipt of the report to the move', async () => {
    let given: unknown
    world.fakes.moveToProcessed = async (_upload, receipt) => {
      given = receipt
      return { location: 'moved', name: 'x.png' }
    }
    const { report } = await (await world.start()).result()
    expect(given).toEqual(report)
  })

  it('takes fewer than 60 events, with plan and report among them', async () => {
    const run = await world.start()
    await run.result()
    const { events } = await run.fetchHistory()
    expect(events?.length).toBeLessThan(60)
    const results = (events ?? []).map((event) =>
      decoded(event.activityTaskCompletedEventAttributes?.result?.payloads?.[0]?.data),
    )
    expect(results).toContainEqual(
      expect.objectContaining({ checks: [expect.objectContaining({ id: 'image/small' })] }),
    )
    expect(results).toContainEqual(expect.objectContaining({ schema: 1, verdict: 'pass' }))
  })

  it('runs each step on its queue, under its own name, with words for the Web UI', async () => {
    const run = await world.start()
    await run.result()
    const { events } = await run.fetchHistory()
    const scheduled = (events ?? []).flatMap((event) => event.activityTaskScheduledEventAttributes ?? [])
    const queues = queueNames(world.taskQueue)
    const host = queues.host('a')
    const names = { intake: queues.intake, host, reports: queues.reports(host), main: queues.main }
    expect(scheduled.map(({ activityId, taskQueue }) => [activityId, taskQueue?.name])).toEqual(
      callsToTheEnd.map((name) => [name, names[steps[name].queue]]),
    )
    const summaries = (events ?? [])
      .filter((event) => event.activityTaskScheduledEventAttributes)
      .map((event) => decoded(event.userMetadata?.summary?.data))
    expect(summaries).toContain('Upload the report to REPORTS')
    expect(summaries).not.toContain(undefined)
  })

  it('waits in each queue under the fairness key of its client', async () => {
    const keys: unknown[] = []
    const { fakes } = world
    // Not the move: the server hands it to the worker of the workflow, past its queue.
    for (const step of ['download', 'checks', 'uploadReport'] as const) {
      const good = fakes[step] as (...input: unknown[]) => unknown
      const noting = (...input: unknown[]) => {
        keys.push(Context.current().info.priority?.fairnessKey)
        return good(...input)
      }
      Object.assign(fakes, { [step]: noting })
    }
    await (await world.start()).result()
    expect(keys).toEqual(['acme', 'acme', 'acme'])
  })

  it('shows verdict and score as search attributes, and no step', async () => {
    world.fakes.checks = async (upload) => reportOf(upload, { verdict: 'fail', score: 49 })
    const run = await world.start()
    expect(await run.result()).toMatchObject({ outcome: 'done', verdict: 'fail', score: 49 })
    const searchAttributes = await searchAttributesOf(run)
    expect(searchAttributes).toMatchObject({
      QcState: 'done',
      QcVerdict: 'fail',
      QcScore: 49,
      QcClient: 'acme',
    })
    expect(searchAttributes).not.toHaveProperty('QcStep')
  })

  it('hands a rejection by metadata to preflight, files a report about it, and moves', async () => {
    const rejection = { type: 'too_large', message: '3 GB came, at most 2 GB is accepted.' } as const
    world.fakes.download = async () => ({ hostQueue: world.host('a'), rejection })
    let filed: Report | undefined
    const { uploadReport } = world.fakes
    world.fakes.uploadReport = (upload: Upload, report: Report) => {
      filed = report
      return uploadReport(upload, report)
    }
    expect(await (await world.start()).result()).toMatchObject({ outcome: 'done', movedTo: anyText })
    expect(filed?.rejection).toEqual(rejection)
  })

  it('never moves in shadow mode', async () => {
    const result = await (await world.start({ mode: 'shadow' })).result()
    expect(result).toMatchObject({ outcome: 'done', note: textWith('Shadow mode') })
    expect(result.movedTo).toBeUndefined()
    expect(world.calls).not.toContain('moveToProcessed')
  })

  it('is done with a warning when another installation moved the file', async () => {
    world.fakes.moveToProcessed = async () => ({ location: 'elsewhere', name: 'their-session_x.png' })
    const result = await (await world.start()).result()
    expect(result).toMatchObject({ outcome: 'done', note: textWith('their-session_x.png') })
  })

  it('tries a step again within its budget, without parking', async () => {
    const { checks } = world.fakes
    let attempts = 0
    world.fakes.checks = (upload, plan) =>
      (attempts += 1) === 1 ? Promise.reject(new Error('hiccup')) : checks(upload, plan)
    expect(await (await world.start()).result()).toMatchObject({ outcome: 'done' })
    expect(world.logged.filter((line) => line.startsWith('parked'))).toEqual([])
  })
})

function decoded(data: Uint8Array | null | undefined): unknown {
  return data?.length ? JSON.parse(Buffer.from(data).toString('utf8')) : undefined
}
