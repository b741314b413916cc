import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client, Connection } from '@temporalio/client'

import { type SimulatedBox, startSimulatedBox } from '../../sandbox/simulated-box/simulated-box'
import type { Delivery, SeedOrder, Uploaded } from '../../sandbox/simulated-box/control-client'
import { webhookOrigin } from '../../sandbox/installation/box-server'
import { webhookPath } from '../../sandbox/installation/product'
import { distDir } from '../../sandbox/installation/project-dir'
import { type QcUploadResult, type RunState, workflowIdFor } from '../../workflows/contract'
import type { Asset, QcRun, TestClient } from './asset'
import { untilLogged, untilStarted, untilState } from './await-run'
import { type ClientEntry, ClientsFile } from './clients-file'
import type { HeldAsset, HoldPoint } from './hold-points'
import { environmentOf, type InstallationOptions } from './installation-environment'
import { type ProductProcess, startProductProcess } from './product-process'
import { freePort, temporalAddress } from './temporal-server'

export interface ClientOptions {
  profile?: string
  serviceRole?: BoxRole
  hasWebhook?: boolean
}

type BoxRole = NonNullable<SeedOrder['collaborations']>[number]['role']
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

export async function openInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const stateDir = mkdtempSync(join(tmpdir(), 'qc-e2e-'))
  const answersFile = join(stateDir, 'answers.jsonl')
  const box = await startSimulatedBox({ captureFile: answersFile, ...options.box })
  const address = options.temporalAddress ?? temporalAddress()
  const connection = await Connection.connect({ address })
  const temporal = new Client({ connection, namespace: options.namespace })
  const installation = new Installation(
    stateDir,
    answersFile,
    box,
    temporal,
    environmentOf(stateDir, box, address, options),
  )
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
 * The product as it runs in production: gateway and workers as processes, the real Temporal server, the
 * simulated Box in this process. It has its own task queue, client ids and folders, so that each of Jest's
 * workers can have one.
 */
export class Installation {
  readonly workers: Worker[] = []
  gateway!: Gateway
  readonly webhookAddress = `${webhookOrigin}${webhookPath}`
  private readonly processes: ProductProcess[] = []
  private gatewayPort: number | undefined
  private hosts = 0
  private deliveryPauses = 0
  private readonly clients: ClientsFile
  /**
   * Client ids are part of workflow ids, and the file ids of each simulated Box begin at the same number.
   */
  private readonly suffix = randomUUID().slice(0, 6)

  constructor(
    readonly stateDir: string,
    /** JSON lines of all answers of Box. */
    readonly answersFile: string,
    readonly box: SimulatedBox,
    readonly temporal: Client,
    readonly env: Record<string, string>,
  ) {
    this.clients = new ClientsFile(env.QC_CLIENTS_FILE ?? '')
  }

  /** Folders, roles, webhook and entry for a client; takes effect in running gateways and workers. */
  async addClient(
    name: string,
    { profile = 'light', serviceRole = 'editor', hasWebhook = true }: ClientOptions = {},
  ): Promise<TestClient> {
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
    const [incoming = '', reports = '', userId = ''] = [
      folders[`${name}-in`],
      folders[`${name}-reports`],
      users[`${name}-person`],
    ]
    const profiles = [...new Set([profile, 'light', 'other', 'static_general', 'video_general'])]
    this.changeClient(id, {
      name,
      profiles,
      default_profile: profile,
      box_folder_id: incoming,
      box_reports_folder_id: reports,
    })
    const webhookId = hasWebhook ? await this.createWebhook(incoming) : ''
    const client: TestClient = {
      ...{ id, incoming, reports, userId, webhookId },
      upload: async (fileName, content, folderId = incoming) =>
        this.assetOf(client, await this.box.control.upload({ userId, folderId, name: fileName, content })),
      uploadVersion: async ({ fileId }, content, fileName) =>
        this.assetOf(
          client,
          await this.box.control.uploadVersion({ userId, fileId, content, name: fileName }),
        ),
    }
    return client
  }

  /** Edits `clients.yaml` as a person would, while everything runs. */
  changeClient(id: string, changes: Partial<ClientEntry>): void {
    this.clients.change(id, changes)
  }

  /** A webhook as `admin-cli register` creates it, without starting a process. */
  async createWebhook(folderId: string): Promise<string> {
    const body = {
      target: { type: 'folder', id: folderId },
      address: this.webhookAddress,
      triggers: ['FILE.UPLOADED'],
    }
    const answer = await this.callBox(this.box.serviceAccountId, 'POST', '/2.0/webhooks', body)
    return answer.id as string
  }

