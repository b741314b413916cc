import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { inOneProcess } from '../support/in-one-process'
import { temporalAddress } from '../support/temporal-server'

let folder: string
let server: Server
let env: Record<string, string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-mistakes-'))
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 's' },
  })
  env = {
    QC_CLIENTS_FILE: fileWith('acme: { name: Acme, profiles: [static_general] }\n'),
    QC_CLIENT_DEFAULTS_FILE: join(folder, 'client_defaults.json'),
    BOX_JWT_CONFIG_FILE: fileWith(keyFile(privateKey)),
    TEMPORAL_ADDRESS: temporalAddress(),
    HOME: folder,
  }
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

type Row = [string, string[], Record<string, string>, number, RegExp]
/** What a person can get wrong, each with its exit code and the message. */
async function mistakes(): Promise<Row[]> {
  const web = `127.0.0.1:${await webServer()}`
  const [box, nowhere] = [`http://${web}`, join(folder, 'nowhere', 'file')]
  const cutKey = keyFile('-----BEGIN ENCRYPTED PRIVATE KEY-----')
  const isFolder = /cannot be read|is a folder|EISDIR/
  return [
    [
      'a namespace that is not there',
      ['runs', 'list'],
      { TEMPORAL_NAMESPACE: 'nowhere' },
      3,
      /no namespace "nowh/,
    ],
    ['a web server in place of Temporal', ['runs', 'list'], { TEMPORAL_ADDRESS: web }, 7, /does not answer/],
    ['an unknown host', ['runs', 'list'], { TEMPORAL_ADDRESS: 'nowhere.invalid:7233' }, 7, /does not answer/],
    [
      'a web server in place of Box',
      ['list-folder', '0'],
      { BOX_API_URL: box, BOX_OAUTH_URL: box },
      7,
      /Box does not answer at http.*is not valid JSON/,
    ],
    [
      'a language that no report has',
      ['check', 'a.jpg', '--profile', 'static_general', '--language', 'ge'],
      {},
      2,
      /--language: expected one of en, de, fr, es, got "ge"/,
    ],
    [
      'a JWT file that is no key',
      ['whoami'],
      { BOX_JWT_CONFIG_FILE: fileWith('{}') },
      3,
      /lacks boxAppSettings/,
    ],
    ['a JWT file that is no JSON', ['whoami'], { BOX_JWT_CONFIG_FILE: fileWith('\0\xFF') }, 3, /not JSON/],
    [
      'a JWT file with a cut key',
      ['whoami'],
      { BOX_JWT_CONFIG_FILE: fileWith(cutKey) },
      3,
      /does not open with its/,
    ],
    ['a JWT file that is a folder', ['whoami'], { BOX_JWT_CONFIG_FILE: folder }, 3, /cannot be read/],
    ['a JWT file that is not there', ['whoami'], { BOX_JWT_CONFIG_FILE: nowhere }, 3, /nowhere/],
    ['clients.yaml is a folder', ['clients', 'list'], { QC_CLIENTS_FILE: folder }, 3, /cannot be read/],
    ['clients.yaml is no YAML', ['clients', 'list'], { QC_CLIENTS_FILE: fileWith('a: [') }, 3, /is not YAML/],
    ['profiles that are not there', ['profiles', 'list'], { QC_PROFILES_DIR: nowhere }, 3, /nowhere/],
    [
      'profiles that are a file',
      ['profiles', 'list'],
      { QC_PROFILES_DIR: fileWith('') },
      3,
      /cannot be read|folder/,
    ],
    ['a key file that is not there', ['runs', 'list'], { QC_PAYLOAD_KEY_FILE: nowhere }, 3, /nowhere/],
    [
      'a key file without a key',
      ['runs', 'list'],
      { QC_PAYLOAD_KEY_FILE: fileWith('secret') },
      3,
      /expected/,
    ],
    ['a setting with a bad value', ['runs', 'list'], { GATEWAY_PORT: 'x' }, 3, /GATEWAY_PORT/],
    ['a settings file that is not there', ['runs', 'list'], { QC_CONFIG_FILE: nowhere }, 3, /cannot be read/],
    ['overrides that are a folder', setDefault, { QC_CLIENT_DEFAULTS_FILE: folder }, 3, isFolder],
    ['overrides that are no JSON', setDefault, { QC_CLIENT_DEFAULTS_FILE: fileWith('{') }, 3, /is not JSON/],
    ['overrides in no folder', setDefault, { QC_CLIENT_DEFAULTS_FILE: nowhere }, 3, /cannot be written/],
    ['waivers that are a folder', ['waivers', 'list'], { QC_WAIVERS_FILE: folder }, 3, isFolder],
    ['users that are a folder', ['users', 'list'], { PAGES_USERS_FILE: folder }, 3, isFolder],
    [
      'users that are no JSON',
      ['users', 'list'],
      { PAGES_USERS_FILE: fileWith('{') },
      3,
      /has the wrong shape/,
    ],
    ['a port that is a word', ['codec', 'serve', '--port', 'x'], {}, 2, /--port is x, expected a number/],
    ['a limit that is a word', ['runs', 'list', '--limit', 'x'], {}, 2, /--limit is x, expected/],
    [
      'an option that is missing',
      ['runs', 'abandon', '1'],
      {},
      2,
      /--reason is missing\nUsage: admin-cli runs ab/,
    ],
    [
      'a folder that is a file',
      ['list-folder', 'https://app.box.com/file/1'],
      {},
      2,
      /is not the id of a Box f/,
    ],
    ['a client that is a typing error', ['runs', 'list', '--client', 'nobody'], {}, 5, /no client "nobody"/],
    ...clientsWhileTemporalIsDown.map((words): Row => [words.join(' '), words, isDown, 5, /no client "nobo/]),
  ]
}

const isDown = { TEMPORAL_ADDRESS: '127.0.0.1:1' }
/** The typing error is the first thing to say: it would fail with a Temporal that answers, too. */
const clientsWhileTemporalIsDown = [
  ['runs', 'list', '--client', 'nobody'],
  ['runs', 'retry', '--stuck', '--client', 'nobody'],
  ['sweep', '--client', 'nobody'],
  ['reports', 'prune', '--older-than', '9', '--client', 'nobody', '--yes'],
  ['waivers', 'add', '--client', 'nobody', '--profile', 'p', '--check', 'c', '--reason', 'It is wanted'],
]

test('no mistake of a person prints a stack, and each says what is wrong, with its exit code', async () => {
  const rows = await mistakes()
  const ran = await inOneProcess(
    rows.map(([, words, changes]) => ({ words, env: changes })),
    env,
  )
  for (const [at, [name, , , code, message]] of rows.entries()) {
    const { words: _, seconds: __, ...found } = ran[at]!
    expect({ name, ...found }).toEqual({ name, code, stdout: '', stderr: expect.stringMatching(message) })
  }
  for (const { stderr } of ran) expect(stderr).not.toMatch(/^\s+at \S+|node:internal|\.js:\d+/m)
})

const setDefault = ['profiles', 'set-default', 'acme', 'static_general']

async function webServer(): Promise<number> {
  server = createServer((_, response) => response.writeHead(404).end('<h1>Not found</h1>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function fileWith(text: string): string {
  const file = join(folder, `file-${Math.random()}`)
  writeFileSync(file, text)
  return file
}

function keyFile(privateKey: string): string {
  const appAuth = { publicKeyID: 'k', privateKey, passphrase: 's' }
  return JSON.stringify({ boxAppSettings: { clientID: 'c', clientSecret: 's', appAuth }, enterpriseID: '1' })
}
