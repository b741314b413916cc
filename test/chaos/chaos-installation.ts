import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
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
import { keysOf } from '../support/secrets'
import { startBalancer } from './balancer'
import { type ChaosClient, type ConfigFault, seedClients, writeClients, writeProfiles } from './chaos-clients'
import { chaosTimings } from './chaos-timings'
import { clearDisk, fillDisk, mountSmallDisk, unmountDisk, wipeDisk } from './small-disk'

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
const maxFirstStarts = 5
const boxPorts = ['box-api', 'box-upload', 'box-download', 'box-page', 'box-control']

/** The whole product as processes. Each one starts again a second after it died. */
export class ChaosInstallation {
  readonly stateDir = mkdtempSync(join(tmpdir(), 'qc-chaos-'))
  control = new ControlClient('')
  serviceAccountId = ''
  temporalAddress = ''
  clients: ChaosClient[] = []
  private keys: string[] = []
  private readonly guard: Guard = startGuard()
  private readonly parts = new Map<string, SupervisedPart>()
  private portOf: PortOf = () => 0
  private environment: ProductEnvironment = {}
  private balancer: { stop: () => void } | undefined
  private configGeneration = 0
  private hosts: number[] = []
  private hostCount = 0
  private hasSmallDisks = true

  constructor(private readonly options: ChaosInstallationOptions) {}

