import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { ApplicationFailure } from '@temporalio/common'
import { historyToJSON } from '@temporalio/common/lib/proto-utils'

import { errorTypes, queueNames, type Step } from '../../workflows/contract'
import {
  gate,
  type QcRun,
  reportOf,
  untilCancelled,
  untilState,
  uploadOf,
  type WorkflowWorld,
  openWorld,
} from './workflow-world'

/**
 * Records one history for each scenario for `test/workflows/replay.test.ts`. Not part of the suite: run it by
 * hand, for a new scenario only, as `npx jest --testMatch '<rootDir>/test/support/record-histories.ts' -t
 * SCENARIO`. Recording a scenario again to make a replay pass hides exactly what the replay is there to show.
 */
const folder = join(__dirname, '../fixtures/histories')

const stories: Record<string, (world: WorkflowWorld) => Promise<QcRun>> = {
  passed: (world) => ended(world.start()),
  'failed-checks': (world) => {
    world.fakes.checks = async (upload) => reportOf(upload, { verdict: 'fail', score: 49 })
    return ended(world.start())
  },
  'rejected-by-preflight': (world) => {
    const rejection = { type: 'corrupt', message: 'The file ends in the middle of an image.' } as const
    world.fakes.preflight = async () => ({
      profile: { id: 'static_general', title: 'Images', version: '0123456789ab' },
      checks: [],
      rejection,
    })
    return ended(world.start())
  },
  'parked-and-retried': async (world) => {
    const fix = refuse(world, 'uploadReport', errorTypes.reportsFolder)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    fix()
    await run.signal('retry')
    return ended(run)
  },
  'parked-and-retried-by-the-timer': async (world) => {
    const fix = refuse(world, 'moveToProcessed', errorTypes.permissionDenied)
    const run = await world.start({}, { parkInitialMs: 1_000 })
    await untilState(run, 'needs_attention')
    fix()
    return ended(run)
  },
  'parked-while-another-run-tries': async (world) => {
    const fix = refuse(world, 'moveToProcessed', errorTypes.permissionDenied)
    let rounds = 0
    world.fakes.isFirstParked = async () => {
      fix()
      return (rounds += 1) > 1
    }
    return ended(world.start({}, { parkInitialMs: 1_000, parkMaximumMs: 1_000 }))
  },
  abandoned: async (world) => {
    refuse(world, 'download', errorTypes.accessLost)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await run.executeUpdate('abandon', { args: ['The client sent another file.'] })
    return ended(run)
  },
  'host-lost': (world) => {
    let downloads = 0
    world.fakes.download = async () => ({ hostQueue: world.host((downloads += 1) === 1 ? 'dead' : 'a') })
    world.fakes.watchHost = async () => undefined
    return ended(world.start({}, { hostWaitMs: 1_000 }))
  },
  'host-lost-after-a-failed-watch': (world) => {
    let downloads = 0
    world.fakes.download = async () => ({ hostQueue: world.host((downloads += 1) === 1 ? 'dead' : 'a') })
    let watches = 0
    world.fakes.watchHost = async () => {
      if ((watches += 1) === 1) throw ApplicationFailure.nonRetryable('the server does not answer')
    }
    return ended(world.start({}, { hostWaitMs: 1_000 }))
  },
  'no-room': async (world) => {
    await world.stopIntakeWorker()
    const run = await world.start({}, { hostWaitMs: 1_000 })
    await untilState(run, 'waiting')
    await world.startWorker(queueNames(world.taskQueue).intake)
    return ended(run)
  },
  'host-busy': (world) => {
    world.fakes.download = async () => ({ hostQueue: world.host('busy') })
    world.fakes.watchHost = async () => {
      await world.startWorker(world.host('busy'))
      await untilCancelled()
    }
    return ended(world.start({}, { hostWaitMs: 1_000 }))
  },
  cancelled: async (world) => {
    refuse(world, 'checks', errorTypes.configuration)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await run.cancel()
    return ended(run)
  },
  'cancelled-too-late': async (world) => {
    const fix = refuse(world, 'moveToProcessed', errorTypes.permissionDenied)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await run.cancel()
    fix()
    await run.executeUpdate('retry')
    return ended(run)
  },
  superseded: (world) => {
    world.fakes.moveToProcessed = async (upload) => ({ location: 'moved', ...newerThan(upload.versionId) })
    return ended(world.start())
  },
  'superseded-before-the-move': (world) => {
    const { uploadReport } = world.fakes
    world.fakes.uploadReport = async (upload, report) => ({
      ...(await uploadReport(upload, report)),
      ...newerThan(upload.versionId),
    })
    return ended(world.start())
  },
  'verdict-error': async (world) => {
    world.fakes.checks = async (upload) => reportOf(upload, { verdict: 'error', score: undefined })
    const run = await world.start()
    await untilState(run, 'needs_attention')
    world.fakes.checks = async (upload) => reportOf(upload)
    await run.signal('retry')
    return ended(run)
  },
  'previews-gone': (world) => {
    const { uploadReport } = world.fakes
    let isFirst = true
    world.fakes.uploadReport = (upload, report) => {
      const isGone = isFirst
      isFirst = false
      if (!isGone) return uploadReport(upload, report)
      return Promise.reject(
        ApplicationFailure.nonRetryable('The previews are gone.', errorTypes.previewsGone),
      )
    }
    return ended(world.start())
  },
  duplicate: (world) => {
    const { download } = world.fakes
    const notNeeded = { outcome: 'duplicate', note: 'This version is already in _PROCESSED.' } as const
    world.fakes.download = async (upload) => ({ ...(await download(upload)), notNeeded })
    return ended(world.start())
  },
  'next-attempt': async (world) => {
    const upload = uploadOf()
    const { incomingFolderId, versionId } = upload
    const { moveToProcessed } = world.fakes
    const arrived = gate()
    let isFirst = true
    world.fakes.moveToProcessed = async (one, receipt) => {
      arrived.reach()
      if (isFirst) await arrived.opened
      isFirst = false
      return moveToProcessed(one, receipt)
    }
    world.fakes.findSource = async () => ({ location: 'incoming', incomingFolderId, versionId })
    const run = await world.start(upload)
    await arrived.reached
    await run.signal('arrived', { ...upload, eventTime: '2026-11-24T11:00:00Z' })
    arrived.open()
    await ended(run)
    // The first run of the two is the one that continues as new.
    return world.client.workflow.getHandle(run.workflowId, run.firstExecutionRunId) as QcRun
  },
  shadow: (world) => ended(world.start({ mode: 'shadow' })),
  withdrawn: (world) => {
    refuse(world, 'preflight', errorTypes.withdrawn)
    return ended(world.start())
  },
}

