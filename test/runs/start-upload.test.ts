import { randomUUID } from 'node:crypto'

import { Client, Connection } from '@temporalio/client'

import { loadConfig } from '../../config/load-config'
import { createStartUpload, type StartOptions } from '../../runs/start-upload'
import { sessionFor, type Upload, workflowIdFor } from '../../workflows/contract'
import { phpJson, signedHeaders, uploadBody } from '../support/box-delivery'
import { startGatewayUnderTest } from '../support/gateway-under-test'
import { temporalAddress } from '../support/temporal-server'

let client: Client
let taskQueue: string
beforeAll(async () => {
  client = new Client({ connection: await Connection.connect({ address: temporalAddress() }) })
})
afterAll(() => client.connection.close())
beforeEach(() => {
  taskQueue = `start-upload-${randomUUID()}`
})

const { timings } = loadConfig({})
const startWith = (options: Partial<StartOptions> = {}) =>
  createStartUpload({ client, taskQueue, timings, hideFileNames: false, timeoutMs: 4500, ...options })

function newUpload(eventTime = new Date().toISOString()): Upload {
  const fileId = String(Math.floor(Math.random() * 1e12))
  const versionId = `55${fileId}`
  return {
    clientId: 'acme',
    fileId,
    versionId,
    name: 'Grüße – 😀.jpg',
    sha1: 'b'.repeat(40),
    sizeBytes: 12,
    incomingFolderId: '7001',
    eventTime,
    origin: 'event',
    attempt: 1,
    session: sessionFor(eventTime, versionId),
    profileId: 'static_general',
    mode: 'active',
    earlierSessions: [],
  }
}

const later = (ms = 60_000) => new Date(Date.now() + ms).toISOString()

/** temporal.api.enums.v1.CommandType */
const scheduleActivity = 1
const completeWorkflow = 4
const failWorkflow = 5

const complete = { commandType: completeWorkflow, completeWorkflowExecutionCommandAttributes: {} }
const fail = {
  commandType: failWorkflow,
  failWorkflowExecutionCommandAttributes: { failure: { message: 'Withdrawn', applicationFailureInfo: {} } },
}

/** Answers the waiting workflow task of our queue as a worker would. */
async function answerTask(command: object) {
  const { workflowService, options } = client
  const { namespace } = options
  const poll = () =>
    workflowService.pollWorkflowTaskQueue({ namespace, taskQueue: { name: taskQueue }, identity: 'test' })
  const { taskToken } = await client.withDeadline(Date.now() + 20_000, poll)
  await workflowService.respondWorkflowTaskCompleted({
    namespace,
    taskToken,
    commands: [command],
    identity: 'test',
  })
}

/** Lets the run move its file; `betweenTimes` runs while it does. */
async function moveFile(betweenTimes: () => Promise<void> = async () => undefined) {
  const { workflowService, options } = client
  const { namespace } = options
  const seconds = { seconds: 60 as never }
  const attributes = {
    activityId: 'moveToProcessed',
    activityType: { name: 'moveToProcessed' },
    taskQueue: { name: taskQueue },
  }
  await answerTask({
    commandType: scheduleActivity,
    scheduleActivityTaskCommandAttributes: {
      ...attributes,
      startToCloseTimeout: seconds,
      scheduleToCloseTimeout: seconds,
    },
  })
  const poll = () =>
    workflowService.pollActivityTaskQueue({ namespace, taskQueue: { name: taskQueue }, identity: 'test' })
  const { taskToken } = await client.withDeadline(Date.now() + 20_000, poll)
  await betweenTimes()
  await workflowService.respondActivityTaskCompleted({ namespace, taskToken, identity: 'test' })
}

describe('the start of a run', () => {
  it('stands in Temporal with its input, attributes, summary and memo', async () => {
    const upload = newUpload()
    expect(await startWith()(upload)).toEqual({ result: 'started', upload })
    const handle = client.workflow.getHandle(workflowIdFor(upload))
    const description = await handle.describe()
    expect(description).toMatchObject({
      type: 'qcUpload',
      taskQueue,
      memo: { session: upload.session, file: upload.name },
    })
    expect(await description.staticSummary()).toContain(upload.name)
    expect(
      Object.fromEntries(
        description.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]),
      ),
    ).toMatchObject({
      QcClient: 'acme',
      QcProfile: 'static_general',
      QcFile: upload.name,
      QcFileId: upload.fileId,
      QcState: 'running',
    })
    const { events } = await handle.fetchHistory()
    const attributes = events?.[0]?.workflowExecutionStartedEventAttributes
    expect(JSON.parse(Buffer.from(attributes?.input?.payloads?.[0]?.data ?? []).toString())).toEqual({
      upload,
      timings,
    })
    expect(attributes?.priority?.fairnessKey).toBe('acme')
    expect(Number(attributes?.workflowExecutionTimeout?.seconds ?? 0)).toBe(0)
  })

  it('leaves QcFile out when file names are to be hidden', async () => {
    const upload = newUpload()
    await startWith({ hideFileNames: true })(upload)
    const { typedSearchAttributes } = await client.workflow.getHandle(workflowIdFor(upload)).describe()
    expect(typedSearchAttributes.getAll().map(({ key }) => key.name)).not.toContain('QcFile')
  })

  it('happens once for twenty deliveries at the same time', async () => {
    const upload = newUpload()
    const start = startWith()
    const results = await Promise.all(Array.from({ length: 20 }, () => start(upload)))
    expect(results.filter(({ result }) => result === 'started')).toHaveLength(1)
    expect(results.filter(({ result }) => result === 'duplicate')).toHaveLength(19)
  })
})

