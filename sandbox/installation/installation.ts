import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { ControlClient } from '../simulated-box/control-client'
import { type AdminUser, adminUser } from './admin-user'
import { type BoxAddresses, boxServer, webhookOrigin } from './box-server'
import { type Description, writeDescription } from './description'
import { type Guard, startGuard } from './guard'
import { choosePorts, type PortOf } from './ports'
import { endLeftovers, writeProcessTable } from './process-table'
import {
  adminCli,
  adminPages,
  commandEnvironment,
  gateway,
  type ProductEnvironment,
  productEnvironment,
  webhookPath,
  worker,
  writeEnvironmentFile,
} from './product'
import { type Seed, seedBox, writeClientsFile } from './seed'
import { type PartOptions, SupervisedPart } from './supervised-part'
import { temporalNamespace, temporalServer } from './temporal-server'

export interface InstallationOptions {
  /** The folder of everything that survives a stop. */
  stateDir: string
  /** Start with an empty directory. */
  isFresh: boolean
  /** Wanted ports by name (see `listenersOf`); 0 or absent takes a free one. */
  ports: ReadonlyMap<string, number>
  workers: number
  /** One line for one step. */
  say: (line: string) => void
}

/** Known once everything runs. */
export interface Running {
  description: Description
  /** Path of the same description as JSON. */
  descriptionFile: string
  control: ControlClient
  serviceAccountId: string
  /** For `node --env-file`: the environment of the product's own commands. */
  environmentFile: string
  /** Runs one of the product's admin commands and returns what it printed. */
  admin: (...words: string[]) => Promise<string>
  metricsUrls: string[]
}

/** The whole product on one machine: the real Temporal dev server, the simulated Box, a gateway, workers. */
export class Installation {
  private readonly parts: SupervisedPart[] = []
  private guard: Guard | undefined
  private running: Running | undefined
  private readonly stopping = new AbortController()

  constructor(private readonly options: InstallationOptions) {}

  /** Resolves when the gateway accepts uploads. After an error, call `stop` too. */
  async start(): Promise<Running> {
    const { stateDir, isFresh, workers, say } = this.options
    mkdirSync(stateDir, { recursive: true, mode: 0o700 })
    await endLeftovers(this.processTable())
    if (isFresh) rmSync(stateDir, { recursive: true, force: true })
    mkdirSync(join(stateDir, 'logs'), { recursive: true, mode: 0o700 })
    const portOf = await choosePorts(listenersOf(workers), stateDir, this.options.ports)
    this.guard = startGuard()
    let box: BoxAddresses | undefined
    const temporalPart = this.part(temporalServer(stateDir, portOf('temporal'), portOf('web-ui')))
    const boxPart = this.part(boxServer(join(stateDir, 'box'), portOf, (addresses) => (box = addresses)))
    await Promise.all([temporalPart.start(), boxPart.start()])
    if (box === undefined) throw new Error('the simulated Box did not print its addresses')
    say('Temporal and the simulated Box are up')
    const environment = { ...productEnvironment(stateDir, box, portOf), ...addressesOf(box) }
    const environmentFile = join(stateDir, 'env')
    const commands = commandEnvironment(environment, stateDir, { portOf, workers })
    writeEnvironmentFile(environmentFile, commands)
    const control = new ControlClient(box.controlUrl)
    const seed = await seedBox(control)
    writeClientsFile(join(stateDir, 'clients.yaml'), seed)
    await adminCli(environment, ['setup'], this.stopping.signal)
    const gatewayPart = this.part(gateway(environment, portOf))
    const workerParts = numbered(workers).map((number) =>
      this.part(worker(environment, stateDir, portOf, number)),
    )
    const admin = await adminUser(join(stateDir, 'admin_users.json'), stateDir)
    const pagesPart = this.part(adminPages(commands, portOf))
    await Promise.all([gatewayPart, pagesPart, ...workerParts].map((part) => part.start()))
    say('gateway, worker and admin pages are up')
    await this.registerWebhooks(environment)
    const pids = () => ({
      temporal: temporalPart.pid,
      box: boxPart.pid,
      gateways: [gatewayPart.pid],
      pages: pagesPart.pid,
      workers: workerParts.map(({ pid }) => pid),
    })
    this.running = {
      description: describe(box, seed, admin, portOf, pids),
      descriptionFile: join(stateDir, 'sandbox.json'),
      control,
      serviceAccountId: box.serviceAccountId,
      environmentFile,
      admin: (...words) => adminCli(commands, words, this.stopping.signal),
      metricsUrls: metricsUrls(workers, portOf),
    }
    this.remember()
    return this.running
  }