describe('recording', () => {
  it.each(Object.entries(stories))('%s', async (story, play) => {
    const world = await openWorld()
    try {
      const history: unknown = JSON.parse(
        historyToJSON(await (await play(world)).fetchHistory()).replaceAll(`${process.cwd()}/`, ''),
      )
      save(`${story}.json`, history)
      if (story === 'passed')
        save('wrong/moved-before-its-report.json', exchanged(history, 'uploadReport', 'moveToProcessed'))
    } finally {
      await world.stop()
    }
  })
})

async function ended(started: QcRun | Promise<QcRun>): Promise<QcRun> {
  const run = await started
  await run.result().catch(() => undefined)
  return run
}

function refuse(world: WorkflowWorld, step: Step, errorType: string): () => void {
  const good = world.fakes[step]
  Object.assign(world.fakes, {
    [step]: () => Promise.reject(ApplicationFailure.nonRetryable('Box said no.', errorType)),
  })
  return () => Object.assign(world.fakes, { [step]: good })
}

function newerThan(versionId: string) {
  const newerId = `${versionId}9`
  if (versionId.length > 20) return {}
  return {
    newerVersion: {
      versionId: newerId.padEnd(21, '9'),
      sha1: 'b'.repeat(40),
      sizeBytes: 9,
      name: 'b.png',
      createdAt: '2026-11-24T10:00:00Z',
    },
  }
}

function exchanged(history: unknown, one: string, other: string): unknown {
  const text = JSON.stringify(history)
  return JSON.parse(
    text
      .replaceAll(`"${one}"`, '"\u0001"')
      .replaceAll(`"${other}"`, `"${one}"`)
      .replaceAll('"\u0001"', `"${other}"`),
  ) as unknown
}

function save(name: string, history: unknown): void {
  mkdirSync(join(folder, 'wrong'), { recursive: true })
  writeFileSync(join(folder, name), `${JSON.stringify(history, null, 1)}\n`)
}
