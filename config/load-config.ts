import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import convict from 'convict'
import { parse } from 'yaml'

import { ConfigError } from './config-error'
import { formats } from './formats'
import { messageOf } from '../workflows/text'
import { projectRoot } from './project-root'
import { schema } from './schema'
import { shapeProblems } from './shape-problems'
import type { Settings } from './settings'
import type { KeySource } from './signature-keys'

/** Plain values for the composition roots, which hand them on. All paths are absolute. */
export interface Config extends Omit<Settings, 'box' | 'temporal'> {
  box: Omit<Settings['box'], 'jwtConfigFile' | `${'primary' | 'secondary'}${'Key' | 'KeyFile'}`> & {
    /** Absent when BOX_JWT_CONFIG_FILE is not set. */
    jwtConfigFile: string | undefined
    /** For `createSignatureKeys`. */
    signatureKeys: { primary: KeySource; secondary: KeySource }
  }
  temporal: Omit<Settings['temporal'], 'payloadKeyFile'> & {
    /** Absent when payloads are not encrypted. */
    payloadKeyFile: string | undefined
  }
}

/**
 * Defaults < file named by QC_CONFIG_FILE (YAML or JSON, keys as in `schema.ts`) < environment.
 * Throws a ConfigError that names each wrong key, its value and what was expected.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const settings = readSettings(withoutEmpty(env))
  const { files, gateway, pages, worker } = settings
  const room = join(projectRoot(__dirname), 'config')
  const clientDefaults = resolve(files.clientDefaults || join(room, 'client_defaults.json'))
  return {
    ...settings,
    box: boxConfig(settings.box),
    temporal: { ...settings.temporal, payloadKeyFile: fileOf(settings.temporal.payloadKeyFile) },
    files: {
      clients: resolve(files.clients || join(room, 'clients.yaml')),
      profiles: resolve(files.profiles || join(room, 'profiles')),
      clientDefaults,
      waivers: resolve(files.waivers || join(dirname(clientDefaults), 'waivers.json')),
    },
    gateway: { ...gateway, dataDir: resolve(gateway.dataDir || join(room, '..', '.data', 'gateway')) },
    worker: { ...worker, dataDir: resolve(worker.dataDir || join(room, '..', '.data')) },
    pages: { ...pages, usersFile: resolve(pages.usersFile || join(room, 'admin_users.json')) },
  }
}

function readSettings(env: NodeJS.ProcessEnv): Settings {
  convict.addFormats(formats)
  const config = convict<Settings>(schema, { env, args: [] })
  if (env.QC_CONFIG_FILE !== undefined) load(config, 'QC_CONFIG_FILE', readConfigFile(env.QC_CONFIG_FILE))
  if (env.QC_TIMINGS !== undefined) load(config, 'QC_TIMINGS', { timings: parseTimings(env.QC_TIMINGS) })
  try {
    config.validate({ allowed: 'strict' })
  } catch (error) {
    throw new ConfigError('configuration', problemsOf(error))
  }
  return config.getProperties()
}

function boxConfig(settings: Settings['box']): Config['box'] {
  const { jwtConfigFile, primaryKey, primaryKeyFile, secondaryKey, secondaryKeyFile, ...box } = settings
  return {
    ...box,
    jwtConfigFile: fileOf(jwtConfigFile),
    signatureKeys: {
      primary: keySource(primaryKey, primaryKeyFile),
      secondary: keySource(secondaryKey, secondaryKeyFile),
    },
  }
}

/** An empty text means that the setting is not set. */
function fileOf(setting: string): string | undefined {
  return setting === '' ? undefined : resolve(setting)
}

function load(config: convict.Config<Settings>, source: string, values: object) {
  const problems = shapeProblems(values, schema)
  if (problems.length > 0) throw new ConfigError(source, problems)
  config.load(values)
}

function readConfigFile(file: string): object {
  let values: unknown
  try {
    values = parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new ConfigError('QC_CONFIG_FILE', [`${file} cannot be read as YAML or JSON: ${messageOf(cause)}`])
  }
  if (isObject(values)) return values
  throw new ConfigError('QC_CONFIG_FILE', [
    `${file} holds ${JSON.stringify(values)}, expected sections such as "gateway:" with settings`,
  ])
}

function parseTimings(json: string): object {
  try {
    const values: unknown = JSON.parse(json)
    if (isObject(values)) return values
  } catch {
    // Reported below, together with JSON of another kind.
  }
  throw new ConfigError('QC_TIMINGS', [
    `is ${JSON.stringify(json)}, expected a JSON object such as {"parkInitialMs": 60000}`,
  ])
}

/** Convict's messages with the variable that sets the key. Our formats print the value, never a secret. */
function problemsOf(error: unknown): string[] {
  return messageOf(error)
    .split('\n')
    .map((line) =>
      line
        .replace(/: value was .*$/, '')
        .replace(/^([\w.]+): /, (_, key: string) => `${key}${variableOf(key)} `),
    )
}

function variableOf(key: string): string {
  const leaf = key
    .split('.')
    .reduce<unknown>((node, part) => (isObject(node) ? Reflect.get(node, part) : undefined), schema)
  const variable: unknown = isObject(leaf) ? Reflect.get(leaf, 'env') : undefined
  return typeof variable === 'string' ? ` (${variable})` : ''
}

/** An env file with `KEY=` means that the key is not set. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}

function keySource(value: string, file: string): KeySource {
  return file === '' ? { value: value === '' ? undefined : value } : { file: resolve(file) }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
