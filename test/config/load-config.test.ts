import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { ConfigError } from '../../config/config-error'
import { loadConfig } from '../../config/load-config'
import { schema } from '../../config/schema'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-config-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function fileWith(text: string): string {
  const file = join(folder, `${Math.random()}.yaml`)
  writeFileSync(file, text)
  return file
}

function problemOf(env: Record<string, string>): string {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('expected a ConfigError')
}

describe('the defaults', () => {
  it('are real Box, the loopback and the files of the repository', () => {
    const { box, gateway, files, temporal, worker } = loadConfig({ PATH: '/usr/bin' })
    expect(box).toEqual({
      accessPatienceMs: 60_000,
      maxCallsPerMinute: 1000,
      maxUploadsPerMinute: 240,
      jwtConfigFile: undefined,
      apiUrl: 'https://api.box.com',
      uploadUrl: 'https://upload.box.com/api',
      oauthUrl: 'https://account.box.com/api/oauth2',
      signatureKeys: { primary: { value: undefined }, secondary: { value: undefined } },
    })
    expect(gateway).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      webhookPath: '/box/webhook',
      startTimeoutMs: 4000,
    })
    expect(temporal).toMatchObject({ taskQueue: 'qc', hideFileNames: false })
    const root = join(__dirname, '../..')
    expect(files).toEqual({
      clients: join(root, 'config/clients.yaml'),
      profiles: join(root, 'config/profiles'),
      clientDefaults: join(root, 'config/client_defaults.json'),
      waivers: join(root, 'config/waivers.json'),
    })
    expect(worker.dataDir).toBe(join(root, '.data'))
  })

  it('leave a tool less time than its step has, so that the finding says which tool was slow', () => {
    const { media, timings } = loadConfig({})
    expect(media.timeoutMs).toBeLessThan(timings.stepTimeoutMs.preflight)
  })

  it('are documented, each of them', () => {
    const leaves = leavesOf(schema)
    expect(leaves.length).toBeGreaterThan(40)
    for (const { key, leaf } of leaves)
      expect({ key, doc: leaf.doc }).toEqual({ key, doc: expect.stringMatching(/\w{3}/) as string })
    const secrets = leaves.filter(({ leaf }) => leaf.format === 'secret')
    expect(secrets.map(({ leaf }) => leaf.sensitive)).toEqual([true, true, true, true, true, true])
  })
})

describe('the order', () => {
  it('is defaults, then the file, then the environment', () => {
    const file = fileWith('gateway: { port: 9001, host: 0.0.0.0 }\ntimings: { parkInitialMs: 5 }\n')
    const { gateway, timings } = loadConfig({ QC_CONFIG_FILE: file, GATEWAY_PORT: '9002' })
    expect(gateway).toMatchObject({ port: 9002, host: '0.0.0.0' })
    expect(timings).toMatchObject({ parkInitialMs: 5, heartbeatMs: 30_000 })
  })

  it('lets QC_TIMINGS change single timings, also those of a step', () => {
    const { timings } = loadConfig({ QC_TIMINGS: '{"parkInitialMs":100,"stepAttempts":{"download":2}}' })
    expect(timings).toMatchObject({ parkInitialMs: 100, stepAttempts: { download: 2, checks: 4 } })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ GATEWAY_PORT: '', QC_HIDE_FILE_NAMES: '', QC_CONFIG_FILE: '' }).gateway.port).toBe(
      8080,
    )
  })

  it('reads JSON, too', () => {
    expect(loadConfig({ QC_CONFIG_FILE: fileWith('{"gateway": {"port": 9003}}') }).gateway.port).toBe(9003)
  })

  it('prefers a key file over a key', () => {
    const { signatureKeys } = loadConfig({
      BOX_WEBHOOK_PRIMARY_KEY: 'a',
      BOX_WEBHOOK_PRIMARY_KEY_FILE: '/run/key',
      BOX_WEBHOOK_SECONDARY_KEY: 'b',
    }).box
    expect(signatureKeys).toEqual({ primary: { file: '/run/key' }, secondary: { value: 'b' } })
  })
})

