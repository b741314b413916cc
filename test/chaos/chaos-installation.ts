import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type BoxAddresses, boxServer, webhookOrigin } from '../../sandbox/installation/box-server'
import { type Guard, startGuard } from '../../sandbox/installation/guard'
import { choosePorts, type PortOf } from '../../sandbox/installation/ports'
import {
  adminCli,
  gateway,
  type ProductEnvironment,
  productEnvironment,
  webhookPath,
  worker,
} from '../../sandbox/installation/product'
import { type PartOptions, SupervisedPart } from '../../sandbox/installation/supervised-part'
import { temporalServer } from '../../sandbox/installation/temporal-server'
import { ControlClient } from '../../sandbox/simulated-box/control-client'
import { startBalancer } from './balancer'
import { type ChaosClient, seedClients, writeClients, writeProfiles } from './chaos-clients'
import { chaosTimings } from './chaos-timings'

export interface ChaosInstallationOptions {
  workers: number
  /** An existing cluster instead of a dev server of our own. */
  temporalAddress: string | undefined
  /** Makes task queue and client ids unique on a shared cluster. */
  suffix: string
  say: (line: string) => void
}

const gateways = [1, 2]
/** Hosts that come in place of those that never return need ports, too. */
const spareHosts = 100
const boxPorts = ['box-api', 'box-upload', 'box-download', 'box-page', 'box-control']

/** The whole product as processes. Each one starts again a second after it died. */
export class ChaosInstallation {
  readonly stateDir = mkdtempSync(join(tmpdir(), 'qc-chaos-'))
  control = new ControlClient('')
  serviceAccountId = ''
  temporalAddress = ''
  clients: ChaosClient[] = []
  private readonly guard: Guard = startGuard()
  private readonly parts = new Map<string, SupervisedPart>()
  private portOf: PortOf = () => 0
  private environment: ProductEnvironment = {}
  private balancer: { stop: () => void } | undefined
  private configGeneration = 0
  private hosts: number[] = []
  private hostCount = 0

  constructor(private readonly options: ChaosInstallationOptions) {}

  async start(): Promise<void> {
    const { workers, temporalAddress, suffix } = this.options
    this.portOf = await choosePorts(listeners(workers), this.stateDir, new Map())
    const box = await this.startBox()
    if (temporalAddress === undefined)
      await this.startPart(temporalServer(this.stateDir, this.portOf('temporal'), this.portOf('web-ui')))
    this.temporalAddress = temporalAddress ?? `127.0.0.1:${this.portOf('temporal')}`
    this.clients = await seedClients(this.control, suffix)
    this.environment = this.environmentFor(box)
    writeProfiles(join(this.stateDir, 'profiles'))
    this.swapConfig()
    await this.admin('setup')
    this.balancer = startBalancer(
      this.portOf('gateway'),
      gateways.map((number) => this.portOf(`gateway-${number}`)),
    )
    const started = gateways.map((number) => this.startGateway(number))
    const workersStarted = Array.from({ length: workers }, () => this.startHost())
    await Promise.all([...started, ...workersStarted])
    await this.admin('register-all-clients', `${webhookOrigin}${webhookPath}`)
  }

  /** A name for each process that can be killed: `worker-3`, `gateway-1`, `temporal`, `box`. */
  names(kind: 'worker' | 'gateway' | 'temporal' | 'box'): string[] {
    if (kind === 'worker') return this.hosts.map((number) => `worker-${number}`)
    return [...this.parts.keys()].filter((name) => name.startsWith(kind))
  }

  signal(name: string, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    const pid = this.parts.get(name)?.pid ?? 0
    if (pid === 0) return
    try {
      process.kill(-pid, signal)
    } catch {
      // It has just ended, and its next process starts in a second.
    }
  }

  /** The data directory is gone before the worker's next process starts. */
  wipeDisk(name: string): void {
    this.signal(name, 'SIGKILL')
    rmSync(this.dataDir(Number(name.slice('worker-'.length))), {
      recursive: true,
      force: true,
      maxRetries: 5,
    })
  }

  /** This host never returns; a new one with an empty disk comes. */
  async replaceHost(name: string): Promise<void> {
    this.parts.get(name)?.kill()
    this.parts.delete(name)
    this.hosts = this.hosts.filter((number) => `worker-${number}` !== name)
    await this.startHost()
  }

  /** `clients.yaml` is replaced by one with another description and default profile. */
  swapConfig(): void {
    writeClients(join(this.stateDir, 'clients.yaml'), this.clients, this.configGeneration)
    this.configGeneration += 1
  }

  /** All processes run again. */
  resumeAll(): void {
    for (const name of this.parts.keys()) this.signal(name, 'SIGCONT')
  }

  admin(...words: string[]): Promise<string> {
    return adminCli(this.environment, words, AbortSignal.timeout(120_000))
  }

  /** Ends every process at once; the directory stays for a look at its logs when `keep` says so. */
  stop({ keep }: { keep: boolean }): void {
    this.balancer?.stop()
    for (const part of this.parts.values()) part.kill()
    this.guard.dismiss()
    if (!keep) rmSync(this.stateDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }

  private async startBox(): Promise<BoxAddresses> {
    let addresses: BoxAddresses | undefined
    await this.startPart(boxServer(join(this.stateDir, 'box'), this.portOf, (found) => (addresses = found)))
    if (addresses === undefined) throw new Error('the simulated Box did not print its addresses')
    this.control = new ControlClient(addresses.controlUrl)
    this.serviceAccountId = addresses.serviceAccountId
    return addresses
  }

  private startGateway(number: number): Promise<void> {
    const name = `gateway-${number}`
    const portOf = () => this.portOf(name)
    return this.startPart({ ...gateway(this.environment, portOf), name })
  }

  private startHost(): Promise<void> {
    this.hostCount += 1
    this.hosts.push(this.hostCount)
    return this.startPart(worker(this.environment, this.stateDir, this.portOf, this.hostCount))
  }

  private startPart(options: Omit<PartOptions, 'logFile'>): Promise<void> {
    const logFile = join(this.stateDir, `${options.name}.log`)
    const deps = { guard: this.guard, say: this.options.say, onChanged: () => undefined }
    const part = new SupervisedPart({ ...options, logFile }, deps)
    this.parts.set(options.name, part)
    return part.start()
  }

  private dataDir(number: number): string {
    return join(this.stateDir, `data-${number}`)
  }

  private environmentFor(box: BoxAddresses): ProductEnvironment {
    return {
      ...productEnvironment(this.stateDir, box, this.portOf),
      TEMPORAL_ADDRESS: this.temporalAddress,
      QC_TASK_QUEUE: `chaos-${this.options.suffix}`,
      QC_PROFILES_DIR: join(this.stateDir, 'profiles'),
      QC_TIMINGS: JSON.stringify(chaosTimings),
    }
  }
}

function listeners(workers: number): string[] {
  const hosts = Array.from({ length: workers + spareHosts }, (_, index) => `worker-${index + 1}`)
  return [
    ...['temporal', 'web-ui', 'gateway', ...gateways.map((number) => `gateway-${number}`), ...boxPorts],
    ...hosts.flatMap((name) => [`${name}-health`, `${name}-metrics`]),
  ]
}
