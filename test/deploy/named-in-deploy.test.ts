import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'

import { schema } from '../../config/schema'

const root = join(__dirname, '../..')
const deploy = join(root, 'deploy')
const read = (file: string) => readFileSync(join(deploy, file), 'utf8')
const units = readdirSync(join(deploy, 'systemd'))

interface Service {
  command?: string[]
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  depends_on?: Record<string, unknown>
  healthcheck?: { test: string[] }
}
const compose = parse(read('container/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}
const services = Object.entries(compose.services)
/** Those that run our image. */
const ours = services.filter(([, { command }]) => command?.[0] === 'node')

/** Of the product; those of Temporal's own configuration are known by their prefix. */
const variables = new Set(namesIn(schema))
const isKnown = (name: string) => variables.has(name) || /^(TEMPORAL_[A-Z_]+|NODE_ENV)$/.test(name)

const namedVariables: [string, string[]][] = [
  ...['env/dev.env.example', 'env/prod.env.example'].map((file): [string, string[]] => [
    file,
    variablesIn(read(file)),
  ]),
  [
    'Containerfile',
    [...read('container/Containerfile').matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name),
  ],
  ...ours.map(([name, { environment = {} }]): [string, string[]] => [
    `compose: ${name}`,
    Object.keys(environment),
  ]),
]
test.each(namedVariables)('names only variables of the product: %s', (_, names) => {
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !isKnown(name))).toEqual([])
})

const programs: [string, string | undefined][] = [
  ...units.map((unit): [string, string | undefined] => [
    unit,
    /^ExecStart=\/usr\/bin\/node (\S+)$/m.exec(read(`systemd/${unit}`))?.[1],
  ]),
  ...ours.map(([name, { command }]): [string, string | undefined] => [`compose: ${name}`, command?.[1]]),
  ['Containerfile', /CMD \["node", "([^"]+)"\]/.exec(read('container/Containerfile'))?.[1]],
]
test.each(programs)('starts a program that the build makes: %s', (_, program) => {
  expect(program).toMatch(/^dist\/.*\.js$/)
  expect(existsSync(join(root, program!.replace('dist/', '').replace(/js$/, 'ts')))).toBe(true)
})

/** The image is built from the tree: a source that is left out breaks its build, which no other test runs. */
test('.dockerignore leaves out no file of the repository', () => {
  const patterns = readFileSync(join(root, '.dockerignore'), 'utf8').trim().split('\n')
  const escaped = (text: string) => text.replace(/[.+^$()|[\]\\]/g, '\\$&')
  const ignored = patterns.map((pattern) => {
    const [anywhere, name = ''] = /^(\*\*\/)?(.*)$/.exec(pattern)?.slice(1) ?? []
    const start = anywhere === undefined ? '^' : '(^|/)'
    return new RegExp(`${start}${escaped(name).replaceAll('*', '[^/]*')}(/|$)`)
  })
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  expect(files.filter((file) => ignored.some((pattern) => pattern.test(file)))).toEqual([])
})

test('every service, volume and file that compose names is there', () => {
  for (const [name, { depends_on = {}, volumes = [] }] of services) {
    const missing = Object.keys(depends_on).filter((other) => !(other in compose.services))
    expect({ name, missing }).toEqual({ name, missing: [] })
    for (const volume of volumes) {
      const [source = ''] = volume.split(':')
      if (source === './secrets' || source.startsWith('/')) continue
      const isThere = source.startsWith('.')
        ? existsSync(join(deploy, 'container', source))
        : source in compose.volumes
      expect({ name, source, isThere }).toEqual({ name, source, isThere: true })
    }
  }
})

test('a health check and a published port of compose are the port that the process listens on', () => {
  for (const [name, { environment = {}, ports = [], healthcheck }] of ours) {
    const listens = environment.GATEWAY_PORT ?? environment.WORKER_HEALTH_PORT ?? environment.PAGES_PORT
    if (listens === undefined) continue
    expect({ name, text: healthcheck?.test.join(' ') }).toEqual({
      name,
      text: expect.stringContaining(`:${listens}/`),
    })
    for (const port of ports) expect(port).toMatch(new RegExp(`^127\\.0\\.0\\.1:\\d+:${listens}$`))
  }
})

/** From version 250 on it examines a unit that is not installed; not every machine has it. */
const { stdout: version } = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' })
const hasSystemd = Number(/^systemd (\d+)/.exec(version)?.[1]) >= 250
const tests = hasSystemd ? units : []
if (tests.length > 0)
  test.each(tests)('systemd accepts the unit and finds it hardened: %s', (unit) => {
    const folder = mkdtempSync(join(tmpdir(), 'qc-unit-'))
    try {
      copyFileSync(join(deploy, 'systemd', unit), join(folder, unit))
      execFileSync('sed', ['-i', `s#/usr/bin/node#${process.execPath}#`, join(folder, unit)])
      const verified = spawnSync('systemd-analyze', ['verify', '--man=no', join(folder, unit)], {
        encoding: 'utf8',
      })
      expect(verified.stderr.split('\n').filter((line) => line.includes(unit))).toEqual([])
      const words = ['security', '--offline=true', '--threshold=25', '--no-pager', join(folder, unit)]
      const { status, stdout } = spawnSync('systemd-analyze', words, { encoding: 'utf8' })
      expect({ status, exposure: /exposure level[^:]*: (\S+)/.exec(stdout)?.[1] }).toMatchObject({
        status: 0,
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

function namesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const env: unknown = Reflect.get(node, 'env')
  return typeof env === 'string' ? [env] : Object.values(node).flatMap(namesIn)
}

/** Set, or shown as a comment. */
function variablesIn(text: string): string[] {
  return [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name = '']) => name)
}