describe('a wrong value stops the start and is named', () => {
  it.each([
    [
      { GATEWAY_PORT: '80a' },
      'gateway.port (GATEWAY_PORT) is "80a", expected a whole number from 0 to 65535',
    ],
    [{ GATEWAY_PORT: '-1' }, 'gateway.port (GATEWAY_PORT) is "-1", expected a whole number from 0 to 65535'],
    [
      { GATEWAY_PORT: '65536' },
      'gateway.port (GATEWAY_PORT) is 65536, expected a whole number from 0 to 65535',
    ],
    [
      { QC_HIDE_FILE_NAMES: 'yes' },
      'temporal.hideFileNames (QC_HIDE_FILE_NAMES) is "yes", expected true or false',
    ],
    [
      { LOG_LEVEL: 'loud' },
      'log.level (LOG_LEVEL) is "loud", expected one of trace, debug, info, warn, error, silent',
    ],
    [
      { BOX_API_URL: 'api.box.com' },
      'box.apiUrl (BOX_API_URL) is "api.box.com", expected an address that begins with http:// or https://',
    ],
    [{ BOX_API_URL: 'http://127.0.0.1:1/' }, 'and ends without a slash'],
    [
      { GATEWAY_WEBHOOK_PATH: 'box' },
      'gateway.webhookPath (GATEWAY_WEBHOOK_PATH) is "box", expected a path such as /box/webhook',
    ],
    [
      { PAGES_PUBLIC_URL: 'https://qc.example.com/pages' },
      'pages.publicUrl (PAGES_PUBLIC_URL) is "https://qc.example.com/pages", expected nothing, or an origin',
    ],
    [
      { WORKER_METRICS_ADDRESS: '9464' },
      'worker.metricsAddress (WORKER_METRICS_ADDRESS) is "9464", expected host:port',
    ],
    [{ GATEWAY_START_TIMEOUT_MS: '60000' }, 'expected a whole number from 500 to 4500'],
    [
      { QC_TIMINGS: '{"parkInitialMs":"soon"}' },
      'timings.parkInitialMs is "soon", expected a whole number from 1',
    ],
    [{ QC_TIMINGS: '{"parkInitialMs":0}' }, 'timings.parkInitialMs is 0, expected a whole number from 1'],
    [{ QC_TIMINGS: '5' }, 'QC_TIMINGS: is "5", expected a JSON object'],
    [
      { QC_TIMINGS: '{"patience":5}' },
      'QC_TIMINGS: timings.patience is not known, expected one of stepTimeoutMs, stepAttempts,',
    ],
    [{ QC_CONFIG_FILE: '/nowhere/at/all.yaml' }, 'QC_CONFIG_FILE: /nowhere/at/all.yaml cannot be read'],
  ])('%j', (env, expected) => {
    expect(problemOf(env)).toContain(expected)
  })

  it.each([
    ['gatway: { port: 1 }', 'gatway is not known, expected one of log, box, temporal, files, gateway,'],
    ['gateway: { port: "80" }', undefined],
    ['gateway: { port: 1.5 }', 'gateway.port (GATEWAY_PORT) is 1.5, expected a whole number'],
    ['gateway: 5', 'gateway is 5, expected a section with host, port,'],
    ['gateway: { port: { deep: { deeper: 1 } } }', 'gateway.port is a section, expected a single value'],
    ['- a list', 'expected sections'],
    ['a: [', 'cannot be read as YAML or JSON'],
    ['"__proto__": { "polluted": 1 }', '__proto__ is not known'],
  ])('in the file: %s', (text, expected) => {
    const load = () => problemOf({ QC_CONFIG_FILE: fileWith(text) })
    if (expected === undefined) expect(load).toThrow('expected a ConfigError')
    else expect(load()).toContain(expected)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('all of them at once', () => {
    const problem = problemOf({ GATEWAY_PORT: 'x', LOG_LEVEL: 'y' })
    expect(problem).toContain('GATEWAY_PORT')
    expect(problem).toContain('LOG_LEVEL')
  })

  it('but a secret’s value never shows', () => {
    const problem = problemOf({ QC_CONFIG_FILE: fileWith('box: { primaryKey: [hush, hush] }') })
    expect(problem).toContain('box.primaryKey (BOX_WEBHOOK_PRIMARY_KEY)')
    expect(problem).not.toContain('hush')
  })
})

interface Leaf {
  doc?: string
  format?: unknown
  sensitive?: boolean
}

function leavesOf(node: object, path: string[] = []): { key: string; leaf: Leaf }[] {
  return Object.entries(node).flatMap(([key, value]: [string, object]) =>
    'default' in value
      ? [{ key: [...path, key].join('.'), leaf: value as Leaf }]
      : leavesOf(value, [...path, key]),
  )
}
