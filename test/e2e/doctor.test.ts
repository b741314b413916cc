import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { temporal as proto } from '@temporalio/proto'

import { type Diagnosis, lines } from '../../diagnosis/diagnosis'
import { buildsOf, deploymentNameOf } from '../../runs/builds'
import { workflowType } from '../../workflows/contract'
import { brokenInstallations } from '../support/doctor/broken-installations'
import { changedSettings } from '../support/doctor/changed-settings'
import { type Broken, DoctorWorld } from '../support/doctor/doctor-world'
import type { Ran } from '../support/admin-cli'
import { documented } from '../support/documented'
import { inOneProcess } from '../support/in-one-process'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { type ProductProcess, startProductProcess } from '../support/product-process'
import { image } from '../support/small-assets'
import { registerNamespace } from '../support/temporal-server'

jest.setTimeout(180_000)

const breaks = [...changedSettings, ...brokenInstallations]

/** Every call would see these, so they have a test of their own: below, the last one in test/runs. */
const alone: Diagnosis['what'][] = ['signatures', 'builds', 'search attributes', 'workflow tasks']

const namespace = `doctor-${randomUUID().slice(0, 8)}`
const healthy = 'a healthy installation'
const answers = new Map<string, Ran>()
let world: DoctorWorld
let fullWorker: ProductProcess
/** What a server has beyond the environment of the other tests. */
let server: Record<string, string>

// All breaks exist side by side, each with a client or an environment of its own; one process asks about all.
beforeAll(async () => {
  await registerNamespace(namespace)
  world = await openWorld()
  const { qc, acme, mute } = world
  const made = new Map<string, Broken>([[healthy, { env: { PATH: qc.env.PATH ?? '' } }]])
  for (const { what, make } of breaks) made.set(what, await make(world))
  await world.loseDeliveries(mute)
  await qc.adminWith(server, 'sweep', '--client', mute.id)
  await untilCounted(qc, `QcClient='${mute.id}'`, 3)
  await untilCounted(qc, `QcState='needs_attention'`, 2)
  const PATH = world.pathOfQuickTools()
  const calls = [...made.values()].map(({ env, client = acme }) => doctor(client.id, { PATH, ...env }))
  const [, ...results] = await inOneProcess([{ words: ['webhooks', 'check'], env: server }, ...calls], qc.env)
  for (const [at, what] of [...made.keys()].entries()) answers.set(what, results[at]!)
})
afterAll(async () => {
  world.stop()
  await fullWorker.kill('SIGKILL')
  await world.qc.stop()
  rmSync(world.folder, { recursive: true })
})

test('a healthy installation passes in every line, with exit code 0', () => {
  const ran = answers.get(healthy)!
  expect(problemsIn(ran)).toEqual([])
  expect(diagnosesOf(ran).find(({ what }) => what === 'media tools')?.evidence).toMatch(/ffmpeg \d/)
  expect(ran.stderr).toContain('0 WARN, 0 FAIL')
  expect(ran.code).toBe(0)
})

test.each(breaks)('exactly that line turns: $what', ({ what, found, says }) => {
  expectFound(answers.get(what)!, found, says)
})

test('every line that doctor can print has a break', () => {
  const broken = new Set(breaks.map(({ found: [first = ''] }) => first.replace(/ \w+$/, '')))
  expect(lines.filter((line) => !broken.has(line) && !alone.includes(line))).toEqual([])
})

test('a delivery fits no key (signature verification failed)', async () => {
  const { qc, acme } = world
  const { status } = await fetch(qc.gateway.url, { method: 'POST', body: '{}', headers: forged() })
  expect(status).toBe(403)
  const says = /last one is delivery f96bb54b-ee16-4fc5-aa65-8c2d9e5b546f at 2\d.*no key has fitted since 2/
  await expectNow(['signatures WARN'], says)
  // A key fits again.
  await acme.upload('fits.docx', await image())
  await qc.untilLogged('skipping non-QC extension docx')
  await expectNow([], /^/)
})

test('a search attribute is missing', async () => {
  const double = proto.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE
  const { operatorService } = world.qc.temporal.connection
  await operatorService.removeSearchAttributes({ namespace, searchAttributes: ['QcScore'] })
  try {
    const { words, env } = doctor(world.acme.id)
    const ran = await world.qc.adminWith(env, ...words)
    // The gateway takes no uploads that it cannot store. A worker looks once a minute, so it may know, too.
    const worker = problemsIn(ran).filter((line) => line === 'worker of this host FAIL')
    const says = /are missing: QcScore.*admin-cli setup/
    expectFound(ran, ['search attributes FAIL', 'gateway FAIL', ...worker], says)
  } finally {
    await operatorService.addSearchAttributes({ namespace, searchAttributes: { QcScore: double } })
  }
})

