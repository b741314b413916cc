import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client, Connection, type WorkflowHandle } from '@temporalio/client'
import { stringify } from 'yaml'

import { type SimulatedBox, type SimulatedBoxOptions, startSimulatedBox } from '../../sandbox/box'
import type { ControlClient, Delivery, HoldHandle, SeedOrder, Uploaded } from '../../sandbox/box/control-client'
import { webhookOrigin } from '../../sandbox/installation/box-server'
import { productEnvironment, webhookPath } from '../../sandbox/installation/product'
import { distDir, projectDir } from '../../sandbox/installation/project-dir'
import { type QcUploadInput, type QcUploadResult, type RunState, type Timings, workflowIdFor } from '../../workflows/contract'
import { type ProductProcess, startProductProcess } from './product-process'
import { freePort, temporalAddress } from './temporal-server'
import { testProfiles } from './test-profiles'

export interface InstallationOptions {
  /** Workers at the start, each with a data directory of its own: 1 unless told. */
  workers?: number
  timings?: Partial<Timings>
  box?: SimulatedBoxOptions
  /** The dev server of the Jest run unless told. */
  temporalAddress?: string
  namespace?: string
  /** More environment for gateways, workers and commands. */
  env?: Record<string, string> | ((stateDir: string) => Record<string, string>)
}

export interface ClientOptions {
  profile?: string
  serviceRole?: BoxRole
  hasWebhook?: boolean
}

type BoxRole = NonNullable<SeedOrder['collaborations']>[number]['role']
export type QcRun = WorkflowHandle<(input: QcUploadInput) => Promise<QcUploadResult>>

/** A client of the installation, with folders, a webhook and an entry in `clients.yaml` of its own. */
export interface TestClient {
  id: string
  incoming: string
  reports: string
  /** A person of the client. */
  userId: string
  webhookId: string
  /** Into INCOMING, or a folder below it. */
  upload: (name: string, content: Buffer | { path: string }, folderId?: string) => Promise<Asset>
  uploadVersion: (asset: Pick<Asset, 'fileId'>, content: Buffer | { path: string }, name?: string) => Promise<Asset>
}

/** One version of one file that a client's person put into Box. */
export interface Asset extends Uploaded {
  client: TestClient
  workflowId: string
  /** Of the first attempt; it may not be there yet: see `untilDelivered`. */
  run: QcRun
}

type HoldOrder = Parameters<ControlClient['hold']>[0]

export interface HeldAsset {
  asset: Asset
  hold: HoldHandle
}

/** A point at which Box stops the run of a file. */
export type HoldPoint = (asset: Asset) => HoldOrder

export const downloadOf = ({ fileId }: Asset): HoldOrder => ({ origin: 'download', fileId, at: 'before' })
export const reportOf = ({ client }: Asset): HoldOrder => ({
  method: 'POST',
  path: '/2.0/files/content',
  parentId: client.reports,
  at: 'after',
})
export const moveOf = ({ fileId }: Asset): HoldOrder => ({ method: 'PUT', path: `/2.0/files/${fileId}`, at: 'before' })
export const movedOf = ({ fileId }: Asset): HoldOrder => ({ method: 'PUT', path: `/2.0/files/${fileId}`, at: 'after' })

export interface Worker extends ProductProcess {
  dataDir: string
}

export interface Gateway extends ProductProcess {
  origin: string
  url: string
}

export interface CommandResult {
  code: number
  stdout: string
  stderr: string
}

export interface ClientEntry {
  profiles: string[]
  default_profile: string
  box_folder_id: string
  box_reports_folder_id: string
  [field: string]: unknown
}

/** Short, so that a test that waits for one of them ends soon; a parked run waits for a person only. */
const shortTimings: Timings = {
  stepTimeoutMs: { download: 60_000, preflight: 60_000, checks: 60_000, uploadReport: 40_000, moveToProcessed: 40_000 },
  stepAttempts: { download: 4, preflight: 4, checks: 4, uploadReport: 4, moveToProcessed: 4 },
  retryInitialMs: 200,
  retryMaximumMs: 1_000,
  heartbeatMs: 6_000,
  hostWaitMs: 4_000,
  parkInitialMs: 3_600_000,
  parkMaximumMs: 3_600_000,
}

