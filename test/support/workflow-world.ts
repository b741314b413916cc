import { randomUUID } from 'node:crypto'

import { Context } from '@temporalio/activity'
import type { DataConverter } from '@temporalio/common'
import { Client, Connection, type WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker'

import { queuedMs } from '../../runs/run-wait'
import {
  type Activities,
  handlerNames,
  queueNames,
  type QcUploadInput,
  type QcUploadResult,
  type Report,
  type RunState,
  type RunStatus,
  sessionFor,
  type Timings,
  type Upload,
  workflowType,
} from '../../workflows/contract'
import { startOptionsFor } from '../../workflows/start-options'
import { mapSteps, stepNames } from '../../workflows/steps'
import { exampleReport } from './example-report'
import { temporalAddress } from './temporal-server'
import { workflowBundle } from './workflow-bundle'

type QcUpload = (input: QcUploadInput) => Promise<QcUploadResult>
export type QcRun = WorkflowHandleWithFirstExecutionRunId<QcUpload>

export interface WorkflowWorld {
  client: Client
  taskQueue: string
  host: (id: string) => string
  /** What the activities do: a test replaces those that it is about. Called at each attempt. */
  fakes: Activities
  /** Names of the activities in the order of their calls, attempts counted. */
  calls: (keyof Activities)[]
  logged: string[]
  start: (
    upload?: Partial<Upload>,
    timings?: Partial<Timings>,
    options?: { hideFileNames: boolean },
  ) => Promise<QcRun>
  /**
   * Another worker, for a host or instead of one that was stopped; `slots` limits the activities that it runs
   * at once.
   */
  startWorker: (
    taskQueue: string,
    slots?: number,
    changes?: Partial<WorkerOptions>,
  ) => Promise<{ stop: () => Promise<void> }>
  stopMainWorker: () => Promise<void>
  stopIntakeWorker: () => Promise<void>
  /** Successful fakes, no calls, no log lines: for the next test in the same world. */
  reset: () => void
  stop: () => Promise<void>
}

/**
 * The real server, real workers and the real workflow, with fake activities.
 */
export async function openWorld(
  address = temporalAddress(),
  dataConverter: DataConverter = {},
): Promise<WorkflowWorld> {
  const logged = captureLog()
  const [connection, nativeConnection] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ])
  const client = new Client({ connection, identity: 'client', dataConverter })
  const taskQueue = `qc-${randomUUID().slice(0, 8)}`
  const queues = queueNames(taskQueue)
  const calls: (keyof Activities)[] = []
  const fakes = goodFakes(queues.host('a'), client)
  const running = new Set<() => Promise<void>>()
  let stopMain = () => Promise.resolve()

  const startWorker = async (queue: string, slots?: number, changes?: Partial<WorkerOptions>) => {
    const started = [await startOne(queue, slots, changes)]
    if (queue.includes('-host-')) started.push(await startOne(queues.reports(queue)))
    const stop = async () => {
      await Promise.all(started.map((one) => one.stop()))
    }
    return { stop }
  }
  const startOne = async (queue: string, slots?: number, changes: Partial<WorkerOptions> = {}) => {
    const isMain = queue === queues.main
    const worker = await Worker.create({
      connection: nativeConnection,
      dataConverter,
      taskQueue: queue,
      // Histories are committed: no machine's name in them.
      identity: `worker of ${queue}`,
      activities: recorded(fakes, calls),
      // Nothing is cached, so each workflow task replays the run from its start: every test is also a
      // replay test.
      ...(isMain ? { workflowBundle: await workflowBundle(), maxCachedWorkflows: 0 } : {}),
      maxConcurrentActivityTaskExecutions: slots,
      shutdownForceTime: '20s',
      ...changes,
    })
    const stopped = worker.run()
    const stop = async () => {
      if (!running.delete(stop)) return
      worker.shutdown()
      await stopped
    }
    running.add(stop)
    if (isMain) stopMain = stop
    return { stop }
  }
  const [, intake] = await Promise.all([
    startWorker(queues.main),
    startWorker(queues.intake),
    startWorker(queues.host('a')),
  ])

  return {
    client,
    taskQueue,
    host: queues.host,
    fakes,
    calls,
    logged,
    startWorker,
    stopMainWorker: () => stopMain(),
    stopIntakeWorker: () => intake.stop(),
    reset: () => {
      Object.assign(fakes, goodFakes(queues.host('a'), client))
      calls.length = 0
      logged.length = 0
    },
    start: (changes = {}, timings = {}, options = { hideFileNames: false }) =>
      startRun(
        client,
        taskQueue,
        { upload: uploadOf(changes), timings: { ...shortTimings, ...timings } },
        options,
      ),
    stop: async () => {
      await Promise.all([...running].map((stop) => stop()))
      await Promise.all([connection.close(), nativeConnection.close()])
    },
  }
}

/** As the gateway does it. */
async function startRun(
  client: Client,
  taskQueue: string,
  input: QcUploadInput,
  options: { hideFileNames: boolean },
): Promise<QcRun> {
  const run = await client.workflow.signalWithStart<QcUpload, [Upload]>(workflowType, {
    taskQueue,
    args: [input],
    signal: handlerNames.arrived,
    signalArgs: [input.upload],
    ...startOptionsFor(input.upload, options),
  })
  return Object.assign(run, { firstExecutionRunId: run.signaledRunId })
}

/** The calls of a run without problems. */
export const callsToTheEnd = stepNames.filter((step) => step !== 'findSource')

