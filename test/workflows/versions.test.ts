import { ApplicationFailure, WorkflowFailedError } from '@temporalio/client'

import { hasEnded } from '../../runs/has-ended'
import {
  errorTypes,
  type NewerVersion,
  type QcUploadInput,
  type Report,
  sessionFor,
  type Upload,
  workflowIdFor,
} from '../../workflows/contract'
import {
  gate,
  openWorld,
  searchAttributesOf,
  type QcRun,
  uploadOf,
  type WorkflowWorld,
} from '../support/workflow-world'
import { anyText } from '../support/matchers'

const newer: NewerVersion = {
  versionId: '777000111222',
  sha1: 'b'.repeat(40),
  sizeBytes: 99,
  name: 'second.png',
  createdAt: '2026-11-24T10:00:00Z',
}

describe('several versions and several runs of one file', () => {
  let world: WorkflowWorld
  let filed: { upload: Upload; report: Report }[]
  beforeAll(async () => {
    world = await openWorld()
  })
  beforeEach(() => {
    world.reset()
    filed = []
    const { uploadReport } = world.fakes
    world.fakes.uploadReport = async (upload, report) => {
      filed.push({ upload, report })
      return uploadReport(upload, report)
    }
  })
  afterAll(() => world.stop())

  const runOf = (upload: Upload): QcRun =>
    world.client.workflow.getHandle(workflowIdFor({ ...upload, versionId: newer.versionId })) as QcRun

  it(
    'seen before the report: the report is filed, ' + 'nothing moves, and the newer version has its own run',
    async () => {
      const { uploadReport } = world.fakes
      world.fakes.uploadReport = async (upload, report) => ({
        ...(await uploadReport(upload, report)),
        ...(upload.versionId === newer.versionId ? {} : { newerVersion: newer }),
      })
      const upload = uploadOf({ earlierSessions: ['20261123T000000Z-000000'] })
      const first = await (await world.start(upload)).result()
      expect(first.outcome).toBe('superseded')
      expect(first).not.toHaveProperty('movedTo')
      const second = await runOf(upload).result()
      expect(second).toMatchObject({
        outcome: 'done',
        session: sessionFor(newer.createdAt, newer.versionId),
        movedTo: anyText,
      })
      expect(world.calls.filter((name) => name === 'moveToProcessed')).toHaveLength(1)

      const { upload: next, timings } = await inputOf(runOf(upload))
      expect(next).toEqual({
        ...upload,
        ...{
          versionId: newer.versionId,
          sha1: newer.sha1,
          sizeBytes: 99,
          name: 'second.png',
          eventTime: newer.createdAt,
        },
        ...{
          origin: 'newVersion',
          attempt: 1,
          session: second.session,
          earlierSessions: [...upload.earlierSessions, upload.session],
        },
      })
      expect(timings.parkInitialMs).toBe(600_000)
      const { parentExecution } = await runOf(upload).describe()
      expect(await searchAttributesOf(runOf(upload))).toMatchObject({
        QcClient: 'acme',
        QcFile: 'second.png',
        QcFileId: upload.fileId,
        QcState: 'done',
      })
      expect(parentExecution?.workflowId).toBe(workflowIdFor(upload))
    },
  )

  it.each(['moved', 'left'] as const)(
    'seen by the move (%s): the report is filed again and says so',
    async (location) => {
      const { moveToProcessed } = world.fakes
      world.fakes.moveToProcessed = async (upload, receipt) =>
        upload.versionId === newer.versionId
          ? moveToProcessed(upload, receipt)
          : { location, newerVersion: newer }
      const upload = uploadOf()
      const run = await world.start(upload)
      expect(await run.result()).toMatchObject({ outcome: 'superseded', report: { reportVersionId: '902' } })
      expect(await runOf(upload).result()).toMatchObject({ outcome: 'done' })
      const ours = filed
        .filter((one) => one.upload.versionId === upload.versionId)
        .map(({ report }) => report.supersededBy)
      expect(ours).toEqual([undefined, { versionId: newer.versionId }])
      expect((await searchAttributesOf(run)).QcState).toBe('superseded')
      expect((await run.fetchHistory()).events?.length).toBeLessThan(60)
    },
  )

  it.each(['still runs', 'is over'] as const)(
    'whose own run %s already: there is no second one',
    async (when) => {
      const upload = uploadOf()
      const held = gate()
      const { checks, moveToProcessed } = world.fakes
      world.fakes.checks = async (one, plan) => {
        if (one.versionId === newer.versionId && when === 'still runs') await held.opened
        return checks(one, plan)
      }
      world.fakes.moveToProcessed = async (one, receipt) =>
        one.versionId === newer.versionId
          ? moveToProcessed(one, receipt)
          : { location: 'moved', newerVersion: newer }
      const second = await world.start({ fileId: upload.fileId, versionId: newer.versionId })
      if (when === 'is over') await second.result()
      expect(await (await world.start(upload)).result()).toMatchObject({ outcome: 'superseded' })
      held.open()
      expect(await second.result()).toMatchObject({ outcome: 'done' })
      expect(filed.filter((one) => one.upload.versionId === newer.versionId)).toHaveLength(1)
      expect(filed.filter((one) => one.upload.versionId === upload.versionId)).toHaveLength(2)
    },
  )

  it('hides the file name of the newer version where it hid that of the older one', async () => {
    const { uploadReport } = world.fakes
    world.fakes.uploadReport = async (one, report) => ({
      ...(await uploadReport(one, report)),
      ...(one.versionId === newer.versionId ? {} : { newerVersion: newer }),
    })
    const upload = uploadOf()
    await (await world.start(upload, {}, { hideFileNames: true })).result()
    await runOf(upload).result()
    expect(await searchAttributesOf(runOf(upload))).not.toHaveProperty('QcFile')
  })

  it('is superseded although the second filing is given up: everything else is done', async () => {
    world.fakes.moveToProcessed = async (one) =>
      one.versionId === newer.versionId ? { location: 'moved' } : { location: 'moved', newerVersion: newer }
    const { uploadReport } = world.fakes
    world.fakes.uploadReport = (one, report) =>
      report.supersededBy ? withdrawn() : uploadReport(one, report)
    expect(await (await world.start()).result()).toMatchObject({
      outcome: 'superseded',
      report: { reportVersionId: '901' },
    })
  })

  it.each([
    ['withdrawn', () => withdrawn()],
    ['done', undefined],
  ])(
    '%s is known when any delivery of this version comes again, and not for another version',
    async (_outcome, download) => {
      const upload = uploadOf()
      if (download !== undefined) world.fakes.download = download
      const run = await world.start(upload)
      await run.result().catch(() => undefined)
      // The list of runs is a moment behind.
      while (!(await hasEnded(world.client, upload))) await new Promise((go) => setTimeout(go, 50))
      // Its second attempt, a rerun or a sweep had a session of its own.
      const session = sessionFor('2026-11-24T08:00:00Z', upload.versionId)
      expect(await hasEnded(world.client, { ...upload, session })).toBe(true)
      expect(await hasEnded(world.client, { ...upload, versionId: '7' })).toBe(false)
    },
  )

  it.each(['download', 'preflight', 'checks', 'uploadReport', 'moveToProcessed'] as const)(
    'withdrawn at %s: nothing parked, nothing moved, and when ' +
      'the file comes back it gets a new run under the same id',
    async (step) => {
      const upload = uploadOf()
      Object.assign(world.fakes, { [step]: withdrawn })
      const run = await world.start(upload)
      const error = await run.result().catch((cause: unknown) => cause)
      expect(error).toBeInstanceOf(WorkflowFailedError)
      expect(error).toMatchObject({ cause: { type: 'Withdrawn', message: 'the file left INCOMING' } })
      expect(await searchAttributesOf(run)).toMatchObject({ QcState: 'withdrawn' })
      expect(await searchAttributesOf(run)).not.toHaveProperty('QcErrorType')
      expect(world.logged.filter((line) => line.startsWith('parked'))).toEqual([])
      world.reset()
      expect(await (await world.start(upload)).result()).toMatchObject({ outcome: 'done' })
    },
  )

  it('terminated anywhere and delivered again, it finishes', async () => {
    const upload = uploadOf()
    const held = gate()
    const { moveToProcessed } = world.fakes
    world.fakes.moveToProcessed = async (one, receipt) => {
      held.reach()
      await held.opened
      return moveToProcessed(one, receipt)
    }
    const run = await world.start(upload)
    await held.reached
    await run.terminate('by hand')
    held.open()
    world.reset()
    expect(await (await world.start(upload)).result()).toMatchObject({ outcome: 'done' })
  })
})

const withdrawn = () =>
  Promise.reject(ApplicationFailure.nonRetryable('the file left INCOMING', errorTypes.withdrawn))

async function inputOf(run: QcRun): Promise<QcUploadInput> {
  const start = (await run.fetchHistory()).events?.[0]?.workflowExecutionStartedEventAttributes
  return JSON.parse(Buffer.from(start?.input?.payloads?.[0]?.data ?? []).toString()) as QcUploadInput
}
