export interface SignInThrottle {
  /** 0 when an attempt is allowed now. */
  waitMs: (name: string, address: string) => number
  /** Called before the password is checked, so that attempts at the same time count too. */
  count: (name: string, address: string) => void
  forget: (name: string, address: string) => void
}

interface Failures {
  count: number
  lastAt: number
}

const freeAttempts = { name: 5, address: 20 }
const firstWaitMs = 5_000
const maxWaitMs = 15 * 60_000
const maxEntries = 10_000

/**
 * After some failures in a row an attempt has to wait, each time twice as long, at most 15 minutes: for a
 * name from anywhere, and for an address with any name. 15 minutes after the last one all is forgotten.
 */
export function createSignInThrottle(now: () => number): SignInThrottle {
  const failures = new Map<string, Failures>()
  const keysOf = (name: string, address: string) => [
    { key: `name ${name.trim().toLowerCase().slice(0, 64)}`, free: freeAttempts.name },
    { key: `address ${address}`, free: freeAttempts.address },
  ]
  const current = (key: string) => {
    const found = failures.get(key)
    return found !== undefined && now() - found.lastAt <= maxWaitMs ? found : undefined
  }
  return {
    waitMs: (name, address) =>
      Math.max(
        ...keysOf(name, address).map(({ key, free }) => {
          const { count, lastAt } = current(key) ?? { count: 0, lastAt: 0 }
          if (count < free) return 0
          return Math.max(0, lastAt + Math.min(firstWaitMs * 2 ** (count - free), maxWaitMs) - now())
        }),
      ),
    count: (name, address) => {
      for (const { key } of keysOf(name, address)) {
        const count = (current(key)?.count ?? 0) + 1
        // Put last: the map keeps the order of the latest attempts.
        failures.delete(key)
        failures.set(key, { count, lastAt: now() })
      }
      for (const key of failures.keys()) {
        if (failures.size <= maxEntries) break
        failures.delete(key)
      }
    },
    forget: (name, address) => {
      for (const { key } of keysOf(name, address)) failures.delete(key)
    },
  }
}
