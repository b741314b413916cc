import { appendFileSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'

import { readChangeLog, readIfThere } from './change-log'
import type { Client } from './parse-client'
import { ConfigError } from './config-error'
import { messageOf } from '../workflows/text'
import { underLock } from './under-lock'

/** One line of the log beside the file. `null` means the static default of `clients.yaml`. */
export interface DefaultChange {
  /** ISO 8601, UTC. */
  when: string
  who: string
  clientId: string
  from: string | null
  to: string | null
}

export interface EffectiveDefault {
  /** Undefined only for a client without an INCOMING folder. */
  profileId: string | undefined
  from: 'override' | 'static'
  /** Why an override in the file is not used. */
  problem?: string
}

export interface ClientDefaultsStore {
  /** The profile of the client's next upload. Never throws: uploads do not stop for a broken file. */
  effective: (client: Client) => EffectiveDefault
  /** The override in the file, usable or not; `null`: none. Throws a ConfigError when the file is broken. */
  stored: (clientId: string) => string | null
  /**
   * Throws a ConfigError when the profile is not the client's, or when the file is broken. With `seen`, the
   * override that the person was shown, throws a ChangedMeanwhile when there is another one now.
   */
  set: (client: Client, profileId: string, who: string, seen?: string | null) => Promise<DefaultChange>
  /** Back to the static default. Undefined when there was no override. Takes `seen` as `set` does. */
  revert: (client: Client, who: string, seen?: string | null) => Promise<DefaultChange | undefined>
  /** Why the overrides cannot be read, if so. */
  problem: () => string | undefined
  /** Oldest first. */
  history: (clientId: string) => DefaultChange[]
}

/** Somebody else changed the override since it was shown. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'

  constructor(
    clientId: string,
    readonly current: string | null,
  ) {
    super(
      `the default profile of ${clientId} was changed meanwhile: ${current ?? 'it is the static default'}`,
    )
  }
}

type Overrides = Record<string, string>

/**
 * The overrides of default profiles: a JSON file that all gateways, workers and pages share, read at each
 * use, written atomically under a lock, and an append-only log beside it (`<file without .json>.log.jsonl`).
 */
export function createClientDefaultsStore(
  file: string,
  profileIds: () => Iterable<string>,
): ClientDefaultsStore {
  const logFile = `${file.replace(/\.json$/, '')}.log.jsonl`
  const change = (clientId: string, to: string | null, who: string, seen: string | null | undefined) =>
    underLock(file, async () => {
      const overrides = readOverrides(file)
      const from = overrides.get(clientId) ?? null
      if (seen !== undefined && seen !== from) throw new ChangedMeanwhile(clientId, from)
      if (from === null && to === null) return undefined
      const entry: DefaultChange = { when: new Date().toISOString(), who, clientId, from, to }
      if (to === null) overrides.delete(clientId)
      else overrides.set(clientId, to)
      // The log first: a crash in between leaves a change logged too early, never one that is not logged.
      appendFileSync(logFile, `${JSON.stringify(entry)}\n`)
      await writeFileAtomic(file, `${JSON.stringify(Object.fromEntries(overrides), null, 2)}\n`)
      return entry
    })
  return {
    effective: (client) => effectiveDefault(client, file, new Set(profileIds())),
    stored: (clientId) => readOverrides(file).get(clientId) ?? null,
    set: async (client, profileId, who, seen) => {
      const problem = overrideProblem(client, profileId, new Set(profileIds()))
      if (problem !== undefined) throw new ConfigError(`default profile of ${client.id}`, [problem])
      const entry = await change(client.id, profileId, who, seen)
      if (entry === undefined) throw new Error(`the override of ${client.id} was not written`)
      return entry
    },
    revert: (client, who, seen) => change(client.id, null, who, seen),
    problem: () => problemOf(file),
    history: (clientId) => readChangeLog(logFile, isChange).filter((entry) => entry.clientId === clientId),
  }
}

function effectiveDefault(client: Client, file: string, profileIds: ReadonlySet<string>): EffectiveDefault {
  const useStatic: EffectiveDefault = { profileId: client.defaultProfile, from: 'static' }
  let override: string | undefined
  try {
    override = readOverrides(file).get(client.id)
  } catch (error) {
    return { ...useStatic, problem: messageOf(error) }
  }
  if (override === undefined) return useStatic
  const problem = overrideProblem(client, override, profileIds)
  return problem === undefined
    ? { profileId: override, from: 'override' }
    : { ...useStatic, problem: `${file}: ${problem}` }
}

function problemOf(file: string): string | undefined {
  try {
    readOverrides(file)
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

function overrideProblem(
  { id, profiles }: Client,
  profileId: string,
  profileIds: ReadonlySet<string>,
): string | undefined {
  const usable = profiles.filter((one) => profileIds.has(one))
  return usable.includes(profileId)
    ? undefined
    : `${id} is "${profileId}", expected one of the client's profiles: ${usable.join(', ')}`
}

/** Throws a ConfigError when the file exists and is broken. */
function readOverrides(file: string): Map<string, string> {
  const text = readIfThere(file)
  if (text === undefined) return new Map()
  let overrides: unknown
  try {
    overrides = JSON.parse(text)
  } catch {
    throw brokenFile(file, 'is not JSON')
  }
  if (!isOverrides(overrides)) throw brokenFile(file, 'has the wrong shape')
  return new Map(Object.entries(overrides))
}

function brokenFile(file: string, what: string): ConfigError {
  return new ConfigError(file, [
    `${what}, expected {"client": "profile"}; static defaults are used. ` +
      'Correct it, or delete it and set the overrides again: the log beside it has all of them',
  ])
}

function isOverrides(value: unknown): value is Overrides {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((one) => typeof one === 'string')
}

function isChange(value: unknown): value is DefaultChange {
  if (typeof value !== 'object' || value === null) return false
  return ['when', 'who', 'clientId'].every((key) => typeof Reflect.get(value, key) === 'string')
}
