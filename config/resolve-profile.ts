import type { ProfileSource } from './parse-profile'
import type { Profile, ProfileCheck } from '../quality-control/profile'

/**
 * A profile merged with its parents: fields and single settings of the child win, lists are replaced as a
 * whole, checks keep the parents' order.
 */
export function resolveProfile(
  source: ProfileSource,
  sources: ReadonlyMap<string, ProfileSource>,
): { profile: Omit<Profile, 'version'> } | { problems: string[] } {
  const line = lineOf(source, sources)
  if ('problem' in line) return { problems: [line.problem] }
  const inherit = <T>(pick: (one: ProfileSource) => T | undefined): T | undefined =>
    line.sources.map(pick).find((one) => one !== undefined)
  const title = inherit((one) => one.title)
  const media = inherit((one) => one.media)
  const extensions = inherit((one) => one.extensions)
  const maxBytes = inherit((one) => one.maxBytes)
  if (title === undefined || media === undefined || extensions === undefined || maxBytes === undefined) {
    const missing = Object.entries({ title, media, extensions, maxBytes }).filter(
      ([, value]) => value === undefined,
    )
    return {
      problems: missing.map(
        ([key]) =>
          `${source.id}.yaml: ${key} is missing, here and in what it extends; add it, or "abstract: true"`,
      ),
    }
  }
  const profile: Omit<Profile, 'version'> = {
    id: source.id,
    title,
    description: inherit((one) => one.description) ?? '',
    media,
    extensions,
    maxBytes,
    checks: mergeChecks(line.sources),
  }
  const platform = inherit((one) => one.platform)
  const commentOn = inherit((one) => one.commentOn)
  const programme = inherit((one) => one.programme)
  if (platform !== undefined) profile.platform = platform
  if (commentOn !== undefined) profile.commentOn = commentOn
  if (programme !== undefined) profile.programme = programme
  return { profile }
}

/** The profile, its parent, and so on. */
function lineOf(
  source: ProfileSource,
  all: ReadonlyMap<string, ProfileSource>,
): { sources: ProfileSource[] } | { problem: string } {
  const sources = [source]
  let one = source
  while (one.extends !== undefined) {
    const parent = all.get(one.extends)
    if (parent === undefined)
      return {
        problem:
          `${one.id}.yaml: extends is "${one.extends}", expected ` +
          `one of the profiles ${[...all.keys()].join(', ')}`,
      }
    if (sources.includes(parent))
      return {
        problem:
          `${source.id}.yaml: extends forms a circle: ` +
          [...sources, parent].map(({ id }) => id).join(' → '),
      }
    sources.push(parent)
    one = parent
  }
  return { sources }
}

function mergeChecks(line: ProfileSource[]): ProfileCheck[] {
  const merged = new Map<string, ProfileCheck>()
  for (const { checks } of [...line].reverse()) {
    for (const [id, check] of checks) {
      if (check === 'off') merged.delete(id)
      else
        merged.set(id, {
          ...merged.get(id),
          ...check,
          settings: { ...merged.get(id)?.settings, ...check.settings },
        })
    }
  }
  return [...merged.values()]
}
