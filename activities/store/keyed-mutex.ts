export type KeyedMutex = <T>(key: string, job: () => Promise<T>) => Promise<T>

/** Runs jobs with the same key one after another, and jobs with different keys at the same time. */
export function createKeyedMutex(): KeyedMutex {
  const running = new Map<string, Promise<unknown>>()
  return async (key, job) => {
    for (let other = running.get(key); other !== undefined; other = running.get(key))
      await other.catch(() => undefined)
    const mine = job()
    running.set(key, mine)
    try {
      return await mine
    } finally {
      running.delete(key)
    }
  }
}
