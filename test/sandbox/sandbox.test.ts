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

let stateDir: string
let sandbox: Sandbox | undefined

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
})

afterEach(async () => {
  await sandbox?.end('SIGKILL')
  sandbox = undefined
  rmSync(stateDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

test(
  'prints the path of a private file with all that a client needs, and leaves no process behind',
  async () => {
    sandbox = await start()
    expect(sandbox.file).toBe(join(stateDir, 'sandbox.json'))
    expect(statSync(sandbox.file).mode & 0o777).toBe(0o600)
    const description = read(sandbox.file)
    expect(Object.keys(description)).toEqual([
      ...[
        'webhookAddress',
        'gatewayUrl',
        ...['adminPagesUrl', 'adminUser', 'adminPassword'],
        'boxApiUrl',
        'boxUploadUrl',
        'boxPageUrl',
        'boxControlUrl',
        'temporalAddress',
        'temporalNamespace',
        'webUiUrl',
      ],
      ...['jwtConfigFile', 'uploaderUserId', 'primaryKey', 'secondaryKey', 'clients', 'pids'],
    ])
    expect(description.webhookAddress).toBe('https://gateway.sandbox.example/box/webhook')
    expect(description.gatewayUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/box\/webhook$/)
    expect(description.clients.acme).toEqual({
      incomingFolderId: expect.stringMatching(/^\d+$/),
      reportsFolderId: expect.stringMatching(/^\d+$/),
      profile: 'static_general',
    })
    await expectHealthy(join(stateDir, 'env'))
    expect(JSON.parse(readFileSync(description.jwtConfigFile, 'utf8'))).toMatchObject({
      boxAppSettings: {
        clientID: expect.any(String),
        appAuth: { publicKeyID: expect.any(String), privateKey: expect.any(String) },
      },
      enterpriseID: expect.any(String),
    })
    await expectServing(description)

    const exitCode = await sandbox.end('SIGTERM')

    expect(exitCode).toBe(0)
    expect(sandbox.stdout).toEqual([sandbox.file])
    await expectGone(description)
  },
  startLimitMs,
)

test(
  'starts a part again that died, writes its new process id, and stops on Ctrl-C',
  async () => {
    sandbox = await start()
    const before = read(sandbox.file)
    const victims = [before.pids.box, before.pids.gateways[0]!, before.pids.workers[0]!, before.pids.temporal]
    for (const pid of victims) process.kill(pid, 'SIGKILL')
    const after = await untilAnswers(AbortSignal.timeout(startLimitMs / 2), () => {
      const { pids } = read(sandbox!.file)
      const now = [pids.box, pids.gateways[0]!, pids.workers[0]!, pids.temporal]
      return Promise.resolve(
        now.every((pid) => pid > 0 && !victims.includes(pid)) ? read(sandbox!.file) : undefined,
      )
    })
    await untilAnswers(AbortSignal.timeout(startLimitMs / 2), () => expectServing(after).then(() => true))
    expect({ ...after, pids: undefined }).toEqual({ ...before, pids: undefined })

    expect(await sandbox.end('SIGINT')).toBe(0)
    await expectGone(after)
  },
  startLimitMs * 2,
)

test(
  'leaves nothing behind when it is killed without a chance to stop, and its state serves the next start',
  async () => {
    sandbox = await start()
    const first = read(sandbox.file)
    await sandbox.end('SIGKILL')
    await expectGone(first)

    sandbox = await start()
    const second = read(sandbox.file)
    expect({ ...second, pids: undefined }).toEqual({ ...first, pids: undefined })
    await sandbox.end('SIGTERM')
    await expectGone(second)

    sandbox = await start('--fresh')
    const third = read(sandbox.file)
    expect(third.primaryKey).not.toBe(first.primaryKey)
  },
  startLimitMs * 3,
)

test(
  'a second sandbox on the same state ends with an error and does not disturb the first',
  async () => {
    sandbox = await start()
    const second = spawnSandbox()
    const errors = collect(second)
    const [exitCode] = (await once(second, 'exit')) as [number]
    expect(exitCode).toBe(1)
    expect(errors()).toContain(`a sandbox runs here already, as process ${sandbox.pid}`)
    await expectServing(read(sandbox.file))
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
