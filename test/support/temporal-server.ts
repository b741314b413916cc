import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'

import { Connection } from '@temporalio/client'

import { searchAttributes } from '../../workflows/contract'

export interface TemporalServer {
  /** `127.0.0.1:<port>` */
  address: string
  webUiUrl: string
  process: ChildProcess
  stop: () => Promise<void>
}

export interface TemporalServerOptions {
  /** A free one when absent. */
  port?: number
  uiPort?: number
  /** In memory when absent. */
  databaseFile?: string
  dynamicConfig?: Record<string, string | number>
}

/** A namespace of the dev server of the Jest run, as Temporal makes it: nothing of `setup` is there. */
export async function registerNamespace(namespace: string): Promise<void> {
  const connection = await Connection.connect({ address: temporalAddress() })
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  })
  await connection.close()
}

/** The real dev server, with the product's search attributes. Ready when the promise resolves. */
export async function startTemporalServer(options: TemporalServerOptions = {}): Promise<TemporalServer> {
  const port = options.port ?? (await freePort())
  const uiPort = options.uiPort ?? (await freePort())
  const child = spawn(temporalCli(), serverArguments(port, uiPort, options), {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2_000)))
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  const stop = async () => {
    process.removeListener('exit', killWithUs)
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await exited
  }
  const address = `127.0.0.1:${port}`
  try {
    await untilReady(address, child)
  } catch (error) {
    await stop()
    throw new Error(`the Temporal dev server did not start: ${complaints}`, { cause: error })
  }
  return { address, webUiUrl: `http://127.0.0.1:${uiPort}`, process: child, stop }
}

/** The server of this Jest run: see `global-setup.ts`. Isolate by task queue and id prefix. */
export function temporalAddress(): string {
  const address = process.env.TEST_TEMPORAL_ADDRESS
  if (address === undefined)
    throw new Error('TEST_TEMPORAL_ADDRESS is not set: jest.globalSetup must be test/support/global-setup.ts')
  return address
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function serverArguments(
  port: number,
  uiPort: number,
  { databaseFile, dynamicConfig = {} }: TemporalServerOptions,
): string[] {
  const attributes = Object.entries(searchAttributes).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${cliTypes[type]}`,
  ])
  const database = databaseFile === undefined ? [] : ['--db-filename', databaseFile, ...pragmas]
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)],
    ...[
      '--log-level',
      'error',
      '--dynamic-config-value',
      'system.forceSearchAttributesCacheRefreshOnRead=true',
      // As the sandbox sets it: otherwise a task waits up to 50 ms.
      '--dynamic-config-value',
      'history.transferProcessorMaxPollRPS=1000',
    ],
    ...attributes,
    ...database,
    ...Object.entries(dynamicConfig).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
  ]
}

const pragmas = ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL']

const cliTypes = { KEYWORD: 'Keyword', DOUBLE: 'Double' } as const

export function temporalCli(): string {
  const projectsOwn = join(__dirname, '../../.cache/temporal/temporal')
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'temporal'))
  const found = [process.env.TEMPORAL_CLI_PATH, projectsOwn, ...onPath].find(
    (path) => path !== undefined && existsSync(path),
  )
  if (found === undefined)
    throw new Error(
      'no Temporal CLI: expected TEMPORAL_CLI_PATH, .cache/temporal/temporal, or `temporal` on PATH',
    )
  return found
}

async function untilReady(address: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it exited with ${child.exitCode}`)
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1_000 })
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' })
        return
      } finally {
        await connection.close()
      }
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
