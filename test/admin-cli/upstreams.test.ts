import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startSimulatedBox, type SimulatedBox } from '../../sandbox/simulated-box/simulated-box'
import { adminCli } from '../support/admin-cli'
import { documented } from '../support/documented'
import { temporalAddress } from '../support/temporal-server'

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
  expectNoStack(temporal, ofBox)
})

test('a silent Box or Temporal ends within 15 s; what is waited for is said after 1 s', async () => {
  const silent = `127.0.0.1:${await listening(createServer(() => undefined))}`
  const url = `http://${silent}`
  const runs = await Promise.all([
    timed(['runs', 'list'], { TEMPORAL_ADDRESS: silent }),
    timed(['list-folder', '0'], { BOX_API_URL: url, BOX_OAUTH_URL: url }),
  ])
  for (const { code, stderr, seconds } of runs) {
    expect(code).toBe(7)
    expect(stderr).toMatch(new RegExp(`^Waiting for (Box|Temporal) at .*${silent} …\nerror: `))
    expect(stderr).toContain('does not answer')
    // The limit is 15 s; a loaded machine needs some more to start a process.
    expect(seconds).toBeLessThan(25)
  }
  expectNoStack(...runs)
})

test.each<[string, string[], () => Promise<Record<string, string>> | Record<string, string>, number, RegExp]>(
  [
    [
      'a namespace that is not there',
      ['runs', 'list'],
      () => ({ TEMPORAL_NAMESPACE: 'nowhere' }),
      3,
      /has no namespace "nowhere"/,
    ],
    [
      'a web server in place of Temporal',
      ['runs', 'list'],
      async () => ({ TEMPORAL_ADDRESS: `127.0.0.1:${await listening(webServer())}` }),
      7,
      /does not answer/,
    ],
    [
      'a web server in place of Box',
      ['list-folder', '0'],
      async () => {
        const url = `http://127.0.0.1:${await listening(webServer())}`
        return { BOX_API_URL: url, BOX_OAUTH_URL: url }
      },
      7,
      /Box does not answer at http.*is not valid JSON/,
    ],
    [
      'a JWT file that is no key',
      ['whoami'],
      () => ({ BOX_JWT_CONFIG_FILE: jwt('{}') }),
      3,
      /which lacks boxAppSettings/,
    ],
    [
      'a JWT file with a cut key',
      ['whoami'],
      () => ({ BOX_JWT_CONFIG_FILE: jwt(keyFile('-----BEGIN ENCRYPTED PRIVATE KEY-----')) }),
      3,
      /whose private key does not open with its passphrase/,
    ],
    ['a JWT file that is a folder', ['whoami'], () => ({ BOX_JWT_CONFIG_FILE: folder }), 3, /cannot be read/],
    [
      'clients.yaml is a folder',
      ['clients', 'list'],
      () => ({ QC_CLIENTS_FILE: folder }),
      3,
      /cannot be read/,
    ],
    [
      'profiles that are not there',
      ['profiles', 'list'],
      () => ({ QC_PROFILES_DIR: '/nowhere' }),
      3,
      /\/nowhere/,
    ],
    [
      'a payload key file that is not there',
      ['runs', 'list'],
      () => ({ QC_PAYLOAD_KEY_FILE: '/nowhere/key' }),
      3,
      /\/nowhere\/key/,
    ],
    ['a setting with a bad value', ['runs', 'list'], () => ({ GATEWAY_PORT: 'x' }), 3, /GATEWAY_PORT/],
    [
      'an address without a port',
      ['runs', 'list'],
      () => ({ TEMPORAL_ADDRESS: 'nowhere.invalid:7233' }),
      7,
      /does not answer/,
    ],
  ],
)('no stack trace: %s', async (_, words, changes, code, message) => {
  const ran = await adminCli(words, { ...env, ...(await changes()) })
  expect(ran).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) })
  expectNoStack(ran)
})

function webServer(): Server {
  return createHttpServer((_, response) => response.writeHead(404).end('<h1>Not found</h1>'))
}

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function jwt(text: string): string {
  const file = join(folder, `jwt-${Math.random()}.json`)
  writeFileSync(file, text)
  return file
}

function keyFile(privateKey: string): string {
  const appAuth = { publicKeyID: 'k', privateKey, passphrase: 's' }
  return JSON.stringify({ boxAppSettings: { clientID: 'c', clientSecret: 's', appAuth }, enterpriseID: '1' })
}

async function timed(words: string[], changes: Record<string, string>) {
  const started = Date.now()
  const ran = await adminCli(words, { ...env, ...changes })
  return { ...ran, seconds: (Date.now() - started) / 1000 }
}

function expectNoStack(...all: { stderr: string }[]): void {
  for (const { stderr } of all) expect(stderr).not.toMatch(/^\s+at \S+|node:internal|\.js:\d+/m)
}