  /** In an order that loses nothing: first the parts that accept work, last the parts that store it. */
  async stop(): Promise<void> {
    this.stopping.abort()
    if (this.guard === undefined) return
    const [temporal, box, ...product] = this.parts
    await Promise.all(product.map((part) => part.stop()))
    await box?.stop()
    await temporal?.stop()
    this.guard.dismiss()
    rmSync(this.processTable(), { force: true })
  }

  /** Ends everything at once. */
  kill(): void {
    this.stopping.abort()
    for (const part of this.parts) part.kill()
    this.guard?.dismiss()
  }

  private part(options: Omit<PartOptions, 'logFile'>): SupervisedPart {
    const { stateDir, say } = this.options
    this.stopping.signal.throwIfAborted()
    if (this.guard === undefined) throw new Error('parts start after their guard')
    const logFile = join(stateDir, 'logs', `${options.name}.log`)
    const onChanged = () => this.remember()
    const part = new SupervisedPart({ ...options, logFile }, { guard: this.guard, say, onChanged })
    this.parts.push(part)
    return part
  }

  private async registerWebhooks(environment: ProductEnvironment) {
    const printed = await adminCli(
      environment,
      ['register-all-clients', `${webhookOrigin}${webhookPath}`],
      this.stopping.signal,
    )
    const ids = printed
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0])
    this.options.say(`webhooks are registered for ${ids.join(', ')}`)
  }

  /** Called at each start of a process, so that both files are up to date. */
  private remember() {
    writeProcessTable(
      this.processTable(),
      this.parts.map(({ pid }) => pid).filter((pid) => pid > 0),
    )
    if (this.running !== undefined) writeDescription(this.running.descriptionFile, this.running.description)
  }

  private processTable() {
    return join(this.options.stateDir, 'processes.json')
  }
}

/** For the regular check of the webhooks, and for links. */
function addressesOf({ pageUrl }: BoxAddresses): ProductEnvironment {
  return { QC_WEBHOOK_ADDRESS: `${webhookOrigin}${webhookPath}`, PAGES_BOX_WEB_URL: pageUrl }
}

/** Names for `--port NAME=N`. */
function listenersOf(workers: number): string[] {
  const fixed = [
    'temporal',
    'web-ui',
    'gateway',
    'pages',
    'box-api',
    'box-upload',
    'box-download',
    'box-page',
    'box-control',
  ]
  return [
    ...fixed,
    ...numbered(workers).flatMap((number) => [`worker-${number}-health`, `worker-${number}-metrics`]),
  ]
}

function metricsUrls(workers: number, portOf: PortOf): string[] {
  return ['gateway', ...numbered(workers).map((number) => `worker-${number}-metrics`)].map(
    (name) => `http://127.0.0.1:${portOf(name)}/metrics`,
  )
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

function describe(
  box: BoxAddresses,
  seed: Seed,
  admin: AdminUser,
  portOf: PortOf,
  pids: () => Description['pids'],
): Description {
  return {
    webhookAddress: `${webhookOrigin}${webhookPath}`,
    gatewayUrl: `http://127.0.0.1:${portOf('gateway')}${webhookPath}`,
    adminPagesUrl: `http://127.0.0.1:${portOf('pages')}`,
    adminUser: admin.name,
    adminPassword: admin.password,
    boxApiUrl: box.apiUrl,
    boxUploadUrl: box.uploadUrl,
    boxPageUrl: box.pageUrl,
    boxControlUrl: box.controlUrl,
    temporalAddress: `127.0.0.1:${portOf('temporal')}`,
    temporalNamespace,
    webUiUrl: `http://127.0.0.1:${portOf('web-ui')}`,
    jwtConfigFile: box.jwtConfigFile,
    uploaderUserId: seed.uploaderUserId,
    primaryKey: box.primaryKey,
    secondaryKey: box.secondaryKey,
    clients: seed.clients,
    // A getter: a part that was restarted has another one.
    get pids() {
      return pids()
    },
  }
}
