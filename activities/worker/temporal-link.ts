import { loadClientConnectConfig } from '@temporalio/envconfig'
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker'

import { buildsOf } from '../../runs/builds'
import { countWaiting } from './count-waiting'
import { pollersSeenAt } from './pollers-seen-at'
import { seldomWhileFine } from './seldom-while-fine'
import { searchAttributeProblem } from '../../workflows/search-attributes'
import { messageOf } from '../../workflows/text'
import { UnusableConfiguration } from './unusable-configuration'
import { waitForTemporal } from './wait-for-temporal'

export interface LinkOptions {
  /** The queue that every worker polls. */
  mainQueue: string
  /** Aborted when the process has to end. */
  stopping: AbortSignal
  log: { warn: (fields: object, message: string) => void }
}

const pingMs = 2_000
/** While the search attributes fit, the server is asked this seldom. */
const attributesMs = 60_000

/**
 * This process's connection to Temporal, by Temporal's own environment configuration (TEMPORAL_ADDRESS,
 * TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, TEMPORAL_TLS_…). Waits for a server that starts later.
 */
export class TemporalLink {
  readonly namespace: string
  readonly address: string
  private readonly connectionOptions
  private connection: NativeConnection | undefined
  private readonly attributeProblem = seldomWhileFine(() => this.askForAttributes(), attributesMs)
  /** Why the last attempt to connect failed. */
  private waitsFor: string | undefined = 'it was not asked yet'

  constructor(private readonly options: LinkOptions) {
    const { connectionOptions, namespace = 'default' } = usable(() => loadClientConnectConfig())
    this.connectionOptions = connectionOptions
    this.namespace = namespace
    this.address = connectionOptions.address ?? 'localhost:7233'
  }

  async connect(): Promise<NativeConnection> {
    this.connection = await this.patiently('connect to Temporal', () =>
      NativeConnection.connect(this.connectionOptions),
    )
    return this.connection
  }

  async createWorker(options: WorkerOptions): Promise<Worker> {
    return this.patiently(`serve ${options.taskQueue}`, () => Worker.create(options))
  }

  /** Undefined while Temporal answers; else its address and what is wrong, in one line. */
  async problem(): Promise<string | undefined> {
    const reason = this.waitsFor ?? (await this.ping())
    return reason === undefined
      ? undefined
      : `Temporal at ${this.address} (namespace ${this.namespace}): ${reason}`
  }

  async pollersSeenAt(hostQueue: string): Promise<number[]> {
    const { namespace } = this
    const { mainQueue } = this.options
    return pollersSeenAt({ service: this.service(), namespace, mainQueue }, hostQueue)
  }

  async countWaiting(taskQueue: string): Promise<number | undefined> {
    return countWaiting(this.service(), this.namespace, taskQueue)
  }

  /** The build that gets runs; undefined when Temporal does not say, or when no build is current. */
  async currentBuild(): Promise<string | undefined> {
    const { namespace } = this
    if (this.connection === undefined) return undefined
    const asked = buildsOf(this.connection.workflowService, namespace, this.options.mainQueue)
    return asked.then(
      ({ current }) => current,
      () => undefined,
    )
  }

  async close(): Promise<void> {
    await this.connection?.close()
  }

  private service() {
    if (this.connection === undefined) throw new Error('not connected to Temporal yet')
    return this.connection.workflowService
  }

  private async ping(): Promise<string | undefined> {
    try {
      const { namespace } = this
      await this.connection?.withDeadline(Date.now() + pingMs, () =>
        this.service().describeNamespace({ namespace }),
      )
      return await this.attributeProblem()
    } catch (error) {
      return messageOf(error)
    }
  }

  /** A namespace without our search attributes fails every workflow task. */
  private async askForAttributes(): Promise<string | undefined> {
    const { connection, namespace } = this
    return connection?.withDeadline(Date.now() + pingMs, () =>
      searchAttributeProblem(connection.operatorService, namespace),
    )
  }

  private async patiently<T>(what: string, attempt: () => Promise<T>): Promise<T> {
    const { stopping, log } = this.options
    const { address, namespace } = this
    const onWait = (reason: string, waitMs: number) => {
      this.waitsFor = reason
      log.warn({ address, namespace, reason, againInMs: waitMs }, `cannot ${what} yet`)
    }
    const where = `${what} (address ${address}, namespace ${namespace})`
    const result = await waitForTemporal({ what: where, signal: stopping, onWait }, attempt)
    this.waitsFor = undefined
    return result
  }
}

/** What reads Temporal's environment configuration; throws `UnusableConfiguration` when it cannot be read. */
export function usable<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new UnusableConfiguration(
      `Temporal's environment configuration cannot be read: ${messageOf(error)}`,
      { cause: error },
    )
  }
}
