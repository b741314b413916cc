import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

import { ConfigError } from './config-error'
import type { Entries } from './last-good'
import type { Profile } from '../quality-control/profile'
import { messageOf } from '../workflows/text'
import { type ProfileSource, parseProfile } from './parse-profile'
import { resolveProfile } from './resolve-profile'

/**
 * The profiles of a folder by id; those that say `abstract: true` serve as parents only. Each problem names
 * file, key, value and what was expected. Throws a ConfigError when the folder cannot be read.
 */
export function readProfiles(folder: string, checkProfile: (profile: Profile) => string[]): Entries<Profile> {
  const parsed = yamlFiles(folder).map((file) => parseFile(folder, file))
  const broken = new Map(parsed.flatMap(({ id, problems }) => (problems.length > 0 ? [[id, problems]] : [])))
  const sources = new Map(parsed.flatMap(({ source }) => (source === undefined ? [] : [[source.id, source]])))
  const good = new Map<string, Profile>()
  for (const source of sources.values()) {
    if (source.isAbstract) continue
    const resolved = profileOf(source, sources)
    const problems = 'problems' in resolved ? resolved.problems : checkProfile(resolved.profile)
    if (problems.length > 0) broken.set(source.id, problems)
    else if ('profile' in resolved) good.set(source.id, resolved.profile)
  }
  return { good, broken }
}

/** All profiles of a folder. Throws a ConfigError when one of them is wrong. */
export function loadProfiles(folder: string): ReadonlyMap<string, Profile> {
  const { good, broken } = readProfiles(folder, () => [])
  if (broken.size > 0) throw new ConfigError(folder, [...broken.values()].flat())
  return good
}

function parseFile(folder: string, file: string): { id: string; source?: ProfileSource; problems: string[] } {
  const id = file.slice(0, -'.yaml'.length)
  try {
    return { id, ...parseProfile(id, parse(readFileSync(join(folder, file), 'utf8'))) }
  } catch (error) {
    return { id, problems: [`${file}: is not YAML: ${messageOf(error)}`] }
  }
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
