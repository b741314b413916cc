import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Reloading<T> {
  /** The value of the newest version that was good. Costs a `stat` when nothing changed. */
  current: () => T
  /** Why the newest version is not in use, when it is broken. */
  problem: () => Error | undefined
}

/**
 * Reads again whenever the file (or a file of the folder) changed. A broken version at first load throws;
 * later the last good one stays in use and the trouble is reported, once for each broken version.
 */
export function reloading<T>(path: string, load: () => T, onProblem: (error: Error) => void): Reloading<T> {
  let stamp = stampOf(path)
  let value = load()
  let problem: Error | undefined
  const current = () => {
    // The stamp is taken before the read: a change in between is seen next time.
    const newStamp = stampOf(path)
    if (newStamp === stamp) return value
    stamp = newStamp
    try {
      value = load()
      problem = undefined
    } catch (error) {
      problem = error instanceof Error ? error : new Error(String(error))
      onProblem(problem)
    }
    return value
  }
  return { current, problem: () => problem }
}

function stampOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  if (stats === undefined) return 'absent'
  const own = [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ')
  if (!stats.isDirectory()) return own
  return readdirSync(path)
    .sort()
    .map((name) => `${name} ${stampOf(join(path, name))}`)
    .join('\n')
}