export async function openInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const stateDir = mkdtempSync(join(tmpdir(), 'qc-e2e-'))
  // One file over all Jest files when it is named from outside: for `npm run check:box-openapi`.
  const answersFile = process.env.BOX_ANSWERS_FILE ?? join(stateDir, 'answers.jsonl')
  const box = await startSimulatedBox({ captureFile: answersFile, ...options.box })
  const address = options.temporalAddress ?? temporalAddress()
  const connection = await Connection.connect({ address })
  const temporal = new Client({ connection, namespace: options.namespace })
  const installation = new Installation(stateDir, answersFile, box, temporal, environmentOf(stateDir, box, address, options))
  try {
    await installation.startGateway()
    await Promise.all(Array.from({ length: options.workers ?? 1 }, () => installation.startWorker()))
    return installation
  } catch (error) {
    await installation.stop()
    throw error
  }
}

/**
 * The product as it runs in production: gateway and workers as processes, the real Temporal server, the simulated Box
 * in this process. Task queue, client ids and folders are its own, so that Jest's workers can each have one.
 */
export class Installation {
  readonly workers: Worker[] = []
  gateway!: Gateway
  readonly webhookAddress = `${webhookOrigin}${webhookPath}`
  private readonly processes: ProductProcess[] = []
  private hosts = 0
  private deliveryPauses = 0
  private readonly clients: Record<string, ClientEntry> = {}
  /** Client ids are part of workflow ids, and each simulated Box counts its file ids from the same beginning. */
  private readonly suffix = randomUUID().slice(0, 6)

  constructor(
    readonly stateDir: string,
    /** JSON lines of all that Box answered. */
    readonly answersFile: string,
    readonly box: SimulatedBox,
    readonly temporal: Client,
    readonly env: Record<string, string>,
  ) {
    this.writeClients()
  }

  /** Folders, roles, webhook and entry for a client; takes effect in running gateways and workers. */
  async addClient(name: string, { profile = 'light', serviceRole = 'editor', hasWebhook = true }: ClientOptions = {}): Promise<TestClient> {
    const id = `${name}-${this.suffix}`
    const { folders, users } = await this.box.control.seed({
      users: [{ key: `${name}-person`, name: `Person of ${name}` }],
      folders: [
        { key: `${name}-in`, name: `AI QC ${name} IN` },
        { key: `${name}-reports`, name: `AI QC ${name} REPORTS` },
      ],
      collaborations: [`${name}-in`, `${name}-reports`].flatMap((folder) => [
        { folder, user: 'serviceAccount', role: serviceRole },
        { folder, user: `${name}-person`, role: 'editor' as const },
      ]),
    })
    const [incoming = '', reports = '', userId = ''] = [folders[`${name}-in`], folders[`${name}-reports`], users[`${name}-person`]]
    const profiles = [...new Set([profile, 'light', 'other', 'static_general', 'video_general'])]
    this.changeClient(id, { name, profiles, default_profile: profile, box_folder_id: incoming, box_reports_folder_id: reports })
    const webhookId = hasWebhook ? await this.createWebhook(incoming) : ''
    const client: TestClient = {
      ...{ id, incoming, reports, userId, webhookId },
      upload: async (fileName, content, folderId = incoming) =>
        this.assetOf(client, await this.box.control.upload({ userId, folderId, name: fileName, content })),
      uploadVersion: async ({ fileId }, content, fileName) =>
        this.assetOf(client, await this.box.control.uploadVersion({ userId, fileId, content, name: fileName })),
    }
    return client
  }

  /** Edits `clients.yaml` as a person would, while everything runs. */
  changeClient(id: string, changes: Partial<ClientEntry>): void {
    this.clients[id] = { ...this.clients[id], ...changes } as ClientEntry
    this.writeClients()
  }