describe('a delivery that comes after the run', () => {
  it('is a duplicate when the run has completed since the event', async () => {
    const upload = newUpload()
    await startWith()(upload)
    await answerTask(complete)
    expect(await startWith()(upload)).toMatchObject({ result: 'duplicate', upload: { attempt: 1 } })
  })

  it('gets the next attempt when the event is later than the close: the file lies in INCOMING again', async () => {
    const upload = newUpload()
    await startWith()(upload)
    await answerTask(complete)
    const again = { ...upload, eventTime: later() }
    const second = await startWith()(again)
    expect(second).toMatchObject({
      result: 'started',
      upload: { attempt: 2, session: sessionFor(again.eventTime, upload.versionId, 2) },
    })
    expect(await client.workflow.getHandle(workflowIdFor(upload, 2)).describe()).toMatchObject({
      status: { name: 'RUNNING' },
    })
    expect(await startWith()(again)).toMatchObject({ result: 'duplicate', upload: { attempt: 2 } })
  })

  it('gets the next attempt also while the first run still cleans up after its move', async () => {
    const upload = newUpload()
    await startWith()(upload)
    await moveFile()
    const again = { ...upload, eventTime: later(1000) }
    expect(await startWith()(again)).toMatchObject({ result: 'started', upload: { attempt: 2 } })
    expect(await startWith()(upload)).toMatchObject({ result: 'duplicate', upload: { attempt: 1 } })
  })

  it('while the file is just being moved waits for the outcome, and is refused when that takes long', async () => {
    const upload = newUpload()
    await startWith()(upload)
    const again = { ...upload, eventTime: later(1000) }
    let waiting: Promise<unknown> | undefined
    await moveFile(async () => {
      await expect(startWith({ timeoutMs: 700 })(again)).rejects.toThrow()
      waiting = startWith()(again)
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    expect(await waiting).toMatchObject({ result: 'started', upload: { attempt: 2 } })
  })

  it('gets a third attempt after the second, and the first event stays a duplicate of the first run', async () => {
    const upload = newUpload()
    await startWith()(upload)
    await answerTask(complete)
    await startWith()({ ...upload, eventTime: later() })
    await answerTask(complete)
    expect(await startWith()(upload)).toMatchObject({ result: 'duplicate', upload: { attempt: 1 } })
    expect(await startWith()({ ...upload, eventTime: later(120_000) })).toMatchObject({
      result: 'started',
      upload: { attempt: 3 },
    })
  })

  it('starts again under the same id when the run was withdrawn or terminated', async () => {
    const upload = newUpload()
    await startWith()(upload)
    await answerTask(fail)
    expect(await startWith()(upload)).toMatchObject({ result: 'started', upload: { attempt: 1 } })
    await client.workflow.getHandle(workflowIdFor(upload)).terminate()
    expect(await startWith()(upload)).toMatchObject({ result: 'started', upload: { attempt: 1 } })
  })

  it('of another version is another run, whatever the order', async () => {
    const upload = newUpload()
    const older = { ...upload, versionId: '1', eventTime: new Date(Date.now() - 60_000).toISOString() }
    expect(await startWith()(upload)).toMatchObject({ result: 'started' })
    expect(await startWith()(older)).toMatchObject({ result: 'started' })
    expect(await startWith()(upload)).toMatchObject({ result: 'duplicate' })
  })
})

describe('deliveries over HTTP', () => {
  it('duplicated, redelivered and shuffled, make one run for each version', async () => {
    const gateway = await startGatewayUnderTest({ startUpload: startWith() })
    const uploads = Array.from({ length: 5 }, () => newUpload())
    const bodies = uploads.map(({ fileId, versionId }) => phpJson(uploadBody({ fileId, versionId })))
    const deliveries = [...bodies, ...bodies, ...bodies].sort(() => Math.random() - 0.5)
    const answers = await Promise.all(
      deliveries.map(async (body) => (await gateway.post(body, signedHeaders(body))).json()),
    )
    const results = answers.map((answer) => (answer as { result: string }).result)
    expect(results.filter((result) => result === 'started')).toHaveLength(5)
    expect(results.filter((result) => result === 'duplicate')).toHaveLength(10)
    expect(gateway.messages().filter((message) => message.includes('dispatching'))).toHaveLength(5)
    await gateway.stop()
  })
})
