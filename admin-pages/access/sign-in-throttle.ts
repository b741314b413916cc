import { plural } from '../../workflows/text'
import { PageProblem } from '../page-request'

/** Without a name: at the provider, which asks for it. */
export interface Who {
  name?: string
  address: string
}

export interface SignInThrottle {
  /** 0 when an attempt is allowed now. */
  waitMs: (who: Who) => number
  /** Called before the password is checked, so that attempts at the same time count too. */
  count: (who: Who) => void
  forget: (who: Who) => void
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
  const keysOf = ({ name, address }: Who) => [
    ...(name === undefined
      ? []
      : [{ key: `name ${name.trim().toLowerCase().slice(0, 64)}`, free: freeAttempts.name }]),
    { key: `address ${address}`, free: freeAttempts.address },
  ]
  const current = (key: string) => {
    const found = failures.get(key)
    return found !== undefined && now() - found.lastAt <= maxWaitMs ? found : undefined
  }
  return {
    waitMs: (who) =>
      Math.max(
        ...keysOf(who).map(({ key, free }) => {
          const { count, lastAt } = current(key) ?? { count: 0, lastAt: 0 }
          if (count < free) return 0
          return Math.max(0, lastAt + Math.min(firstWaitMs * 2 ** (count - free), maxWaitMs) - now())
        }),
      ),
    count: (who) => {
      for (const { key } of keysOf(who)) {
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
    forget: (who) => {
      for (const { key } of keysOf(who)) failures.delete(key)
    },
  }
}

/** Throws a PageProblem when this attempt comes too early; else it counts, until it is forgotten. */
export function countAttempt(throttle: SignInThrottle, who: Who): void {
  const waitMs = throttle.waitMs(who)
  if (waitMs > 0)
    throw new PageProblem(
      429,
      'Too many attempts',
      `Signing in failed several times. Try again in ${plural(Math.ceil(waitMs / 1000), 'second')}.`,
    )
  throttle.count(who)
}
