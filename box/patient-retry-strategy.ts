import { BoxRetryStrategy } from 'box-node-sdk/networking'

import type { FetchOptions, FetchResponse } from 'box-node-sdk/networking'

import { BoxError } from './box-error'
import { retryAfterMs } from './retry-after'

/** Longer waits than this are the caller's: they must not hold an activity, nor use up its attempts. */
const longestWaitMs = 10_000

/**
 * The SDK's strategy, made right in four points: it looks for a capitalised `Retry-After`, which no response
 * has here; it lets a 202 ("not ready yet") of a download pass; it repeats a write whose answer was lost,
 * which may file a second version, or move away a second time what somebody has put back: whoever writes
 * looks first what came of it; and it goes on after the caller has aborted.
 */
export class PatientRetryStrategy extends BoxRetryStrategy {
  override async shouldRetry(
    options: FetchOptions,
    response: FetchResponse,
    attempt: number,
  ): Promise<boolean> {
    if (options.cancellationToken?.aborted === true) return false
    const isUnclear = response.status === 0 || response.status >= 500
    if (isUnclear && options.method.toUpperCase() !== 'GET') return false
    const waitMs = retryAfterMs(response.headers['retry-after'])
    const isPatient = attempt < this.maxAttempts && (waitMs ?? 0) <= longestWaitMs
    if (response.status === 202) {
      if (!isPatient)
        throw new BoxError({
          kind: 'not_yet',
          status: 202,
          retryAfterMs: waitMs,
          message: 'Box is still taking the file in',
        })
      return true
    }
    if (response.status === 429 || response.status === 503) return isPatient
    return super.shouldRetry(options, response, attempt)
  }

  /** In seconds. */
  override retryAfter(options: FetchOptions, response: FetchResponse, attempt: number): number {
    const waitMs = retryAfterMs(response.headers['retry-after'])
    return waitMs === undefined ? super.retryAfter(options, response, attempt) : waitMs / 1000
  }
}
