import { Context } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'

import { notYet } from '../../activities/worker/outcomes'
import { isGivenUp } from '../../runs/is-given-up'
import { type Attention, errorTypes, type Step } from '../../workflows/contract'
import { mapSteps, stepNames } from '../../workflows/steps'
import {
  gate,
  openWorld,
  searchAttributesOf,
  type QcRun,
  reportOf,
  untilState,
  type WorkflowWorld,
} from '../support/workflow-world'
import { anyText, textLike, textWith } from '../support/matchers'

const sequence = stepNames.filter((step) => step !== 'findSource')

const refusal = (errorType: string, message = 'Box said no') =>
  Promise.reject(ApplicationFailure.nonRetryable(message, errorType))

describe('a run that cannot go on', () => {
  let world: WorkflowWorld
  beforeAll(async () => {
    world = await openWorld()
  })
  beforeEach(() => world.reset())
  afterAll(() => world.stop())

  /** Makes a step refuse until the returned function is called. */
  function refuse(step: Step, errorType: string, message?: string): () => void {
    const good = world.fakes[step]
    Object.assign(world.fakes, { [step]: () => refusal(errorType, message) })
    return () => Object.assign(world.fakes, { [step]: good })
  }

  const parkingTypes = Object.values(errorTypes).filter(
    (type) => !['Withdrawn', 'retries_exhausted', 'verdict_error', 'previews_gone'].includes(type),
  )
  it.each(parkingTypes)('parks on %s at once and says what to do', async (errorType) => {
    refuse('uploadReport', errorType, 'folder 200 answers 403')
    const run = await world.start()
    const { attention, step } = await untilState(run, 'needs_attention')
    expect({ attention, step }).toMatchObject({
      step: 'uploadReport',
      attention: { errorType, message: 'folder 200 answers 403', retries: 0 },
    })
    expect(attention?.whatToDo).toMatch(/^[A-Z].{20,}\.$/)
    expect(world.calls.filter((name) => name === 'uploadReport')).toHaveLength(1)
    await run.terminate()
  })

  it.each(sequence)(
    'parks at %s, shows it in the list, and goes on with that step after the signal retry',
    async (step) => {
      const fix = refuse(step, errorTypes.accessLost)
      const run = await world.start()
      await untilState(run, 'needs_attention')
      expect(await searchAttributesOf(run)).toMatchObject({
        QcState: 'needs_attention',
        QcStep: step,
        QcErrorType: 'access_lost',
      })
      const before = world.calls.length
      fix()
      await run.signal('retry')
      expect(await run.result()).toMatchObject({ outcome: 'done' })
      expect(world.calls[before]).toBe(step)
      const searchAttributes = await searchAttributesOf(run)
      expect(searchAttributes.QcState).toBe('done')
      expect(searchAttributes).not.toHaveProperty('QcStep')
      expect(searchAttributes).not.toHaveProperty('QcErrorType')
    },
  )

  it('parks as retries_exhausted when a step used up its attempts, keeping the last reason', async () => {
    world.fakes.moveToProcessed = () => Promise.reject(new Error('Box answered 502 <html>'))
    const run = await world.start()
    const { attention } = await untilState(run, 'needs_attention')
    expect(attention).toMatchObject({
      step: 'moveToProcessed',
      errorType: 'retries_exhausted',
      message: 'Box answered 502 <html>',
    })
    expect(world.calls.filter((name) => name === 'moveToProcessed')).toHaveLength(2)
    await run.terminate()
  })

  it("waits for Box's rate limit instead of parking, however often it is hit", async () => {
    let refusals = 0
    const { moveToProcessed } = world.fakes
    world.fakes.moveToProcessed = async (...args) => {
      if ((refusals += 1) <= 5) throw notYet('Box answered 429', 50, errorTypes.rateLimited)
      return moveToProcessed(...args)
    }
    const run = await world.start({}, { stepAttempts: mapSteps(() => 2) })
    await expect(run.result()).resolves.toMatchObject({ outcome: 'done' })
    expect(refusals).toBe(6)
    expect(await searchAttributesOf(run)).not.toHaveProperty('QcErrorType')
  })

  it('reports a time-out as such', async () => {
    world.fakes.checks = () => Context.current().cancelled
    const run = await world.start({}, { stepAttempts: mapSteps(() => 1), heartbeatMs: 1_000 })
    const { attention } = await untilState(run, 'needs_attention')
    expect(attention).toMatchObject({
      errorType: 'retries_exhausted',
      message: textWith('stopped sending heartbeats'),
    })
    await run.terminate()
  })

  it('writes what to do on the timer and in the details, however long and odd the message is', async () => {
    const message = '`evil` 😀 "quoted" \n # headline '.repeat(400)
    refuse('uploadReport', errorTypes.reportsFolder, message)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    const timers = ((await run.fetchHistory()).events ?? []).filter(
      (event) => event.timerStartedEventAttributes,
    )
    const summary = String(JSON.parse(Buffer.from(timers[0]?.userMetadata?.summary?.data ?? []).toString()))
    expect(summary).toMatch(
      /^Correct box_reports_folder_id .* retry\. Needs attention: uploadReport failed \(reports_folder\)\.$/,
    )
    const details = await currentDetails(run)
    expect(details).toContain('### Needs attention: uploadReport failed')
    expect(details).toContain(`admin-cli runs retry ${run.workflowId}`)
    expect(details.match(/`/g)).toHaveLength(12)
    await run.terminate()
  })

  it('goes on after the update retry, and after the slow timer', async () => {
    const fix = refuse('checks', errorTypes.configuration)
    const run = await world.start()
    const { attention } = await untilState(run, 'needs_attention')
    fix()
    expect(await run.executeUpdate('retry')).toMatchObject({ state: 'needs_attention', attention })
    expect(await run.result()).toMatchObject({ outcome: 'done' })

    const mendAgain = refuse('checks', errorTypes.configuration)
    const other = await world.start({}, { parkInitialMs: 1_000, parkMaximumMs: 1_000 })
    await untilState(other, 'needs_attention')
    mendAgain()
    expect(await other.result()).toMatchObject({ outcome: 'done' })
    expect(await currentDetails(other)).toBe('')
  })

  it('tries ever more slowly by itself, and quickly again after a person', async () => {
    refuse('uploadReport', errorTypes.reportsFolder)
    const run = await world.start({}, { parkInitialMs: 100, parkMaximumMs: 600 })
    const status = await until(run, ({ retries }) => retries >= 5)
    expect(status.retries).toBeGreaterThanOrEqual(5)
    await run.signal('retry')
    await until(run, ({ retries }) => retries >= 7)
    await run.terminate()
    const waits = await timerSeconds(run)
    const longest = [0.1, 0.2, 0.4, 0.6, 0.6]
    for (const [index, seconds] of longest.entries()) {
      expect(waits[index]).toBeLessThanOrEqual(seconds)
      expect(waits[index]).toBeGreaterThanOrEqual(seconds * 0.75 - 0.001)
    }
    expect(Math.min(...waits.slice(5))).toBeLessThanOrEqual(0.1)
  })

  it('does not retry at the same moment as the other runs that one cause parked', async () => {
    refuse('uploadReport', errorTypes.reportsFolder)
    const runs = await Promise.all(Array.from({ length: 5 }, () => world.start()))
    for (const run of runs) await untilState(run, 'needs_attention')
    const waits = await Promise.all(runs.map(async (run) => (await timerSeconds(run))[0]))
    expect(new Set(waits).size).toBe(5)
    for (const run of runs) await run.terminate()
  })

  it('counts a retry only while parked: double clicks and early ones change nothing', async () => {
    const fix = refuse('uploadReport', errorTypes.reportsFolder)
    const run = await world.start()
    await run.signal('retry')
    await untilState(run, 'needs_attention')
    await Promise.all([run.signal('retry'), run.signal('retry'), run.signal('retry')])
    await until(run, ({ retries }) => retries >= 1)
    const { attention } = await untilState(run, 'needs_attention')
    expect(attention?.retries).toBeLessThanOrEqual(3)
    fix()
    await run.signal('retry')
    await run.result()
  })

  it('refuses the updates unless parked, and abandon without a reason', async () => {
    const fix = refuse('uploadReport', errorTypes.reportsFolder)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    for (const input of [[], [''], ['  '], [{ reason: 'x' }]]) {
      await expect(run.executeUpdate('abandon', { args: input as never })).rejects.toMatchObject({
        cause: { type: 'reason_required' },
      })
    }
    fix()
    let release = () => {}
    const { moveToProcessed } = world.fakes
    const held = new Promise<void>((resolve) => (release = resolve))
    world.fakes.moveToProcessed = async (upload, receipt) => held.then(() => moveToProcessed(upload, receipt))
    await run.executeUpdate('retry')
    await untilState(run, 'running')
    await expect(run.executeUpdate('retry')).rejects.toMatchObject({ cause: { type: 'not_parked' } })
    await expect(run.executeUpdate('abandon', { args: ['no'] })).rejects.toMatchObject({
      cause: { type: 'not_parked' },
    })
    release()
    expect(await run.result()).toMatchObject({ outcome: 'done' })
  })

  // A refused update activates the run, but is not in its history: nothing may follow from it.
  it.each(['download', 'checks', 'moveToProcessed'] as const)(
    'goes on after updates that it refused during %s, with no failed workflow task',
    async (step) => {
      const held = gate()
      const real = world.fakes[step]
      const hold = async (...input: unknown[]): Promise<unknown> => {
        held.reach()
        await held.opened
        return Reflect.apply(real, undefined, input)
      }
      Object.assign(world.fakes, { [step]: hold })
      const run = await world.start()
      await held.reached
      for (const name of ['retry', 'abandon'])
        await expect(run.executeUpdate(name, { args: ['no'] })).rejects.toMatchObject({
          cause: { type: 'not_parked' },
        })
      held.open()
      expect(await run.result()).toMatchObject({ outcome: 'done' })
      const { events } = await run.fetchHistory()
      expect(events?.filter(({ workflowTaskFailedEventAttributes: failed }) => failed)).toEqual([])
    },
  )

  it('ends as abandoned by a word of a person, with the reason and a mark in Box', async () => {
    refuse('uploadReport', errorTypes.reportsFolder)
    const marks: string[] = []
    world.fakes.markAbandoned = async (upload, reason) => void marks.push(`${upload.fileId}: ${reason}`)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await run.executeUpdate('abandon', { args: [' the client sent another one '] })
    expect(await run.result()).toMatchObject({ outcome: 'abandoned', note: 'the client sent another one' })
    // The tag says it, and a person may remove the tag.
    expect(await isGivenUp(world.client, uploadIn(run))).toBe(false)
    expect(marks).toEqual([textLike(/^\d+: the client sent another one$/)])
    expect(world.calls).not.toContain('moveToProcessed')
    expect((await searchAttributesOf(run)).QcState).toBe('abandoned')
    expect((await run.query<{ state: string }>('status')).state).toBe('abandoned')
  })

  it('is abandoned although Box cannot be told', async () => {
    refuse('download', errorTypes.accessLost)
    world.fakes.markAbandoned = () => refusal(errorTypes.accessLost)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await run.executeUpdate('abandon', { args: ['gone'] })
    const { outcome, note } = await run.result()
    expect(outcome).toBe('abandoned')
    expect(note).toMatch(/^gone The file in Box could not be marked, so .*: Box said no$/)
    expect(await isGivenUp(world.client, uploadIn(run))).toBe(true)
  })

  it(
    'parks all ten runs in flight when access is lost, ' +
      'finds them by state, and finishes all ten after retry',
    async () => {
      const fix = refuse('moveToProcessed', errorTypes.accessLost)
      const runs = await Promise.all(
        Array.from({ length: 10 }, () => world.start({ clientId: world.taskQueue })),
      )
      for (const run of runs) await untilState(run, 'needs_attention')
      const query =
        `QcState = "needs_attention" AND QcErrorType = ` + `"access_lost" AND QcClient = "${world.taskQueue}"`
      await expectSoon(async () => (await world.client.workflow.count(query)).count === 10)
      fix()
      for (const run of runs) await run.signal('retry')
      for (const run of runs) expect(await run.result()).toMatchObject({ outcome: 'done' })
      expect(world.calls.filter((name) => name === 'uploadReport')).toHaveLength(10)
    },
  )

  it('files a report with the verdict error, parks before the move, and plans again on retry', async () => {
    const errored = {
      check: 'copy/spelling',
      status: 'errored',
      reason: 'tesseract is not installed',
    } as never
    world.fakes.checks = async (upload) =>
      reportOf(upload, { verdict: 'error', score: undefined, results: [errored] })
    const run = await world.start({}, { parkInitialMs: 100 })
    const { attention, report, verdict } = await untilState(run, 'needs_attention')
    expect(attention).toMatchObject({ step: 'checks', errorType: 'verdict_error' })
    expect(attention?.message).toContain('copy/spelling: tesseract is not installed')
    expect({ report, verdict }).toMatchObject({ report: { reportFileId: '900' }, verdict: 'error' })
    expect(world.calls).not.toContain('moveToProcessed')
    expect(await currentDetails(run)).toContain('does not retry by itself')

    // No timer: the same checks would fail again, and analyse the file again.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(await timerSeconds(run)).toEqual([])
    expect(world.calls.filter((name) => name === 'checks')).toHaveLength(1)

    await run.signal('retry')
    await until(run, ({ retries }) => retries === 1)
    expect(await currentDetails(run)).toContain('retried once')
    const planned: unknown[] = []
    const { preflight } = world.fakes
    world.fakes.preflight = async (...input) => ({ ...(await preflight(...input)), checks: [] })
    world.fakes.checks = async (upload, plan) => {
      planned.push(plan.checks)
      return reportOf(upload, { verdict: 'pass', score: 97 })
    }
    await run.signal('retry')
    expect(await run.result()).toMatchObject({
      outcome: 'done',
      verdict: 'pass',
      score: 97,
      movedTo: anyText,
    })
    expect(planned).toEqual([[]])
    expect(world.calls.filter((name) => name === 'uploadReport')).toHaveLength(3)
  })

  it(
    'makes previews that are gone again in the ' + 'checks, and parks when they disappear each time',
    async () => {
      const good = world.fakes.uploadReport
      let lost = 0
      world.fakes.uploadReport = (upload, report) =>
        (lost += 1) > 2 ? good(upload, report) : refusal(errorTypes.previewsGone)
      expect(await (await world.start()).result()).toMatchObject({ outcome: 'done', movedTo: anyText })
      expect(world.calls.filter((name) => name === 'checks')).toHaveLength(3)

      world.reset()
      const fix = refuse('uploadReport', errorTypes.previewsGone)
      const run = await world.start()
      const { attention } = await untilState(run, 'needs_attention')
      expect(attention).toMatchObject({ step: 'uploadReport', errorType: 'previews_gone', retries: 0 })
      expect(world.calls.filter((name) => name === 'uploadReport')).toHaveLength(3)
      fix()
      await run.signal('retry')
      expect(await run.result()).toMatchObject({ outcome: 'done' })
    },
  )

  it('goes on where it was when the workers were away while it was parked', async () => {
    const fix = refuse('uploadReport', errorTypes.reportsFolder)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await world.stopMainWorker()
    fix()
    await run.signal('retry')
    await world.startWorker(world.taskQueue)
    expect(await run.result()).toMatchObject({ outcome: 'done' })
  })

  it('takes the first of two answers that come together, and refuses the other one', async () => {
    const fix = refuse('uploadReport', errorTypes.reportsFolder)
    const run = await world.start()
    await untilState(run, 'needs_attention')
    await world.stopMainWorker()
    fix()
    await run.signal('retry')
    const abandoned = run.executeUpdate('abandon', { args: ['given up'] }).catch((error: unknown) => error)
    await world.startWorker(world.taskQueue)
    expect(await abandoned).toMatchObject({ cause: { type: 'not_parked' } })
    expect(await run.result()).toMatchObject({ outcome: 'done' })
  })

  it('describes its handlers for the Web UI', async () => {
    const run = await world.start()
    const metadata = await run.query<{ definition: Record<string, { name: string; description: string }[]> }>(
      '__temporal_workflow_metadata',
    )
    const described = (kind: string) =>
      metadata.definition[kind]?.filter(({ description }) => description.length > 20).map(({ name }) => name)
    expect(described('signalDefinitions')?.sort()).toEqual(['arrived', 'retry', 'wake'])
    expect(described('updateDefinitions')?.sort()).toEqual(['abandon', 'retry'])
    expect(described('queryDefinitions')).toContain('status')
    await run.result()
  })

  it('has next to no Call Stack: the SDK would collect a stack for each promise', async () => {
    const run = await world.start()
    expect((await run.query<string>('__stack_trace')).split('\n')).toHaveLength(1)
    await run.result()
  })
})

function uploadIn({ workflowId }: QcRun) {
  const [, clientId = '', fileId = '', versionId = ''] = workflowId.split('/')
  return { clientId, fileId, versionId }
}

async function currentDetails(run: QcRun): Promise<string> {
  return (await run.query<{ currentDetails?: string }>('__temporal_workflow_metadata')).currentDetails ?? ''
}

async function until(run: QcRun, isSo: (attention: Attention) => boolean): Promise<Attention> {
  const found: Attention[] = []
  await expectSoon(async () => {
    const { attention } = await run.query<{ attention?: Attention }>('status')
    if (attention !== undefined && isSo(attention)) found.push(attention)
    return found.length > 0
  })
  return found[0]!
}

async function expectSoon(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await isSo());) {
    if (Date.now() > deadline) throw new Error(`it did not become so: ${String(isSo)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function timerSeconds(run: QcRun): Promise<number[]> {
  const { events } = await run.fetchHistory()
  return (events ?? [])
    .flatMap((event) => event.timerStartedEventAttributes?.startToFireTimeout ?? [])
    .map(({ seconds, nanos }) => Number(seconds ?? 0) + (nanos ?? 0) / 1e9)
}
