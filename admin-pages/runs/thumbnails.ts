import { RateLimiter } from '../../box/rate-limiter'
import type { BoxAccess } from '../box-access'

export interface Thumbnails {
  /** Undefined: Box has none. Rejects when it cannot be asked at the moment, or not within seconds. */
  of: (fileId: string) => Promise<Buffer | undefined>
}

/** Box gives one service account 1,000 calls a minute, and the workers need them. */
const callsPerMinute = 180
const timeoutMs = 15_000
const keptMs = 60 * 60_000
/** So long nobody asks again after a failure. */
const failedMs = 30_000
/** Some 20 KB each, 96 KB at most. */
const maxKept = 300

interface Kept {
  image: Promise<Buffer | undefined>
  untilMs: number
}

/** Thumbnails from Box, kept in memory: visitors share them, and a file is asked for once at a time. */
export function createThumbnails(box: BoxAccess, now: () => Date): Thumbnails {
  const limiter = new RateLimiter(callsPerMinute)
  const kept = new Map<string, Kept>()
  const ask = async (fileId: string) => {
    const signal = AbortSignal.timeout(timeoutMs)
    await limiter.take(signal)
    return box().thumbnail(fileId, signal)
  }
  return {
    of: (fileId) => {
      const nowMs = now().getTime()
      const known = kept.get(fileId)
      if (known !== undefined && known.untilMs > nowMs) return known.image
      const fresh: Kept = { image: ask(fileId), untilMs: nowMs + keptMs }
      fresh.image.catch(() => (fresh.untilMs = nowMs + failedMs))
      // The oldest is first.
      kept.delete(fileId)
      const [oldest] = kept.keys()
      if (kept.size >= maxKept && oldest !== undefined) kept.delete(oldest)
      kept.set(fileId, fresh)
      return fresh.image
    },
  }
}