export const shortTimings: Timings = {
  stepTimeoutMs: mapSteps(() => 20_000),
  stepAttempts: mapSteps(() => 2),
  retryInitialMs: 10,
  retryMaximumMs: 100,
  heartbeatMs: 10_000,
  hostWaitMs: 20_000,
  parkInitialMs: 600_000,
  parkMaximumMs: 3_600_000,
}

let lastFileId = Date.now() * 1_000

/** A new file at each call, so that no two tests share a workflow id. */
export function uploadOf(changes: Partial<Upload> = {}): Upload {
  const fileId = String((lastFileId += 1))
  const upload = {
    eventTime: '2026-11-24T09:30:00Z',
    fileId,
    versionId: `${fileId}001`,
    attempt: 1,
    ...changes,
  }
  return {
    clientId: 'acme',
    name: 'Frühling – Anzeige.png',
    sha1: 'a'.repeat(40),
    sizeBytes: 1_234,
    incomingFolderId: '100',
    origin: 'event',
    session: sessionFor(upload.eventTime, upload.versionId, upload.attempt),
    profileId: 'static_general',
    mode: 'active',
    earlierSessions: [],
    ...upload,
  }
}

/** Each activity succeeds, with a result that is made from its input. `isQueued` asks Temporal. */
function goodFakes(hostQueue: string, client: Client): Activities {
  return {
    download: async () => ({ hostQueue }),
    preflight: async (_upload, rejection) => ({
      profile: { id: 'static_general', title: 'Images', version: '0123456789ab' },
      ...(rejection === undefined ? { medium: 'image' } : { rejection }),
      checks: [{ id: 'image/small', severity: 'major', isRequired: false, settings: { minWidth: 1_200 } }],
    }),
    checks: async (upload, plan) => reportOf(upload, { rejection: plan.rejection }),
    uploadReport: async (upload, report) => ({
      reportFileId: '900',
      reportVersionId: report.supersededBy === undefined ? '901' : '902',
      reportName: `QC_Report_${upload.session}_${upload.name}.html`,
      folderId: '200',
    }),
    moveToProcessed: async (upload) => ({
      location: 'moved',
      name: `${upload.session}_${upload.name}`,
      folderId: '101',
    }),
    cleanUp: async () => undefined,
    findSource: async () => ({ location: 'gone' }),
    watchHost: untilCancelled,
    isQueued: async (step, forMs) => {
      const { workflowId = '' } = Context.current().info.workflowExecution ?? {}
      return ((await queuedMs(client, workflowId, step)) ?? 0) >= forMs
    },
    isFirstParked: async () => true,
    wakeParked: async () => 0,
    markAbandoned: async () => undefined,
  }
}

/** A host that stays alive: the watch on it ends with a cancel only. */
export async function untilCancelled(): Promise<void> {
  const beat = setInterval(() => Context.current().heartbeat(), 50)
  try {
    await Context.current().cancelled
  } finally {
    clearInterval(beat)
  }
}

export function reportOf(upload: Upload, changes: Partial<Report> = {}): Report {
  const { session, fileId, versionId, sha1, sizeBytes, clientId, name: fileName, eventTime } = upload
  const good: Partial<Report> = {
    verdict: 'pass',
    score: 100,
    penalties: [],
    results: [],
    visuals: {},
    technicalFacts: [],
  }
  return exampleReport({
    ...good,
    session,
    fileId,
    versionId,
    sha1,
    sizeBytes,
    clientId,
    fileName,
    eventTime,
    ...changes,
  })
}

function recorded(fakes: Activities, calls: (keyof Activities)[]): Activities {
  const record =
    <K extends keyof Activities>(name: K) =>
    (...input: Parameters<Activities[K]>) => {
      calls.push(name)
      return (fakes[name] as (...input: unknown[]) => unknown)(...input)
    }
  return Object.fromEntries(
    Object.keys(fakes).map((name) => [name, record(name as keyof Activities)]),
  ) as unknown as Activities
}

let lines: string[] | undefined

/** The Runtime can be installed once a process; the lines go to the world that was opened last. */
function captureLog(): string[] {
  const isInstalled = lines !== undefined
  const logged: string[] = []
  lines = logged
  if (!isInstalled) {
    Runtime.install({
      logger: new DefaultLogger('INFO', ({ message }) => lines?.push(message)),
      telemetryOptions: { logging: { filter: 'ERROR' } },
    })
  }
  return logged
}

/** What the Web UI's list shows of a run, by name; an attribute that was cleared is absent. */
export async function searchAttributesOf(run: Pick<QcRun, 'describe'>): Promise<Record<string, unknown>> {
  const { typedSearchAttributes } = await run.describe()
  return Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]))
}

/**
 * Polls until the run has this state, since no event announces it. A query may be answered
 * from a workflow task that is not stored yet, so the search attribute has to say the same.
 */
export async function untilState(
  run: Pick<QcRun, 'query' | 'describe'>,
  state: RunState,
): Promise<RunStatus> {
  for (const deadline = Date.now() + 30_000; ;) {
    const status = await run.query<RunStatus>('status')
    if (status.state === state && (await searchAttributesOf(run)).QcState === state) return status
    if (Date.now() > deadline)
      throw new Error(`expected the run to be ${state}, it is ${JSON.stringify(status)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A promise to resolve from outside: to stop an activity at an exact point. */
export function gate(): {
  reached: Promise<void>
  reach: () => void
  opened: Promise<void>
  open: () => void
} {
  let reach = () => {}
  let open = () => {}
  const reached = new Promise<void>((resolve) => (reach = resolve))
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { reached, reach, opened, open }
}
