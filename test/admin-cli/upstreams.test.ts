import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { commands } from '../../admin-cli/commands'
import { startSimulatedBox, type SimulatedBox } from '../../sandbox/simulated-box/simulated-box'
import { adminCli } from '../support/admin-cli'
import { documented } from '../support/documented'
import { inOneProcess } from '../support/in-one-process'
import { temporalAddress } from '../support/temporal-server'
import { wordsOf } from '../support/words-of'

let folder: string
let box: SimulatedBox
let env: Record<string, string>
const servers: Server[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qc-upstreams-'))
  box = await startSimulatedBox()
  writeFileSync(join(folder, 'clients.yaml'), 'acme: { name: Acme, profiles: [static_general] }\n')
  env = {
    QC_CLIENTS_FILE: join(folder, 'clients.yaml'),
    QC_CLIENT_DEFAULTS_FILE: join(folder, 'client_defaults.json'),
    BOX_JWT_CONFIG_FILE: box.jwtConfigFile,
    BOX_API_URL: box.apiUrl,
    BOX_UPLOAD_URL: box.uploadUrl,
    BOX_OAUTH_URL: box.oauthUrl,
    TEMPORAL_ADDRESS: temporalAddress(),
    HOME: folder,
  }
})
afterAll(async () => {
  await box.stop()
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('whoami names the identity to invite, and its JSON is as documented', async () => {
  const { code, stdout } = await adminCli(['whoami', '--json'], env)
  expect(code).toBe(0)
  expect(documented('whoami', stdout)).toMatchObject({ login: expect.stringMatching(/^AutomationUser_/) })
})

test('a refused connection is told at once, with the address', async () => {
  const closed = {
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    BOX_API_URL: 'http://127.0.0.1:1',
    BOX_OAUTH_URL: 'http://127.0.0.1:1',
  }
  const temporal = await timed(['runs', 'list'], closed)
  expect(temporal).toMatchObject({
    code: 7,
    stderr: expect.stringMatching(/Temporal at 127\.0\.0\.1:1 does not answer: .*ECONNREFUSED/),
  })
  const ofBox = await timed(['list-folder', '0'], closed)
  expect(ofBox).toMatchObject({
    code: 7,
    stderr: expect.stringMatching(/Box does not answer at http:\/\/127\.0\.0\.1:1: .*ECONNREFUSED/),
  })
  expectPlain(temporal, ofBox)
})

const errorShape = { reason: expect.any(String), message: expect.any(String), next: expect.any(String) }

const asksBox = [
  ...['onboard', 'offboard', 'whoami', 'list-folder', 'register', 'register-all-clients', 'list-webhooks'],
  ...['delete-webhook', 'clients validate', 'runs start', 'runs rerun'],
]
const asksTemporal = [
  ...['runs list', 'runs show', 'runs watch', 'runs open', 'runs retry', 'runs abandon', 'waivers add'],
  ...['sweep', 'webhooks check', 'reports prune', 'setup', 'builds list', 'builds set-current'],
]

test('every command tells a refused connection with the address, and none prints a stack', async () => {
  const ran = await everyCommand({ address: '127.0.0.1:1' })
  for (const { name, code, stdout, stderr, seconds } of ran) {
    const last = JSON.parse(stderr.trimEnd().split('\n').at(-1) || '{}') as { error?: { reason: string } }
    expect({ name, code, reason: last.error?.reason }).not.toMatchObject({ reason: 'unexpected' })
    expect({ name, isUsual: [0, 2, 3, 5, 7, 8].includes(code) }).toEqual({ name, isUsual: true })
    if (stdout !== '') documented(name, stdout)
    if (last.error !== undefined)
      expect({ name, next: '', ...last.error }).toEqual({ name, ...errorShape, exitCode: code })
    if (![...asksBox, ...asksTemporal].includes(name)) continue
    const message = expect.stringMatching(
      /^(Box|Temporal) (does not answer )?at .*127\.0\.0\.1:1\b.*ECONNREFUSED/,
    )
    expect({ name, code, ...last }).toMatchObject({ name, code: 7, error: { message } })
    // At once; a loaded machine needs some more.
    expect({ name, isQuick: seconds < 5 }).toEqual({ name, isQuick: true })
  }
  expectPlain(...ran)
})

test('a silent Box or Temporal ends every command in 15 s; after 1 s it says what it waits for', async () => {
  const address = `127.0.0.1:${await listening(createServer(() => undefined))}`
  const ran = await everyCommand({ address, isTogether: true })
  for (const { name, code, stderr, seconds } of ran) {
    // doctor asks both at the same time: one after the other, they took 32 s.
    if (name === 'doctor') expect({ code, isInTime: seconds < 25 }).toEqual({ code: 8, isInTime: true })
    if (![...asksBox, ...asksTemporal].includes(name)) continue
    const [first = '', last = ''] = stderr.trimEnd().split('\n')
    expect({ name, code, first }).toMatchObject({
      ...{ name, code: 7 },
      first: expect.stringMatching(
        new RegExp(`^{"message":"Waiting for (Box|Temporal) at .*${address} …"}$`),
      ),
    })
    expect({ name, last }).toMatchObject({
      last: expect.stringMatching(new RegExp(`${address}.*(does|did) not|does not.*${address}`)),
    })
    // The limit is 15 s; a loaded machine needs some more.
    expect({ name, isInTime: seconds < 25 }).toEqual({ name, isInTime: true })
  }
  expectPlain(...ran)
})

test('Ctrl-C ends a command that waits, with what goes on and how to come back', async () => {
  const TEMPORAL_ADDRESS = `127.0.0.1:${await listening(createServer(() => undefined))}`
  const main = join(__dirname, '../../dist/admin-cli/main.js')
  const child = spawn(process.execPath, [main, 'runs', 'watch', '1'], { env: { ...env, TEMPORAL_ADDRESS } })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
    if (stderr.endsWith('…\n')) child.kill('SIGINT')
  })
  expect(await once(child, 'close')).toEqual([130, null])
  expect(stderr).toMatch(/^Waiting for Temporal .*\nStopped watching\. The run goes on: .*\n$/)
})