  async start(): Promise<void> {
    const { workers, temporalAddress, suffix } = this.options
    this.portOf = await choosePorts(listeners(workers), this.stateDir, new Map())
    const box = await this.startBox()
    this.keys = keysOf(box)
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

  /** To the process and its children, as a service manager does it. */
  signal(name: string, signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void {
    kill(-this.pidOf(name), signal)
  }

  /** As the kernel does when memory runs out: the tools die, the worker lives. */
  killTools(name: string): void {
    const pid = this.pidOf(name)
    const file = `/proc/${pid}/task/${pid}/children`
    if (pid === 0 || !existsSync(file)) return
    for (const child of readFileSync(file, 'utf8').trim().split(' ')) kill(Number(child), 'SIGKILL')
  }

  /** Its next process finds an empty data directory. */
  wipeDisk(name: string): void {
    this.signal(name, 'SIGKILL')
    wipeDisk(this.dataDir(name))
  }

  /** False when it has no disk of its own, which takes root. */
  fillDisk(name: string, leaveBytes: number): boolean {
    if (this.hasSmallDisks) fillDisk(this.dataDir(name), leaveBytes)
    return this.hasSmallDisks
  }

  clearDisk(name: string): void {
    clearDisk(this.dataDir(name))
  }

  /** This host never returns; a new one with an empty disk comes. */
  async replaceHost(name: string): Promise<void> {
    this.parts.get(name)?.kill()
    this.parts.delete(name)
    this.hosts = this.hosts.filter((number) => `worker-${number}` !== name)
    await this.startHost()
  }

  /** `clients.yaml` is replaced by one with another description and default profile, or by a broken one. */
  swapConfig(fault?: ConfigFault): void {
    writeClients(join(this.stateDir, 'clients.yaml'), this.clients, this.configGeneration, fault)
    this.configGeneration += 1
  }

  /** All processes run, and all disks have room. */
  resumeAll(): void {
    for (const name of this.parts.keys()) this.signal(name, 'SIGCONT')
    for (const name of this.names('worker')) this.clearDisk(name)
  }

  /** What must be in nothing that the product writes: keys, and all access tokens so far. */
  async secrets(): Promise<string[]> {
    return [...this.keys, ...(await this.control.issuedTokens())]
  }

  /** Text by place: logs and metrics of gateways and workers, and the files in their data directories. */
  async writings(): Promise<Record<string, string>> {
    const names = readdirSync(this.stateDir).filter((name) => /^(worker|gateway|data)-/.test(name))
    const files = names.flatMap((name) => filesBelow(join(this.stateDir, name)))
    const pages = [
      ...gateways.map((number) => this.portOf(`gateway-${number}`)),
      ...this.names('worker').flatMap((name) =>
        ['health', 'metrics'].map((one) => this.portOf(`${name}-${one}`)),
      ),
    ].map(async (port) => [`metrics at ${port}`, await metricsAt(port)] as const)
    return {
      ...Object.fromEntries(files.map((file) => [file, readFileSync(file, 'latin1')])),
      ...Object.fromEntries(await Promise.all(pages)),
    }
  }

  admin(...words: string[]): Promise<string> {
    return adminCli(this.environment, words, AbortSignal.timeout(120_000))
  }

  /** Ends every process at once; the directory stays for a look at its logs when `keep` says so. */
  stop({ keep }: { keep: boolean }): void {
    this.balancer?.stop()
    for (const part of this.parts.values()) part.kill()
    if (this.hasSmallDisks)
      for (let number = 1; number <= this.hostCount; number += 1)
        unmountDisk(this.dataDir(`worker-${number}`))
    this.guard.dismiss()
    if (!keep) rmSync(this.stateDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }

  private async startBox(): Promise<BoxAddresses> {
    let addresses: BoxAddresses | undefined
    const box = boxServer(join(this.stateDir, 'box'), this.portOf, (found) => (addresses = found))
    await this.startPart({ ...box, args: [...box.args, '--forgets'] })
    if (addresses === undefined) throw new Error('the simulated Box did not print its addresses')
    this.control = new ControlClient(addresses.controlUrl)
    this.serviceAccountId = addresses.serviceAccountId
    return addresses
  }

  private startGateway(number: number): Promise<void> {
    const name = `gateway-${number}`
    const portOf = () => this.portOf(name)
    const environment = { ...this.environment, GATEWAY_DATA_DIR: join(this.stateDir, `${name}-data`) }
    return this.startPart({ ...gateway(environment, portOf), name })
  }

  private async startHost(): Promise<void> {
    this.hostCount += 1
    const number = this.hostCount
    this.hosts.push(number)
    const isMounted = mountSmallDisk(this.dataDir(`worker-${number}`))
    this.hasSmallDisks &&= isMounted
    const part = worker(this.environment, this.stateDir, this.portOf, number)
    // The reserve of a disk that can be filled: small, and more than a sample needs.
    await this.startPart({ ...part, env: { ...part.env, QC_DISK_RESERVE_BYTES: String(2 ** 20) } })
  }

  /** A process that is killed while it starts for the first time gets another first time. */
  private async startPart(options: Omit<PartOptions, 'logFile'>): Promise<void> {
    const { name } = options
    const logFile = join(this.stateDir, `${name}.log`)
    const deps = { guard: this.guard, say: this.options.say, onChanged: () => undefined }
    for (let tries = 1; ; tries += 1) {
      const part = new SupervisedPart({ ...options, logFile }, deps)
      this.parts.set(name, part)
      try {
        await part.start()
        return
      } catch (error) {
        if (this.parts.get(name) !== part) return
        if (tries === maxFirstStarts) throw error
        this.options.say(`${name}: killed while it started; starting it again`)
      }
    }
  }

  private pidOf(name: string): number {
    return this.parts.get(name)?.pid ?? 0
  }

  private dataDir(name: string): string {
    return join(this.stateDir, `data-${name.slice('worker-'.length)}`)
  }

  private environmentFor(box: BoxAddresses): ProductEnvironment {
    return {
      ...productEnvironment(this.stateDir, box, this.portOf),
      TEMPORAL_ADDRESS: this.temporalAddress,
      QC_TASK_QUEUE: `chaos-${this.options.suffix}`,
      QC_PROFILES_DIR: join(this.stateDir, 'profiles'),
      QC_TIMINGS: JSON.stringify(chaosTimings),
      QC_SWEEP_INTERVAL_MINUTES: '1',
      QC_SWEEP_MIN_AGE_SECONDS: '5',
      // Shorter than some of the times without a role, longer than others.
      QC_ACCESS_PATIENCE_MS: '5000',
    }
  }
}

/** It may have ended a moment ago: then its next process starts in a second. */
function kill(pid: number, signal: NodeJS.Signals): void {
  if (pid === 0) return
  try {
    process.kill(pid, signal)
  } catch {
    // See above.
  }
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return names.map((name) => join(path, name)).filter((file) => statSync(file).isFile())
}

/** Nothing of a process that is down at this moment. */
async function metricsAt(port: number): Promise<string> {
  try {
    return await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  } catch {
    return ''
  }
}

function listeners(workers: number): string[] {
  const hosts = Array.from({ length: workers + spareHosts }, (_, index) => `worker-${index + 1}`)
  return [
    ...['temporal', 'web-ui', 'gateway', ...gateways.map((number) => `gateway-${number}`), ...boxPorts],
    ...hosts.flatMap((name) => [`${name}-health`, `${name}-metrics`]),
  ]
}
