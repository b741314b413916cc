/** Runs jobs of the same key one after another; jobs of other keys are not held up. */
export function oneAtATime() {
  const running = new Map<string, Promise<unknown>>()
  return async function inTurn<T>(key: string, job: () => Promise<T>): Promise<T> {
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