  /** A webhook as `admin-cli register` makes it, without the time of a process. */
  private async createWebhook(folderId: string): Promise<string> {
    const body = { target: { type: 'folder', id: folderId }, address: this.webhookAddress, triggers: ['FILE.UPLOADED'] }
    const answer = await this.callBox(this.box.serviceAccountId, 'POST', '/2.0/webhooks', body)
    return answer.id as string
  }

  /** Any call of Box's API as any user. */
  async callBox(userId: string, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.box.apiUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.box.control.token(userId)}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  }

  /** Started again it listens on the port that it had. */
  async startGateway(): Promise<Gateway> {
    const port = this.gateway === undefined ? await freePort() : Number(new URL(this.gateway.origin).port)
    const origin = `http://127.0.0.1:${port}`
    const started = await this.spawn('webhook-gateway/server.js', { GATEWAY_PORT: String(port) }, 'gateway is listening')
    await this.box.control.setDeliveryMap({ [webhookOrigin]: origin })
    this.gateway = { ...started, origin, url: `${origin}${webhookPath}` }
    return this.gateway
  }

  /** On the data directory of an ended worker, or on a new one. */
  async startWorker(dataDir = join(this.stateDir, `data-${(this.hosts += 1)}`)): Promise<Worker> {
    const started = await this.spawn('activities/worker.js', { QC_DATA_DIR: dataDir }, 'worker ready')
    const worker = { ...started, dataDir }
    this.workers.push(worker)
    return worker
  }

  /** One of the product's admin commands, with its exit code. */
  admin(...words: string[]): Promise<CommandResult> {
    return this.adminWith({}, ...words)
  }

  /** The same in a changed environment. */
  adminWith(changes: Record<string, string>, ...words: string[]): Promise<CommandResult> {
    const env = { ...this.env, ...changes }
    return new Promise((resolve) => {
      execFile(process.execPath, [join(distDir, 'admin-cli', 'main.js'), ...words], { env }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr })
      })
    })
  }

  /** The run of a later attempt, or of a version that another run found. */
  runOf(client: TestClient, file: Pick<Uploaded, 'fileId' | 'versionId'>, attempt = 1): QcRun {
    return this.temporal.workflow.getHandle(workflowIdFor({ clientId: client.id, ...file }, attempt))
  }

  /** Does something while Box keeps its deliveries back, so that what it orders is there before a run begins. */
  async beforeDelivery<T>(act: () => Promise<T>): Promise<T> {
    this.deliveryPauses += 1
    await this.box.control.disturbDeliveries({ isPaused: true })
    try {
      return await act()
    } finally {
      this.deliveryPauses -= 1
      if (this.deliveryPauses === 0) await this.box.control.disturbDeliveries({ isPaused: false })
    }
  }

  /** Uploads a file whose run stops at a point that is made from the file, such as `downloadOf`. */
  async uploadHeld(client: TestClient, name: string, content: Buffer, point: HoldPoint): Promise<HeldAsset> {
    return this.beforeDelivery(async () => {
      const asset = await client.upload(name, content)
      return { asset, hold: await this.box.control.hold(point(asset)) }
    })
  }

  /** Box has been answered 2xx for this version: its run is stored, or it was skipped. */
  async untilDelivered(asset: Asset): Promise<void> {
    await this.deliveryOf(asset)
  }

  /** For a run that another run or a later event starts: asks until Temporal knows it. */
  async untilStarted(run: QcRun, timeoutMs = 30_000): Promise<void> {
    for (const deadline = Date.now() + timeoutMs; ;) {
      const isThere = await run.describe().then(
        () => true,
        () => false,
      )
      if (isThere) return
      if (Date.now() > deadline) throw new Error(`${run.workflowId} was not started within ${timeoutMs} ms`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  private deliveryOf({ fileId, versionId }: Asset): Promise<Delivery> {
    return this.box.control.waitForDelivery(
      ({ sourceId, body, state }) => sourceId === fileId && state === 'delivered' && body.includes(`"${versionId}"`),
    )
  }

  /** Box delivers the event of this version once more, with a delivery id of its own; resolves when it was answered. */
  async redeliver(asset: Asset): Promise<void> {
    const { eventId } = await this.deliveryOf(asset)
    await this.box.control.redeliver(eventId)
  }

  /** Our service account has moved the file, as Box sees it. */
  async untilMoved({ fileId }: Asset): Promise<void> {
    const path = `/2.0/files/${fileId}`
    const { serviceAccountId, control } = this.box
    await control.waitForRequest(
      (one) => one.path === path && one.applied && one.userId === serviceAccountId && one.summary.parentId !== undefined,
    )
  }

  /** The run's result; throws what the run failed with, or the end of our logs when it does not end. */
  async result(asset: Asset, timeoutMs = 60_000): Promise<QcUploadResult> {
    await this.untilDelivered(asset)
    return this.within(timeoutMs, asset.run.result(), `${asset.workflowId} has not ended`)
  }

  private async within<T>(timeoutMs: number, work: Promise<T>, problem: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${problem} after ${timeoutMs} ms:\n${this.log().slice(-6_000)}`)), timeoutMs)
    })
    return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
  }

  /** Asks until the list of runs shows this state: the only way to wait for one, since no event tells it. */
  async untilState(run: QcRun, state: RunState, timeoutMs = 40_000): Promise<Record<string, unknown>> {
    for (const deadline = Date.now() + timeoutMs; ;) {
      const attributes = await attributesOf(run)
      if (attributes.QcState === state) return attributes
      if (Date.now() > deadline) throw new Error(`expected ${run.workflowId} to be ${state}, it is ${JSON.stringify(attributes)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** What all processes wrote so far, ended ones too. */
  log(): string {
    return this.processes.map((one) => one.log()).join('\n')
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.kill('SIGKILL')))
    await this.box.stop()
    await this.temporal.connection.close()
    rmSync(this.stateDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }

  private async spawn(entry: string, env: Record<string, string>, readyText: string): Promise<ProductProcess> {
    const started = await startProductProcess(entry, { ...this.env, ...env }, readyText)
    this.processes.push(started)
    return started
  }

  private assetOf(client: TestClient, uploaded: Uploaded): Asset {
    const run = this.runOf(client, uploaded)
    return { ...uploaded, client, workflowId: run.workflowId, run }
  }

  private writeClients(): void {
    const file = this.env.QC_CLIENTS_FILE ?? ''
    const text = Object.keys(this.clients).length === 0 ? '# No clients yet.\n' : stringify(this.clients)
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
}

/** As an operator would write it, and nothing of our own shell but PATH. */
function environmentOf(stateDir: string, box: SimulatedBox, address: string, options: InstallationOptions): Record<string, string> {
  const profilesDir = join(stateDir, 'profiles')
  cpSync(join(projectDir, 'config/profiles'), profilesDir, { recursive: true })
  for (const [id, profile] of Object.entries(testProfiles)) writeFileSync(join(profilesDir, `${id}.yaml`), stringify(profile))
  return {
    ...productEnvironment(stateDir, box, () => 0),
    PATH: process.env.PATH ?? '',
    TEMPORAL_ADDRESS: address,
    ...(options.namespace === undefined ? {} : { TEMPORAL_NAMESPACE: options.namespace }),
    QC_TASK_QUEUE: `e2e-${randomUUID().slice(0, 8)}`,
    QC_PROFILES_DIR: profilesDir,
    QC_TIMINGS: JSON.stringify({ ...shortTimings, ...options.timings }),
    QC_DISK_RESERVE_BYTES: String(64 << 20),
    WORKER_SHUTDOWN_GRACE_MS: '2000',
    ...(typeof options.env === 'function' ? options.env(stateDir) : options.env),
  }
}

async function attributesOf(run: QcRun): Promise<Record<string, unknown>> {
  const { typedSearchAttributes } = await run.describe()
  return Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]))
}
