import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { messageOf } from '../workflows/text'

/** What of the newest files is not in use. */
export interface ConfigProblem {
  /** The file or folder. */
  source: string
  /** One sentence: what is wrong, what was expected, and what is in use instead. */
  message: string
}

export interface ReloadingOptions<T> {
  /** Files and folders that count together: a change of any of them loads all of them again. */
  paths: string[]
  /** Gets the value in use; throws when nothing of the new version can be used. */
  load: (previous: T | undefined) => T
  report: (problem: ConfigProblem) => void
  /** A clock in ms that nobody sets. */
  now?: () => number
}

const minRetryMs = 1_000
const maxRetryMs = 30_000

/**
 * The value of the files as they are now; costs a `stat` when nothing changed. A first load that fails
 * throws, a later one leaves the value in use. While there is a problem the files are read again after a
 * pause even when no stamp has changed, because a stamp does not show every change. Each problem is reported
 * once.
 */
export function reloading<T extends { problems: ConfigProblem[] }>({
  paths,
  load,
  report,
  now = () => performance.now(),
}: ReloadingOptions<T>): () => T {
  // The stamp is taken before the read: a change in between is seen next time.
  let stamp = stampOf(paths)
  let value = load(undefined)
  let reported = reportNew(value.problems, new Set(), report)
  let retryMs = minRetryMs
  let retryAt = now() + retryMs
  return () => {
    const newStamp = stampOf(paths)
    const isChanged = newStamp !== stamp
    if (!isChanged && (value.problems.length === 0 || now() < retryAt)) return value
    stamp = newStamp
    value = loadAgain(load, value, paths)
    reported = reportNew(value.problems, reported, report)
    retryMs = isChanged ? minRetryMs : Math.min(retryMs * 2, maxRetryMs)
    retryAt = now() + retryMs
    return value
  }
}

function loadAgain<T extends { problems: ConfigProblem[] }>(
  load: (previous: T) => T,
  previous: T,
  paths: string[],
): T {
  try {
    return load(previous)
  } catch (error) {
    return { ...previous, problems: [{ source: paths.join(', '), message: messageOf(error) }] }
  }
}

function reportNew(
  problems: ConfigProblem[],
  reported: ReadonlySet<string>,
  report: (problem: ConfigProblem) => void,
): Set<string> {
  const keyOf = ({ source, message }: ConfigProblem) => `${source}: ${message}`
  for (const problem of problems) if (!reported.has(keyOf(problem))) report(problem)
  return new Set(problems.map(keyOf))
}

function stampOf(paths: string[]): string {
  return paths.map(stampOfPath).join('\n')
}

/** A path that cannot be looked at has a stamp, too: the read that follows says why. */
function stampOfPath(path: string): string {
  try {
    return stampOfEntry(path)
  } catch (error) {
    return messageOf(error)
  }
}

function stampOfEntry(path: string): string {
  const stats = statSync(path, { bigint: true })
  const own = [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ')
  if (!stats.isDirectory()) return own
  return readdirSync(path)
    .sort()
    .map((name) => `${name} ${stampOfPath(join(path, name))}`)
    .join('\n')
}
