import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import Ajv from 'ajv'
import { parse } from 'yaml'

import { namesIn } from '../support/variables-of-settings'

const folder = join(__dirname, '../../deploy/container')
const source = readFileSync(join(folder, 'compose.yaml'), 'utf8')
const containerfile = readFileSync(join(folder, 'Containerfile'), 'utf8')

interface Service {
  image?: string
  command?: string[]
  environment?: Record<string, string>
  env_file?: string
  ports?: string[]
  volumes?: string[]
  tmpfs?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
}
interface Compose {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}
const compose = parse(source, { merge: true }) as Compose
const services = Object.entries(compose.services)
/** Those that run our image. */
const ours = services.filter(([, { command }]) => command?.[0] === 'node')

/** That of the compose specification, as a maintained linter ships it. */
const schema = JSON.parse(
  readFileSync(join(dirname(require.resolve('dclint/package.json')), 'schemas/compose.schema.json'), 'utf8'),
) as { $schema?: string }
delete schema.$schema
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema)

function problemsOf(file: Compose): string[] {
  validate(file)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

test('compose.yaml is what the compose specification allows', () => {
  expect(problemsOf(compose)).toEqual([])
})

test.each<[string, (service: Record<string, unknown>) => void]>([
  ['a key that is mistyped', (service) => (service.enviroment = {})],
  ['a number instead of a duration', (service) => (service.stop_grace_period = 30)],
  ['a condition that does not exist', (service) => (service.depends_on = { setup: { condition: 'done' } })],
])('the specification is compared in earnest: %s', (_, change) => {
  const copy = structuredClone(compose)
  change(copy.services.gateway as Record<string, unknown>)
  expect(problemsOf(copy)).not.toEqual([])
})

/** As the image of each documents them. */
const variablesOfImages: Record<string, string[]> = {
  'box-qc': [...namesIn(), 'MALLOC_MMAP_THRESHOLD_', 'MALLOC_TRIM_THRESHOLD_'],
  postgres: ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB'],
  'temporalio/server': [
    ...['DB', 'DB_PORT', 'POSTGRES_SEEDS', 'POSTGRES_USER', 'POSTGRES_PWD', 'BIND_ON_IP'],
    'DYNAMIC_CONFIG_FILE_PATH',
  ],
  // SQL_PASSWORD is that of temporal-sql-tool, TEMPORAL_ADDRESS that of the CLI and the Web UI.
  'temporalio/admin-tools': ['SQL_PASSWORD', 'TEMPORAL_ADDRESS'],
  'temporalio/ui': ['TEMPORAL_ADDRESS'],
}

test.each(services)('%s sets only variables that its image knows', (_, { image = '', environment = {} }) => {
  const known = variablesOfImages[image.split(':')[0] ?? '']
  expect(Object.keys(environment).filter((name) => !known?.includes(name))).toEqual([])
  // A version of its own: only ours is built here.
  expect(image).toMatch(/^box-qc$|:[\d.]+$/)
})

test.each(services)('%s: what it waits for, mounts and reads is there', (name, service) => {
  const { depends_on = {}, volumes = [], env_file } = service
  for (const [other, { condition }] of Object.entries(depends_on)) {
    expect(Object.keys(compose.services)).toContain(other)
    if (condition === 'service_healthy') expect(compose.services[other]?.healthcheck).toBeDefined()
  }
  // The head of the file says how to make those that are not in the repository.
  const madeByHand = [...source.matchAll(/deploy\/container\/([\w.-]+)/g)].map(([, path]) => `./${path}`)
  const sources = volumes.map((volume) => volume.split(':')[0] ?? '').filter((path) => !path.startsWith('/'))
  if (env_file !== undefined) sources.push(`./${env_file}`)
  for (const path of sources) {
    const isThere = path.startsWith('.')
      ? madeByHand.includes(path) || existsSync(join(folder, path))
      : path in compose.volumes
    expect({ name, path, isThere }).toEqual({ name, path, isThere: true })
  }
})

test.each(ours)('%s finds each path of its settings in its container', (name, service) => {
  const { volumes = [], environment = {}, tmpfs = [] } = service
  const mounts = volumes.map((volume) => volume.split(':').find((part) => part.startsWith('/')) ?? '')
  // The rest of the image cannot be written: the file system of the container is read-only.
  const made = /mkdir -p ([^&]+)/.exec(containerfile)?.[1]?.trim().split(' ') ?? []
  const isBelow = (path: string) =>
    [...mounts, ...tmpfs, ...made].some((one) => `${path}/`.startsWith(`${one}/`))
  const paths = Object.values(environment).filter((value) => value.startsWith('/'))
  expect(paths.length).toBeGreaterThan(5)
  expect({ name, missing: paths.filter((path) => !isBelow(path)) }).toEqual({ name, missing: [] })
})

test('a health check and a published port are the port that the process listens on', () => {
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

test.each(ours)('%s starts a program that the build makes', (_, { command = [] }) => {
  expect(command[1]).toMatch(/^dist\/.*\.js$/)
  const typed = (command[1] ?? '').replace('dist/', '').replace(/js$/, 'ts')
  expect(existsSync(join(folder, '../..', typed))).toBe(true)
})
