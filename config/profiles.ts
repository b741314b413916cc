import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

import { ConfigError } from './config-error'
import type { Profile } from '../quality-control/profile'
import { messageOf } from '../workflows/text'
import { type ProfileSource, parseProfile } from './parse-profile'
import { type Reloading, reloading } from './reloading'
import { resolveProfile } from './resolve-profile'

export type ProfilesStore = Reloading<ReadonlyMap<string, Profile>>

/**
 * The profiles of a folder as they are now, by id; those that say `abstract: true` serve as parents only. A
 * broken file stops the start; a later broken version is reported and the last good ones stay in use.
 */
export function createProfilesStore(folder: string, onProblem: (error: Error) => void): ProfilesStore {
  return reloading(folder, () => loadProfiles(folder), onProblem)
}

/** Throws a ConfigError with all that is wrong, each with file, key, value and what was expected. */
export function loadProfiles(folder: string): ReadonlyMap<string, Profile> {
  const parsed = yamlFiles(folder).map((file) =>
    parseProfile(file.slice(0, -'.yaml'.length), readYaml(join(folder, file))),
  )
  const sources = new Map(
    parsed.flatMap(({ source }) => (source === undefined ? [] : [[source.id, source] as const])),
  )
  const problems = parsed.flatMap((one) => one.problems)
  if (problems.length > 0) throw new ConfigError(folder, problems)
  const resolved = [...sources.values()]
    .filter(({ isAbstract }) => !isAbstract)
    .map((source) => profileOf(source, sources))
  const unresolved = resolved.flatMap((one) => ('problems' in one ? one.problems : []))
  if (unresolved.length > 0) throw new ConfigError(folder, unresolved)
  return new Map(
    resolved.flatMap((one) => ('profile' in one ? [[one.profile.id, one.profile] as const] : [])),
  )
}

function profileOf(source: ProfileSource, sources: ReadonlyMap<string, ProfileSource>) {
  const resolved = resolveProfile(source, sources)
  if ('problems' in resolved) return resolved
  return { profile: { ...resolved.profile, version: versionOf(resolved.profile) } satisfies Profile }
}

function yamlFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
  } catch (error) {
    throw new ConfigError(folder, [
      `cannot be read: ${messageOf(error)}. QC_PROFILES_DIR names the folder of the profiles`,
    ])
  }
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ConfigError(file, [`is not YAML: ${messageOf(error)}`])
  }
}

function versionOf(profile: object): string {
  return createHash('sha256').update(canonicalJson(profile)).digest('hex').slice(0, 12)
}

/** Keys sorted at every depth: the order in which a map was written changes nothing. Lists keep theirs. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}