  /** Any call of Box's API as any user. */
  async callBox(
    userId: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.box.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.box.control.token(userId)}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  }

  /** A restarted gateway listens on its former port. */
  async startGateway(): Promise<Gateway> {
    this.gatewayPort ??= await freePort()
    const origin = `http://127.0.0.1:${this.gatewayPort}`
    const started = await this.spawn(
      'webhook-gateway/server.js',
      { GATEWAY_PORT: String(this.gatewayPort) },
      'gateway is listening',
    )
    await this.box.control.setDeliveryMap({ [webhookOrigin]: origin })
    this.gateway = { ...started, origin, url: `${origin}${webhookPath}` }
    return this.gateway
  }

  /** On the data directory of an ended worker, or on a new one. */
  async startWorker(dataDir = join(this.stateDir, `data-${(this.hosts += 1)}`)): Promise<Worker> {
    const started = await this.spawn('activities/worker/main.js', { QC_DATA_DIR: dataDir }, 'worker ready')
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
      execFile(
        process.execPath,
        [join(distDir, 'admin-cli', 'main.js'), ...words],
        { env },
        (error, stdout, stderr) => {
          resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr })
        },
      )
    })
  }

  /** The newest run of a version: a later attempt, or a version that another run found. */
  runOf(client: TestClient, file: Pick<Uploaded, 'fileId' | 'versionId'>): QcRun {
    return this.temporal.workflow.getHandle(workflowIdFor({ clientId: client.id, ...file }))
  }

  /**
   * Calls `act` while Box holds its deliveries, so that ordered faults are in place before a run begins.
   */
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

  /** Uploads a file whose run stops at a hold point such as `downloadOf`. */
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

  untilLogged(line: string): Promise<void> {
    return untilLogged(() => this.log(), line)
  }

  untilStarted(run: QcRun, timeoutMs = 30_000): Promise<void> {
    return untilStarted(run, timeoutMs)
  }

  private deliveryOf({ fileId, versionId }: Asset): Promise<Delivery> {
    return this.box.control.waitForDelivery(
      ({ sourceId, body, state }) =>
        sourceId === fileId && state === 'delivered' && body.includes(`"${versionId}"`),
    )
  }

  /**
   * Box delivers the event of this version again, with a new delivery id. Resolves when it was answered.
   */
  async redeliver(asset: Asset): Promise<void> {
    const { eventId } = await this.deliveryOf(asset)
    await this.box.control.redeliver(eventId)
  }

  /** Our service account has moved the file, as Box sees it. */
  async untilMoved({ fileId }: Asset): Promise<void> {
    const path = `/2.0/files/${fileId}`
    const { serviceAccountId, control } = this.box
    await control.waitForRequest(
      (one) =>
        one.path === path &&
        one.applied &&
        one.userId === serviceAccountId &&
        one.summary.parentId !== undefined,
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
      timer = setTimeout(
        () => reject(new Error(`${problem} after ${timeoutMs} ms:\n${this.log().slice(-6_000)}`)),
        timeoutMs,
      )
    })
    return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
  }

  /** The search attributes, once they show this state. */
  untilState(run: QcRun, state: RunState, timeoutMs = 40_000): Promise<Record<string, unknown>> {
    return untilState(run, state, timeoutMs)
  }

  /** The output of all processes so far, including ended ones. */
  log(): string {
    return this.processes.map((one) => one.log()).join('\n')
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.kill('SIGKILL')))
    await this.box.stop()
    // One file over all Jest files, for `npm run check:box-openapi`.
    const { BOX_ANSWERS_FILE } = process.env
    if (BOX_ANSWERS_FILE !== undefined && existsSync(this.answersFile))
      appendFileSync(BOX_ANSWERS_FILE, readFileSync(this.answersFile))
    await this.temporal.connection.close()
    rmSync(this.stateDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }

  private async spawn(
    entry: string,
    env: Record<string, string>,
    readyText: string,
  ): Promise<ProductProcess> {
    const started = await startProductProcess(entry, { ...this.env, ...env }, readyText)
    this.processes.push(started)
    return started
  }

  private assetOf(client: TestClient, uploaded: Uploaded): Asset {
    const run = this.runOf(client, uploaded)
    return { ...uploaded, client, workflowId: run.workflowId, run }
  }
}
