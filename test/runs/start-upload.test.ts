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

/** temporal.api.enums.v1.CommandType */
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

async function describeRun(upload: Upload) {
  const handle = client.workflow.getHandle(workflowIdFor(upload))
  const { runId, status } = await handle.describe()
  const { events } = await handle.fetchHistory()
  const signals = (events ?? []).flatMap((event) => event.workflowExecutionSignaledEventAttributes ?? [])
  return { runId, status: status.name, signals }
}

describe('the start of a run', () => {
  it('is stored in Temporal with its input, attributes, summary and memo', async () => {
    const upload = newUpload()
    await startWith()(upload)
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

  it('happens once for twenty deliveries at the same time: the run is told of all of them', async () => {
    const upload = newUpload()
    const start = startWith()
    await Promise.all(Array.from({ length: 20 }, () => start(upload)))
    const { status, signals } = await describeRun(upload)
    expect(status).toBe('RUNNING')
    expect(signals).toHaveLength(20)
    expect(signals[0]?.signalName).toBe('arrived')
    expect(JSON.parse(Buffer.from(signals[0]?.input?.payloads?.[0]?.data ?? []).toString())).toEqual(upload)
  })

  it('fails in time when Temporal does not answer', async () => {
    const hanging = Object.assign(Object.create(client) as Client, {
      withDeadline: () => new Promise(() => undefined),
    })
    await expect(startWith({ client: hanging, timeoutMs: 200 })(newUpload())).rejects.toThrow(
      'Temporal did not answer within 200 ms',
    )
  })
})

describe('a delivery that comes after the run', () => {
  it.each([
    ['has completed', complete],
    ['has failed as withdrawn', fail],
  ])('starts a run under the same id when the first %s: the run looks at Box', async (_what, command) => {
    const upload = newUpload()
    await startWith()(upload)
    const first = await describeRun(upload)
    await answerTask(command)
    await startWith()(upload)
    const second = await describeRun(upload)
    expect(second.status).toBe('RUNNING')
    expect(second.runId).not.toBe(first.runId)
  })

  it('is taken without a second run in shadow mode, unless the first one failed', async () => {
    const upload = { ...newUpload(), mode: 'shadow' as const }
    await startWith()(upload)
    await answerTask(fail)
    await startWith()(upload)
    await answerTask(complete)
    await startWith()(upload)
    expect((await describeRun(upload)).status).toBe('COMPLETED')
  })

  it('of another version is another run, in any order', async () => {
    const upload = newUpload()
    const older = { ...upload, versionId: '1', eventTime: new Date(Date.now() - 60_000).toISOString() }
    for (const one of [upload, older, upload]) await startWith()(one)
    expect((await describeRun(upload)).signals).toHaveLength(2)
    expect((await describeRun(older)).signals).toHaveLength(1)
  })
})

describe('deliveries over HTTP', () => {
  it('duplicated, redelivered and shuffled, make one run for each version', async () => {
    // Box would deliver again what a busy server does not store in time: no time limit is tested here.
    const gateway = await startGatewayUnderTest({ startUpload: startWith({ timeoutMs: 60_000 }) })
    const uploads = Array.from({ length: 5 }, () => newUpload())
    const bodies = uploads.map(({ fileId, versionId }) => phpJson(uploadBody({ fileId, versionId })))
    const deliveries = [...bodies, ...bodies, ...bodies].sort(() => Math.random() - 0.5)
    const answers = await Promise.all(
      deliveries.map(async (body) => (await gateway.post(body, signedHeaders(body))).json()),
    )
    expect(answers.map((answer) => (answer as { result: string }).result)).toEqual(
      Array.from({ length: 15 }, () => 'accepted'),
    )
    for (const upload of uploads) expect((await describeRun(upload)).signals).toHaveLength(3)
    await gateway.stop()
  })
})