/** The first example of each command, with --json. */
async function everyCommand({ address, isTogether = false }: { address: string; isTogether?: boolean }) {
  const url = `http://${address}`
  const QC_CLIENTS_FILE = join(folder, 'examples.yaml')
  writeFileSync(QC_CLIENTS_FILE, clientsOfExamples)
  const calls = commands.map(({ examples: [example] }) => ({ words: [...wordsOf(example), '--json'] }))
  const ran = await inOneProcess(
    calls,
    {
      ...{ ...env, QC_CLIENTS_FILE, QC_WEBHOOK_ADDRESS: 'https://qc.example.com/box' },
      ...{ TEMPORAL_ADDRESS: address, BOX_API_URL: url, BOX_UPLOAD_URL: url, BOX_OAUTH_URL: url },
    },
    isTogether,
  )
  return commands.map(({ name }, at) => ({ name, ...ran[at]! }))
}

const clientsOfExamples = `acme:
  name: Acme
  profiles: [static_general, video_general]
  box_folder_id: "11"
  box_reports_folder_id: "12"
  default_profile: static_general
`

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function timed(words: string[], changes: Record<string, string>) {
  const started = Date.now()
  const ran = await adminCli(words, { ...env, ...changes })
  return { ...ran, seconds: (Date.now() - started) / 1000 }
}

function expectPlain(...all: { stderr: string }[]): void {
  for (const { stderr } of all) {
    expect(stderr).not.toMatch(/^\s+at \S+|node:internal|\.js:\d+/m)
    expect(stderr).not.toMatch(/Resolution note|Deadline exceeded/)
  }
}
