export interface RateLimits {
  callsPerMinute: number
  uploadsPerMinute: number
}

/**
 * Box's own figures, per user: https://developer.box.com/guides/api-calls/permissions-and-errors/rate-limits/
 */
export const boxRateLimits: RateLimits = { callsPerMinute: 1000, uploadsPerMinute: 240 }

const windowMs = 60_000

/** Counts calls and uploads per user over the last minute. */
export class RateLimiter {
  private readonly times = new Map<string, number[]>()

  constructor(public limits: RateLimits | undefined) {}

  /** Seconds to wait, or undefined when the call may pass (and is counted). */
  retryAfterSeconds(userId: string, kind: 'call' | 'upload', now = Date.now()): number | undefined {
    if (!this.limits) return undefined
    const limit = kind === 'call' ? this.limits.callsPerMinute : this.limits.uploadsPerMinute
    const key = `${kind}/${userId}`
    const recent = (this.times.get(key) ?? []).filter((time) => time > now - windowMs)
    this.times.set(key, recent)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= limit)
      return Math.max(1, Math.ceil((oldest + windowMs - now) / 1000))
    recent.push(now)
    return undefined
  }
}
