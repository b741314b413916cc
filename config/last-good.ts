import { ConfigError } from './config-error'
import type { ConfigProblem } from './reloading'

/** The entries of one file or folder by id: the usable ones, and the problems of the others. */
export interface Entries<T> {
  good: ReadonlyMap<string, T>
  /** One sentence each, which begins with the entry's name. */
  broken: ReadonlyMap<string, string[]>
}

export interface LastGoodOptions<T> {
  source: string
  /** Throws a ConfigError when nothing can be read. */
  read: () => Entries<T>
  previous: ReadonlyMap<string, T> | undefined
  /** Whether the last good version of a broken entry may stay in use beside these good ones. */
  fits?: (entry: T, good: ReadonlyMap<string, T>) => boolean
}

/**
 * One broken entry does not stop the others: its last good version stays in use, or it is left out when
 * it has none. A file that cannot be read, or that has lost all its entries, keeps all its last good ones.
 * Throws a ConfigError at the first load when no entry can be used.
 */
export function withLastGood<T>({ source, read, previous, fits = () => true }: LastGoodOptions<T>): {
  entries: ReadonlyMap<string, T>
  problems: ConfigProblem[]
} {
  let newest: Entries<T>
  try {
    newest = read()
  } catch (error) {
    if (previous === undefined || !(error instanceof ConfigError)) throw error
    return kept(source, previous, error.problems)
  }
  const { good, broken } = newest
  const sentences = [...broken.values()].flat()
  if (previous === undefined && good.size === 0 && sentences.length > 0)
    throw new ConfigError(source, sentences)
  if (previous !== undefined && previous.size > 0 && good.size === 0 && broken.size === 0)
    return kept(source, previous, [
      `has no entry, expected at least one of ${[...previous.keys()].join(', ')}`,
    ])

  const entries = new Map(good)
  const problems: ConfigProblem[] = []
  for (const [id, messages] of broken) {
    const last = previous?.get(id)
    const isKept = last !== undefined && fits(last, good)
    if (isKept) entries.set(id, last)
    const inUse = isKept ? `The last good version of ${id} stays in use` : `${id} is not in use`
    problems.push(...messages.map((message) => ({ source, message: `${message}. ${inUse}` })))
  }
  return { entries, problems }
}

function kept<T>(source: string, previous: ReadonlyMap<string, T>, sentences: string[]) {
  const problems = sentences.map((sentence) => ({
    source,
    message: `${sentence}. The last good version stays in use`,
  }))
  return { entries: previous, problems }
}
