import { lock } from 'proper-lockfile'

/**
 * Does the work while no other process on this file does. The file need not exist yet. The lock of a dead
 * process is taken over after 10 s.
 */
export async function underLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const release = await lock(file, {
    realpath: false,
    stale: 10_000,
    retries: { retries: 50, minTimeout: 20, maxTimeout: 500 },
  })
  try {
    return await work()
  } finally {
    await release()
  }
}
