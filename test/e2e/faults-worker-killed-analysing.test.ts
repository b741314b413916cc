import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { expectReadableAnswers } from '../support/box-answers'
import type { QcRun } from '../support/asset'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, ledgerOf } from '../support/ledger'
import { page } from '../support/small-assets'
import { openToolGate, type ToolGate, type Waiting } from '../support/tool-gate'

jest.setTimeout(120_000)

let gate: ToolGate
let qc: Installation

// Preflight and checks ask nothing of Box, so they are stopped where they open the file: at the child process
// that reads it.
beforeAll(async () => {
  gate = openToolGate('qpdf', '--json-stream-data=none')
  qc = await openInstallation({
    env: () => ({ PATH: gate.searchPath, QC_FFMPEG_SLOTS: '1' }),
    timings: { hostWaitMs: 60_000 },
  })
})
afterAll(async () => {
  await qc.stop()
  gate.remove()
})

test('a worker killed in preflight and again in checks: one report, then the move', async () => {
  const client = await qc.addClient('analysed')
  const asset = await client.upload('first.pdf', page('first'))

  const inPreflight = await gate.reached()
  expect(await stepsUnderWay(asset.run)).toEqual(['preflight'])
  await killAndRestart(inPreflight, 'SIGKILL')

  const first = await gate.reached()
  expect(await stepsUnderWay(asset.run)).toEqual(['preflight'])
  // The one slot of this host goes to the second file while the checks of the first one wait for it.
  const second = await client.upload('second.pdf', page('second'))
  await untilWaiting(second.run, 'preflight')
  await first.pass()
  const other = await gate.reached()
  expect(await stepsUnderWay(second.run)).toEqual(['preflight'])
  await untilWaiting(asset.run, 'checks')
  // What preflight found out is lost, as with a disk: now the checks have to read the file themselves.
  rmSync(join(qc.workers.at(-1)!.dataDir, 'facts'), { recursive: true })
  await other.pass()
  const inChecks = await gate.reached()
  expect(await stepsUnderWay(asset.run)).toEqual(['checks'])
  gate.remove()
  // As a fault in a native library would end it.
  await killAndRestart(inChecks, 'SIGSEGV')

  for (const one of [asset, second]) {
    await expect(qc.result(one)).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })
    await expectFiledOnceThenMoved(qc, one)
    expect(await ledgerOf(qc, one)).toMatchObject({ downloads: [{ applied: true }], reportVersions: [] })
  }
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

async function killAndRestart(waiting: Waiting, signal: NodeJS.Signals): Promise<void> {
  const worker = qc.workers.at(-1)!
  await worker.kill(signal)
  await waiting.leave()
  await qc.startWorker(worker.dataDir)
}

/** Activities that a worker has begun and not ended. */
async function stepsUnderWay(run: QcRun): Promise<string[]> {
  return (await pendingSteps(run)).filter(({ isStarted }) => isStarted).map(({ step }) => step)
}

async function untilWaiting(run: QcRun, step: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; ;) {
    const steps = await pendingSteps(run).catch(() => [])
    if (steps.some((one) => one.step === step)) return
    if (Date.now() > deadline)
      throw new Error(`expected ${step} of ${run.workflowId} to wait, got ${JSON.stringify(steps)}`)
  }
}

async function pendingSteps(run: QcRun): Promise<{ step: string; isStarted: boolean }[]> {
  const { raw } = await run.describe()
  return (raw.pendingActivities ?? []).map(({ activityId, state }) => ({
    step: activityId ?? '',
    isStarted: Number(state) === started,
  }))
}

/** PENDING_ACTIVITY_STATE_STARTED of Temporal's API. */
const started = 2
