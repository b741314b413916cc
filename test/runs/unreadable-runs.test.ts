import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client, Connection } from '@temporalio/client'
import type { PayloadCodec } from '@temporalio/common'
import { temporal as proto } from '@temporalio/proto'

import { parkedRuns } from '../../diagnosis/temporal'
import { dataConverterFor } from '../../runs/data-converter'
import { describeRun, resolveRun } from '../../runs/find-run'
import { isGivenUp } from '../../runs/is-given-up'
import { knownRuns } from '../../runs/known-runs'
import { createParkedRuns } from '../../runs/parked-runs'
import { createPayloadCodec } from '../../runs/payload-codec'
import { startedRuns } from '../../runs/started-runs'
import { createTemporalAccess } from '../../runs/temporal-access'
import { workflowIdFor, workflowType } from '../../workflows/contract'
import { keyword, startOptionsFor } from '../../workflows/start-options'
import { adminCli } from '../support/admin-cli'
import { openPages, type PagesUnderTest, type Visitor } from '../support/admin-pages'
import { documented } from '../support/documented'
import { type TemporalServer, startTemporalServer } from '../support/temporal-server'
import { uploadOf } from '../support/workflow-world'

jest.setTimeout(60_000)

const clientId = 'acme'
const current = { id: '2026', key: randomBytes(32) }
const retired = { id: '2025', key: randomBytes(32) }
const ofAnother = { id: '2026', key: randomBytes(32) }
const strange: PayloadCodec = {
  encode: async (all) =>
    all.map(() => ({ metadata: { encoding: Buffer.from('strange/form') }, data: Buffer.from('x') })),
  decode: async (all) => all,
}
const { COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION: completeRun } = proto.api.enums.v1.CommandType
const hidden = { hideFileNames: true }
/** File name -> how its run was written, and the reason that a reader with the current key gets. */
const written = {
  'readable.png': { codec: createPayloadCodec([current]), reason: undefined },
  'retired.png': {
    codec: createPayloadCodec([retired]),
    reason: 'memo cannot be decrypted: key "2025" is not in the key file, which has "2026"',
  },
  'foreign.png': {
    codec: createPayloadCodec([ofAnother]),
    reason:
      'memo cannot be decrypted: key "2026" in the key file did not encrypt it, or it was changed since',
  },
  'strange.png': { codec: strange, reason: 'memo is malformed: Unknown encoding: strange/form' },
}
const uploads = Object.keys(written).map((name) => uploadOf({ clientId, name, origin: 'sweep' }))
const [, lost] = uploads as [unknown, (typeof uploads)[number]]
const reasons = Object.fromEntries(
  Object.entries(written).map(([name, { reason }], at) => [workflowIdFor(uploads[at]!), { name, reason }]),
)