test('a worker whose build is not current polls, and a run is pinned to that build', async () => {
  const { qc } = world
  const queue = qc.env.QC_TASK_QUEUE ?? ''
  const build = { deploymentName: deploymentNameOf(queue), buildId: 'v2' }
  const workerVersioningMode = proto.api.enums.v1.WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED
  const abort = new AbortController()
  const poll = () =>
    qc.temporal.workflowService.pollWorkflowTaskQueue({
      ...{ namespace, taskQueue: { name: queue }, identity: 'a host' },
      deploymentOptions: { ...build, workerVersioningMode },
    })
  const asked = qc.temporal
    .withAbortSignal(abort.signal, () => qc.temporal.withDeadline(Date.now() + 60_000, poll))
    .catch(() => undefined)
  const isSeen = ({ build: found }: { build?: string }) => found === 'v2'
  while (!(await buildsOf(qc.temporal.workflowService, namespace, queue)).workers.some(isSeen)) await pause()
  const startPinned = () =>
    qc.temporal.workflow.start(workflowType, {
      ...{ workflowId: `pinned-${queue}`, taskQueue: queue, versioningOverride: { pinnedTo: build } },
    })
  // The server shows a poller a moment before it takes runs that are pinned to its build.
  while ((await startPinned().catch(notPresent)) === undefined) await pause()
  await untilCounted(qc, `TemporalWorkflowVersioningBehavior='Pinned'`, 1)
  const says = /These poll too and get none: workers of build v2.*builds set-current v2/
  await expectNow(['builds WARN'], says, /pinned to one build and do not follow the current one: 1/)
  abort.abort()
  await asked
})

function notPresent(error: Error): undefined {
  if (!String(error.cause).includes('is not present in task queue')) throw error
}

async function openWorld(): Promise<DoctorWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'qc-doctor-'))
  const sweep = { QC_SWEEP_MIN_AGE_SECONDS: '0', QC_SWEEP_INTERVAL_MINUTES: '1440' }
  const env = { ...sweep, BOX_MAX_CALLS_PER_MINUTE: '1000', QC_ACCESS_PATIENCE_MS: '0' }
  const qc = await openInstallation({ namespace, env })
  server = {
    ...{ GATEWAY_PORT: new URL(qc.gateway.origin).port, QC_WEBHOOK_ADDRESS: qc.webhookAddress },
    BOX_MAX_UPLOADS_PER_MINUTE: '240',
    ...hostOf(qc.workers[0]!, qc.workers[0]!.dataDir),
  }
  const full = { QC_TASK_QUEUE: `${qc.env.QC_TASK_QUEUE}-full`, QC_DISK_RESERVE_BYTES: String(2 ** 50) }
  const dataDir = join(folder, 'full')
  const { env: general } = qc
  const settings = { ...general, ...full, QC_DATA_DIR: dataDir }
  fullWorker = await startProductProcess('activities/worker/main.js', settings, 'worker ready')
  const fullHost = { ...full, ...hostOf(fullWorker, dataDir) }
  // The sweeps that begin with `setup` must not find what a test leaves in INCOMING.
  const setups = [server, { ...server, ...fullHost }].map((changes) => ({ words: ['setup'], env: changes }))
  await inOneProcess(setups, general)
  await untilCounted(qc, `WorkflowType='sweepIncoming' AND ExecutionStatus='Completed'`, 2)
  const [acme, mute] = [await qc.addClient('acme'), await qc.addClient('mute')]
  return new DoctorWorld(qc, folder, acme, mute, fullHost)
}

function hostOf(worker: ProductProcess, dataDir: string): Record<string, string> {
  const [, port = ''] = /"healthUrl":"http:[^"]*:(\d+)/.exec(worker.log()) ?? []
  return { QC_DATA_DIR: dataDir, WORKER_HEALTH_PORT: port }
}

/** The list of Temporal is a moment behind. */
async function untilCounted({ temporal }: Installation, query: string, wanted: number): Promise<void> {
  while ((await temporal.workflow.count(query)).count < wanted) await pause()
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50))
}

function doctor(clientId: string, env: Record<string, string> = {}) {
  return { words: ['doctor', '--json', '--client', clientId], env: { ...server, ...env } }
}

async function expectNow(found: string[], ...says: RegExp[]): Promise<void> {
  const { words, env } = doctor(world.acme.id)
  expectFound(await world.qc.adminWith(env, ...words), found, ...says)
}

function expectFound(ran: Ran, found: string[], ...says: RegExp[]): void {
  expect(problemsIn(ran)).toEqual([...found].sort())
  expect(ran.code).toBe(found.some((line) => line.endsWith('FAIL')) ? 8 : 0)
  const turned = diagnosesOf(ran).filter(({ level, what }) => `${what} ${level}` === found[0])
  const texts = turned.map(({ evidence, remedy }) => `${evidence} → ${remedy}`)
  if (found.length > 0) for (const one of says) expect(texts).toContainEqual(expect.stringMatching(one))
}

function problemsIn(ran: Ran): string[] {
  const problems = diagnosesOf(ran).filter(({ level }) => level !== 'PASS')
  return [...new Set(problems.map(({ what, level }) => `${what} ${level}`))].sort()
}

function diagnosesOf({ stdout }: Ran): Diagnosis[] {
  return (documented('doctor', stdout) as { diagnoses: Diagnosis[] }).diagnoses
}

/** Right in form and time, and signed with a key that nobody has. */
function forged(): Record<string, string> {
  return {
    'content-type': 'application/json',
    'box-delivery-id': 'f96bb54b-ee16-4fc5-aa65-8c2d9e5b546f',
    'box-delivery-timestamp': new Date().toISOString(),
    'box-signature-version': '1',
    'box-signature-algorithm': 'HmacSHA256',
    'box-signature-primary': Buffer.alloc(32, 1).toString('base64'),
    'box-signature-secondary': Buffer.alloc(32, 2).toString('base64'),
  }
}
