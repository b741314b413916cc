import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { Connection } from '@temporalio/client'

import type { Description } from '../../sandbox/installation/description'
import { untilAnswers } from '../../sandbox/installation/until-answers'

const root = join(__dirname, '../..')
const startLimitMs = 120_000

// The tests go on where the one before ended: each start of a sandbox takes ten seconds.
const stateDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
let sandbox: Sandbox
let first: Description

beforeAll(async () => {
  sandbox = await start()
  first = read(sandbox.file)
}, startLimitMs)

afterAll(async () => {
  await sandbox.end('SIGKILL')
  rmSync(stateDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

test('prints the path of a private file with all that a client needs', async () => {
  expect(sandbox.stdout).toEqual([sandbox.file])
  expect(sandbox.file).toBe(join(stateDir, 'sandbox.json'))
  expect(statSync(sandbox.file).mode & 0o777).toBe(0o600)
  expect(Object.keys(first)).toEqual([
    ...['webhookAddress', 'gatewayUrl', 'adminPagesUrl', 'adminUser', 'adminPassword'],
    ...['boxApiUrl', 'boxUploadUrl', 'boxPageUrl', 'boxControlUrl'],
    ...['temporalAddress', 'temporalNamespace', 'webUiUrl'],
    ...['jwtConfigFile', 'uploaderUserId', 'primaryKey', 'secondaryKey', 'clients', 'pids'],
  ])
  expect(first.webhookAddress).toBe('https://gateway.sandbox.example/box/webhook')
  expect(first.gatewayUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/box\/webhook$/)
  expect(first.clients.acme).toEqual({
    incomingFolderId: expect.stringMatching(/^\d+$/),
    reportsFolderId: expect.stringMatching(/^\d+$/),
    profile: 'static_general',
  })
  await expectHealthy(join(stateDir, 'env'))
  expect(JSON.parse(readFileSync(first.jwtConfigFile, 'utf8'))).toMatchObject({
    boxAppSettings: {
      clientID: expect.any(String),
      appAuth: { publicKeyID: expect.any(String), privateKey: expect.any(String) },
    },
    enterpriseID: expect.any(String),
  })
})

test('a second sandbox on the same state ends with an error and does not disturb the first', async () => {
  const second = spawnSandbox()
  const errors = collect(second)
  const [exitCode] = (await once(second, 'exit')) as [number]
  expect(exitCode).toBe(1)
  expect(errors()).toContain(`a sandbox runs here already, as process ${sandbox.pid}`)
  await expectServing(first)
})

test(
  'starts a part again that died, and writes its new process id',
  async () => {
    const partsOf = ({ pids: { box, gateways, workers, temporal } }: Description) => [
      box,
      gateways[0]!,
      workers[0]!,
      temporal,
    ]
    const victims = partsOf(first)
    for (const pid of victims) process.kill(pid, 'SIGKILL')
    const after = await untilAnswers(AbortSignal.timeout(startLimitMs / 2), () => {
      const now = read(sandbox.file)
      const isBack = partsOf(now).every((pid) => pid > 0 && !victims.includes(pid))
      return Promise.resolve(isBack ? now : undefined)
    })
    await untilAnswers(AbortSignal.timeout(startLimitMs / 2), () => expectServing(after).then(() => true))
    expect({ ...after, pids: undefined }).toEqual({ ...first, pids: undefined })
  },
  startLimitMs,
)

test(
  'leaves nothing behind when it is killed without a chance to stop, and its state serves the next start',
  async () => {
    const killed = read(sandbox.file)
    await sandbox.end('SIGKILL')
    await expectGone(killed)
    sandbox = await start()
    const next = read(sandbox.file)
    expect({ ...next, pids: undefined }).toEqual({ ...first, pids: undefined })
    await expectServing(next)
  },
  startLimitMs,
)

test('stops on SIGTERM and leaves no process behind', async () => {
  const stopped = read(sandbox.file)
  expect(await sandbox.end('SIGTERM')).toBe(0)
  await expectGone(stopped)
})

test(
  'starts with an empty state for --fresh, and stops on Ctrl-C',
  async () => {
    sandbox = await start('--fresh')
    const fresh = read(sandbox.file)
    expect(fresh.primaryKey).not.toBe(first.primaryKey)
    expect(await sandbox.end('SIGINT')).toBe(0)
    await expectGone(fresh)
  },
  startLimitMs,
)

test('says which port is taken', async () => {
  const child = spawnSandbox('--port', `gateway=${await takenPort()}`)
  const errors = collect(child)
  const [exitCode] = (await once(child, 'exit')) as [number]
  expect(exitCode).toBe(1)
  expect(errors()).toMatch(
    /port \d+ for gateway is taken, expected a free one: choose another with --port gateway=N/,
  )
})

interface Sandbox {
  pid: number
  /** The line that it printed. */
  file: string
  stdout: string[]
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

async function start(...options: string[]): Promise<Sandbox> {
  const child = spawnSandbox(...options)
  const errors = collect(child)
  const stdout: string[] = []
  const exited = once(child, 'exit') as Promise<[number | null]>
  const line = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (one) => {
      stdout.push(one)
      resolve(one)
    })
    void exited.then(() => reject(new Error(`the sandbox ended: ${errors()}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return (await exited)[0]
  }
  return { pid: child.pid!, file: await line, stdout, end }
}

function spawnSandbox(...options: string[]): ChildProcess {
  const args = [join(root, 'dist/sandbox/main.js'), '--state', stateDir, ...options]
  // As npm does not start it here, nobody's death is watched for.
  return spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_lifecycle_event: undefined },
  })
}

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stderr!.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return () => text
}

function read(file: string): Description {
  return JSON.parse(readFileSync(file, 'utf8')) as Description
}

async function expectServing({ gatewayUrl, boxPageUrl, webUiUrl, temporalAddress }: Description) {
  expect((await fetch(new URL('/readyz', gatewayUrl))).status).toBe(200)
  expect((await fetch(boxPageUrl)).status).toBe(200)
  expect((await fetch(webUiUrl)).status).toBe(200)
  const connection = await Connection.connect({ address: temporalAddress })
  await connection.close()
}

/** `doctor` with the environment of the sandbox has nothing to say. */
async function expectHealthy(environmentFile: string) {
  const words = [`--env-file=${environmentFile}`, join(root, 'dist/admin-cli/main.js'), 'doctor']
  const doctor = spawn(process.execPath, words, { env: { PATH: process.env.PATH } })
  let printed = ''
  for (const stream of [doctor.stdout, doctor.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const [exitCode] = (await once(doctor, 'close')) as [number | null]
  expect(printed).toContain('0 WARN, 0 FAIL')
  expect(exitCode).toBe(0)
}

async function expectGone({ pids }: Description) {
  const all = [pids.temporal, pids.box, pids.pages, ...pids.gateways, ...pids.workers]
  await untilAnswers(AbortSignal.timeout(15_000), () => Promise.resolve(all.some(isAlive) ? undefined : true))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // A process that nobody has reaped yet is gone all the same.
  return process.platform !== 'linux' || !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

async function takenPort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  afterThis.push(() => void server.close())
  return typeof address === 'object' && address !== null ? address.port : 0
}

const afterThis: (() => void)[] = []
afterAll(() => {
  for (const close of afterThis) close()
})