let server: TemporalServer
let connection: Connection
let client: Client
let folder: string
let pages: PagesUnderTest
let ada: Visitor

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qc-unreadable-'))
  server = await startTemporalServer()
  connection = await Connection.connect({ address: server.address })
  client = new Client({ connection, dataConverter: dataConverterFor([current]) })
  for (const upload of uploads) await start(upload, written[upload.name as keyof typeof written].codec)
  pages = await openPages((deps) => ({ ...deps, temporal: createTemporalAccess(client, server.address) }))
  ada = await pages.signedIn()
  while ((await client.workflow.count()).count < uploads.length)
    await new Promise((resolve) => setTimeout(resolve, 50))
})
afterAll(async () => {
  await pages.stop()
  await connection.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

async function start(upload: (typeof uploads)[number], codec: PayloadCodec): Promise<void> {
  const writer = new Client({ connection, dataConverter: { payloadCodecs: [codec] } })
  const { typedSearchAttributes, ...options } = startOptionsFor(upload, hidden)
  const attributes = typedSearchAttributes.filter(({ key }) => key.name !== 'QcState')
  await writer.workflow.start(workflowType, {
    ...{ ...options, args: [{ upload }], taskQueue: `nobody-${upload.name}` },
    typedSearchAttributes: [...attributes, keyword('QcState', 'needs_attention')],
  })
}

function env(): Record<string, string> {
  const QC_PAYLOAD_KEY_FILE = join(folder, 'keys')
  writeFileSync(QC_PAYLOAD_KEY_FILE, `${current.id} ${current.key.toString('base64')}\n`, { mode: 0o600 })
  return { TEMPORAL_ADDRESS: server.address, QC_PAYLOAD_KEY_FILE }
}

interface ListedRun {
  workflowId: string
  file: string
  state: string
  unreadable?: { reason: string; whatToDo: string }
}

test('runs list names every run, and says which are unreadable, why and what to do', async () => {
  const { code, stdout, stderr } = await adminCli(['runs', 'list', '--json'], env())
  expect(code).toBe(0)
  const runs = documented('runs list', stdout) as ListedRun[]
  expect(runs).toHaveLength(uploads.length)
  for (const { workflowId, file, state, unreadable } of runs) {
    const { name, reason } = reasons[workflowId]!
    expect({ state, reason: unreadable?.reason }).toEqual({ state: 'needs_attention', reason })
    expect(file).toBe(reason === undefined ? name : workflowId.split('/')[2])
  }
  expect(stderr).toContain('1 run is unreadable: memo cannot be decrypted: key \\"2025\\"')
  expect(stderr).toContain('Put the key back into the file that QC_PAYLOAD_KEY_FILE names')
  expect((await adminCli(['runs', 'list', '--stuck'], env())).stdout).toContain(`${lost.fileId} (unreadable)`)
})

test('one of them is found by its file, and without a key file the reason says so', async () => {
  const run = await describeRun(client, await resolveRun(client, lost.fileId))
  expect(run).toMatchObject({
    state: 'needs_attention',
    unreadable: { reason: written['retired.png'].reason },
  })
  const without = new Client({ connection })
  await expect(describeRun(without, run.workflowId)).resolves.toMatchObject({
    unreadable: { reason: expect.stringContaining('with key "2025", and QC_PAYLOAD_KEY_FILE is not set') },
  })
})

test('the list of runs, the figures and the page of one run are shown, with the reason', async () => {
  const list = await ada.get('/')
  expect(list.status).toBe(200)
  expect(list.text).toContain('4 runs need attention')
  expect(list.text).toContain('readable.png')
  expect(list.text.match(/class="pill warn">unreadable/g)).toHaveLength(3)
  expect(list.text).toContain('1 run is unreadable: memo cannot be decrypted: key &quot;2025&quot;')
  for (const path of ['/figures', '/figures/failures']) expect((await ada.get(path)).status).toBe(200)
  const ids = uploads.map((upload) => encodeURIComponent(workflowIdFor(upload)))
  const shown = await Promise.all(ids.map((id) => ada.get(`/run?id=${id}`)))
  for (const [at, { status, text }] of shown.entries()) {
    expect(status).toBe(200)
    expect(text.includes('This run cannot be read in full')).toBe(at !== 0)
  }
})

test('the sweep knows such runs, retries reach them, and doctor counts them', async () => {
  expect([...(await knownRuns(client, clientId, 'live'))].sort()).toEqual(uploads.map(workflowIdFor).sort())
  const origins = await startedRuns(client, clientId, new Date(0))
  expect(origins).toMatchObject([{ workflowId: workflowIdFor(uploads[0]!), origin: 'sweep' }])
  expect(await createParkedRuns(client).wake({ clientId, step: 'checks', errorType: '' }, '')).toBe(0)
  const installation = { temporal: () => Promise.resolve(client), clients: () => [] }
  await expect(parkedRuns.examine(installation as never)).resolves.toMatchObject([
    { level: 'WARN', evidence: '4 need attention' },
    { level: 'WARN', what: 'payload keys', evidence: expect.stringContaining('3 of 4 open runs are') },
  ])
})

test('a result that cannot be read leaves the sweep going: the file gets its run', async () => {
  const read = uploadOf({ clientId, name: 'readable result' })
  const unread = uploadOf({ clientId, name: 'unreadable result' })
  await abandon(read, createPayloadCodec([current]))
  await abandon(unread, createPayloadCodec([retired]))
  await expect(isGivenUp(client, read)).resolves.toBe(true)
  await expect(isGivenUp(client, unread)).resolves.toBe(false)
  await expect(isGivenUp(client, uploadOf({ clientId }))).resolves.toBe(false)
  await expect(isGivenUp(client, lost)).resolves.toBe(false)
})

/** Ends a run as a worker with these keys would, of which Box refused the tag. */
async function abandon(upload: (typeof uploads)[number], codec: PayloadCodec): Promise<void> {
  const { workflowService } = client
  const taskQueue = `nobody-${upload.name}`
  const { typedSearchAttributes, ...options } = startOptionsFor(upload, hidden)
  const attributes = typedSearchAttributes.filter(({ key }) => key.name !== 'QcState')
  await client.workflow.start(workflowType, {
    ...{ ...options, taskQueue, args: [{ upload }] },
    typedSearchAttributes: [...attributes, keyword('QcState', 'abandoned')],
  })
  const polled = { namespace: 'default', taskQueue: { name: taskQueue }, identity: 'worker' }
  const { taskToken } = await client.withDeadline(Date.now() + 20_000, () =>
    workflowService.pollWorkflowTaskQueue(polled),
  )
  const plain = client.options.loadedDataConverter.payloadConverter.toPayload({ isUnmarked: true })
  const payloads = await codec.encode([plain])
  await workflowService.respondWorkflowTaskCompleted({
    ...{ namespace: 'default', taskToken, identity: 'worker' },
    commands: [
      { commandType: completeRun, completeWorkflowExecutionCommandAttributes: { result: { payloads } } },
    ],
  })
}
