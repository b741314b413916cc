import { ApplicationFailure } from '@temporalio/common'

import { createStartUpload } from '../../runs/start-upload'
import {
  errorTypes,
  handlerNames,
  type QcUploadResult,
  sessionFor,
  sessionIn,
  type Upload,
  workflowIdFor,
  workflowType,
} from '../../workflows/contract'
import { startOptionsFor } from '../../workflows/start-options'
import {
  gate,
  openWorld,
  type QcRun,
  searchAttributesOf,
  shortTimings,
  type WorkflowWorld,
  untilState,
  uploadOf,
} from '../support/workflow-world'
import { textWith } from '../support/matchers'

const processed = '_PROCESSED'
const outside = 'outside'
const incoming = ['100', '200'] as const

/** Where each file is, as Box would say, and what the runs did to it. */
interface File {
  folder: string
  name: string
  /** Sessions of the reports and of the moves. */
  reports: string[]
  moves: string[]
  looks: number
}

describe('a delivery that comes while or after a run', () => {
  let world: WorkflowWorld
  let files: Map<string, File>
  let deliver: (upload: Upload) => Promise<void>
  beforeAll(async () => {
    world = await openWorld()
    const { client, taskQueue } = world
    deliver = createStartUpload({
      client,
      taskQueue,
      timings: shortTimings,
      hideFileNames: false,
      timeoutMs: 10_000,
    })
  })
  beforeEach(() => {
    world.reset()
    files = new Map()
    pretendBox()
  })
  afterAll(() => world.stop())

  const fileOf = ({ fileId }: Upload) => files.get(fileId) ?? never(`file ${fileId} was never put`)
  const runOf = (upload: Upload) => world.client.workflow.getHandle(workflowIdFor(upload)) as QcRun

  function pretendBox() {
    const { download, uploadReport } = world.fakes
    const requireThere = (upload: Upload) => {
      if ([upload.incomingFolderId, processed].includes(fileOf(upload).folder)) return
      throw ApplicationFailure.nonRetryable('the file is in another folder', errorTypes.withdrawn)
    }
    world.fakes.download = async (upload, isFirst) => {
      const { folder, name, moves } = fileOf(upload)
      const isGone = ![upload.incomingFolderId, processed].includes(folder)
      if (isFirst && isGone && moves.includes(upload.session)) {
        const notNeeded = { outcome: 'duplicate', note: 'ended before', isMissing: true } as const
        return { ...(await download(upload)), notNeeded }
      }
      requireThere(upload)
      const isDone = folder === processed && sessionIn(name)?.versionEnd === upload.versionId.slice(-6)
      const notNeeded = { outcome: 'duplicate', note: 'done before' } as const
      return { ...(await download(upload)), ...(isFirst && isDone ? { notNeeded } : {}) }
    }
    world.fakes.uploadReport = async (upload, report) => {
      requireThere(upload)
      const { reports } = fileOf(upload)
      if (!reports.includes(upload.session)) reports.push(upload.session)
      return uploadReport(upload, report)
    }
    world.fakes.moveToProcessed = async (upload) => {
      requireThere(upload)
      const file = fileOf(upload)
      if (file.folder === processed) return { location: 'alreadyThere', name: file.name }
      file.folder = processed
      file.name = `${upload.session}_${upload.name}`
      file.moves.push(upload.session)
      return { location: 'moved', name: file.name }
    }
    world.fakes.findSource = async (upload) => {
      const file = fileOf(upload)
      file.looks += 1
      if (file.folder === processed) return { location: 'processed', name: file.name }
      return file.folder === outside
        ? { location: 'gone' }
        : { location: 'incoming', incomingFolderId: file.folder, versionId: upload.versionId }
    }
  }

  function put(upload: Upload, folder: string = upload.incomingFolderId) {
    const { name } = upload
    const known = files.get(upload.fileId)
    if (known !== undefined) Object.assign(known, { folder, name })
    else files.set(upload.fileId, { folder, name, reports: [], moves: [], looks: 0 })
  }

  /** The file is put into a folder again: Box sends an event of its own, later than the first one. */
  function laterEvent(upload: Upload, seconds = 60, incomingFolderId = upload.incomingFolderId): Upload {
    const eventTime = new Date(Date.parse(upload.eventTime) + seconds * 1_000).toISOString()
    return { ...upload, eventTime, incomingFolderId, session: sessionFor(eventTime, upload.versionId) }
  }

  /** Lets a run come to a step, does something there (for a move: after it), and lets it go on. */
  async function during(
    step: 'checks' | 'uploadReport' | 'moveToProcessed',
    upload: Upload,
    act: () => Promise<void>,
  ) {
    const held = gate()
    const good = world.fakes[step] as (...input: unknown[]) => Promise<unknown>
    let isFirst = true
    Object.assign(world.fakes, {
      [step]: async (...input: unknown[]) => {
        const done = step === 'moveToProcessed' ? await good(...input) : undefined
        held.reach()
        if (isFirst) await held.opened
        isFirst = false
        return done ?? good(...input)
      },
    })
    put(upload)
    await deliver(upload)
    await held.reached
    await act()
    held.open()
  }

  it('again, during the run: one report, one move, no look', async () => {
    const upload = uploadOf()
    await during('checks', upload, async () => {
      for (let times = 0; times < 3; times += 1) await deliver(upload)
    })
    expect(await runOf(upload).result()).toMatchObject({ outcome: 'done', session: upload.session })
    expect(fileOf(upload)).toMatchObject({ reports: [upload.session], moves: [upload.session], looks: 0 })
  })

  it('again, after the run: it finds the file in _PROCESSED and does nothing, in a few events', async () => {
    const upload = uploadOf()
    put(upload)
    await deliver(upload)
    await runOf(upload).result()
    await deliver(upload)
    expect(await runOf(upload).result()).toMatchObject({ outcome: 'duplicate', note: 'done before' })
    expect(fileOf(upload)).toMatchObject({ reports: [upload.session], moves: [upload.session] })
    expect((await runOf(upload).fetchHistory()).events?.length).toBeLessThan(25)
    expect((await searchAttributesOf(runOf(upload))).QcState).toBe('duplicate')
  })

  it("from the client's other INCOMING, taken by a repeated delivery: the next attempt", async () => {
    const upload = uploadOf()
    put(upload)
    await deliver(upload)
    await runOf(upload).result()
    const there = laterEvent(upload, 60, '200')
    put(there)
    // The new delivery is there before the run of the repeated one has looked.
    await world.client.workflow.signalWithStart(workflowType, {
      taskQueue: world.taskQueue,
      args: [{ upload, timings: shortTimings }],
      signal: handlerNames.arrived,
      signalArgs: [there],
      ...startOptionsFor(upload, { hideFileNames: false }),
    })
    expect(await ended(runOf(upload))).toMatchObject({ outcome: 'done' })
    expect(fileOf(upload)).toMatchObject({ folder: processed, moves: [upload.session, expect.anything()] })
  })

  it('for a file that is put back right after the move: the next attempt, under the same id', async () => {
    const upload = uploadOf()
    const again = laterEvent(upload)
    await during('moveToProcessed', upload, async () => {
      put(again)
      await deliver(again)
    })
    const session = sessionFor(again.eventTime, upload.versionId, 2)
    expect(await runOf(upload).result()).toMatchObject({ outcome: 'done', session })
    expect(fileOf(upload)).toMatchObject({ reports: [upload.session, session], folder: processed })
    const { memo } = await runOf(upload).describe()
    expect(memo).toMatchObject({ session, file: upload.name })
    expect(await searchAttributesOf(runOf(upload))).toMatchObject({
      QcClient: 'acme',
      QcFile: upload.name,
      QcState: 'done',
      QcVerdict: 'pass',
    })
  })

  it(
    'for a file that is put back although its own ' + 'delivery is lost: the next attempt all the same',
    async () => {
      const upload = uploadOf()
      await during('moveToProcessed', upload, async () => {
        put(upload)
        await deliver(upload)
      })
      expect(await runOf(upload).result()).toMatchObject({ outcome: 'done', session: `${upload.session}-2` })
    },
  )

  it.each(['checks', 'uploadReport'] as const)(
    "for a file that is dragged to the client's other INCOMING during %s: the next attempt, there",
    async (step) => {
      const upload = uploadOf()
      const there = { ...laterEvent(upload, 60, '200'), profileId: 'social_story' }
      await during(step, upload, async () => {
        put(there)
        await deliver(there)
      })
      const session = sessionFor(there.eventTime, upload.versionId, 2)
      expect(await runOf(upload).result()).toMatchObject({ outcome: 'done', session })
      expect(fileOf(upload)).toMatchObject({ folder: processed, moves: [session], reports: [session] })
      expect(await searchAttributesOf(runOf(upload))).toMatchObject({ QcProfile: 'social_story' })
    },
  )

  it('that comes only after the run has ended as withdrawn starts one in the other INCOMING', async () => {
    const upload = uploadOf()
    const there = laterEvent(upload, 60, '200')
    await during('checks', upload, async () => put(there))
    await expect(runOf(upload).result()).rejects.toMatchObject({ cause: { type: 'Withdrawn' } })
    await deliver(there)
    expect(await runOf(upload).result()).toMatchObject({ outcome: 'done', session: there.session })
  })

  it.each([
    ['with', 2],
    ['without', 1],
  ])(
    'for a file that left and is back before the run ends as withdrawn, %s an event of its own',
    async (how, attempt) => {
      const upload = uploadOf()
      const back = laterEvent(upload)
      const { findSource } = world.fakes
      let isFirst = true
      world.fakes.findSource = async (one) => {
        if (isFirst) {
          put(upload)
          if (how === 'with') await deliver(back)
        }
        isFirst = false
        return findSource(one)
      }
      await during('checks', upload, async () => put(upload, outside))
      const session = attempt === 2 ? sessionFor(back.eventTime, upload.versionId, 2) : upload.session
      expect(await runOf(upload).result()).toMatchObject({ outcome: 'done', session })
      expect(fileOf(upload)).toMatchObject({ reports: [session], moves: [session] })
    },
  )

  it('for a run that was cancelled or abandoned changes nothing: a person decided', async () => {
    const upload = uploadOf()
    await during('checks', upload, async () => {
      await runOf(upload).cancel()
      await deliver(laterEvent(upload))
    })
    expect(await runOf(upload).result()).toMatchObject({ outcome: 'cancelled' })
    expect(world.calls).toContain('markAbandoned')
    expect(fileOf(upload)).toMatchObject({ folder: '100', reports: [], looks: 1 })
  })

  it('in shadow mode, where the file stays, changes nothing either', async () => {
    const upload = uploadOf({ mode: 'shadow' })
    await during('uploadReport', upload, () => deliver(laterEvent(upload)))
    expect(await runOf(upload).result()).toMatchObject({ outcome: 'done', note: textWith('Shadow') })
    expect(fileOf(upload)).toMatchObject({ folder: '100', reports: [upload.session], looks: 1 })
  })

  it('parks the run when Box cannot be asked, and a retry goes on', async () => {
    const upload = uploadOf()
    const { findSource } = world.fakes
    world.fakes.findSource = () =>
      Promise.reject(ApplicationFailure.nonRetryable('403', errorTypes.accessLost))
    const again = laterEvent(upload)
    await during('moveToProcessed', upload, async () => {
      put(again)
      await deliver(again)
    })
    const { attention } = await untilState(runOf(upload), 'needs_attention')
    expect(attention).toMatchObject({ step: 'findSource', errorType: 'access_lost' })
    world.fakes.findSource = findSource
    await runOf(upload).signal('retry')
    expect(await runOf(upload).result()).toMatchObject({ outcome: 'done' })
    expect(fileOf(upload).reports).toHaveLength(2)
  })

  it('with odd input, sent by hand, does no harm', async () => {
    const upload = uploadOf()
    await during('moveToProcessed', upload, async () => {
      for (const args of [[], [null], ['x'], [{ ...upload, eventTime: 'never' }]])
        await runOf(upload).signal('arrived', ...(args as []))
    })
    expect(await runOf(upload).result()).toMatchObject({ outcome: 'done' })
    expect(fileOf(upload).reports).toEqual([upload.session])
  })

  it('at any moment is never swallowed: 60 files, moved about and delivered at random', async () => {
    const random = seeded(20_261_127)
    const uploads = Array.from({ length: 60 }, () => uploadOf())
    const pause = (maxMs: number) => new Promise((resolve) => setTimeout(resolve, random() * maxMs))
    await Promise.all(
      uploads.map(async (upload) => {
        let seconds = 0
        put(upload)
        await deliver(upload)
        for (let move = 0; move < 3; move += 1) {
          await pause(1_500)
          if (random() < 0.3) {
            await deliver(upload)
            continue
          }
          if (random() < 0.5) {
            fileOf(upload).folder = outside
            await pause(400)
          }
          const there = laterEvent(upload, (seconds += 60), incoming[Math.floor(random() * 2)])
          put(there)
          await pause(100)
          await deliver(there)
        }
      }),
    )
    for (const upload of uploads) await ended(runOf(upload))
    const left = uploads.filter((upload) => fileOf(upload).folder !== processed)
    expect(left).toEqual([])
    for (const upload of uploads) {
      const { name, reports, moves } = fileOf(upload)
      expect(reports).toContain(sessionIn(name)?.session)
      expect(new Set(moves).size).toBe(moves.length)
    }
  }, 120_000)
})

/** A run that is continued, or started again, counts as the same one until nothing runs any more. */
async function ended(run: QcRun): Promise<QcUploadResult | undefined> {
  const result = await run.result().catch(() => undefined)
  const { status } = await run.describe()
  return status.name === 'RUNNING' ? ended(run) : result
}

/** Mulberry32: the same numbers in every run of this test. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function never(message: string): never {
  throw new Error(message)
}
