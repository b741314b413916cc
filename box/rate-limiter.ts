import { setTimeout } from 'node:timers/promises'

import { BoxError } from './box-error'

export interface RateLimits {
  callsPerMinute: number
  uploadsPerMinute: number
}

/**
 * What Box allows one user; a service account is one user.
 * https://developer.box.com/guides/api-calls/permissions-and-errors/rate-limits/
 */
export const boxRateLimits: RateLimits = { callsPerMinute: 1000, uploadsPerMinute: 240 }

/** Longer waits are left to the caller, which can give up its turn meanwhile. */
export const longestWaitMs = 10_000

/** The share of a minute's budget that may be used at once; the rest is spread over the minute. */
const burstShare = 0.1

/** The time a limiter lives in; a test has its own. */
export interface Clock {
  now: () => number
  wait: (ms: number, signal?: AbortSignal) => Promise<unknown>
}

const realClock: Clock = {
  // Not the time of day: when that is set back by an hour, no request would pass for an hour.
  now: () => performance.now(),
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }),
}

/**
 * A token bucket: at most `perMinute` requests in any minute, in the order of their arrival. Box's 429 pauses
 * it for all, so that one refusal is not followed by a hundred.
 */
export class RateLimiter {
  private readonly capacity: number
  private readonly perMs: number
  private tokens: number
  /** When `tokens` was counted; in the future while paused. */
  private countedAtMs: number

  constructor(
    perMinute: number,
    private readonly clock = realClock,
  ) {
    this.capacity = Math.max(1, Math.floor(perMinute * burstShare))
    this.perMs = Math.max(1, perMinute - this.capacity) / 60_000
    this.tokens = this.capacity
    this.countedAtMs = clock.now()
  }

  /** Waits for this request's turn. Throws a `BoxError` of kind `not_yet` when that takes too long. */
  async take(signal?: AbortSignal): Promise<void> {
    const waitMs = this.waitMs()
    if (waitMs > longestWaitMs)
      throw new BoxError({
        kind: 'not_yet',
        retryAfterMs: waitMs,
        message: `Box's rate limit is used up; the next request is possible in ${Math.ceil(waitMs / 1000)} s`,
      })
    this.tokens -= 1
    if (waitMs === 0) return
    try {
      await this.clock.wait(waitMs, signal)
    } catch (error) {
      this.tokens += 1
      throw error
    }
  }

  /** Holds back all requests, for a minute at most: Box counts by the minute. */
  pause(ms: number): void {
    this.refill()
    this.countedAtMs = Math.max(this.countedAtMs, this.clock.now() + Math.min(ms, 60_000))
    this.tokens = Math.min(this.tokens, 1)
  }

  private waitMs(): number {
    this.refill()
    const pauseMs = Math.max(0, this.countedAtMs - this.clock.now())
    return pauseMs + Math.max(0, Math.ceil((1 - this.tokens) / this.perMs))
  }

  private refill(): void {
    const passedMs = this.clock.now() - this.countedAtMs
    if (passedMs <= 0) return
    this.tokens = Math.min(this.capacity, this.tokens + passedMs * this.perMs)
    this.countedAtMs = this.clock.now()
  }
}
