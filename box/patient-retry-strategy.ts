import { BoxRetryStrategy } from 'box-node-sdk/networking'

import type { FetchOptions, FetchResponse } from 'box-node-sdk/networking'

import { BoxError } from './box-error'
import { longestWaitMs } from './rate-limiter'
import { retryAfterMs } from './retry-after'

/**
 * Corrects the SDK's strategy in four points. It looks for a capitalised `Retry-After`, which never comes.
 * It accepts a 202 ("not ready yet") as a download. It repeats writes whose answer was lost, which may upload
 * a second version or move a file that a person has just moved back. It goes on after the caller aborts.
 *
 * After a 429 it calls `pause` with the request's URL and Box's delay, which then holds back all requests.
 */
export class PatientRetryStrategy extends BoxRetryStrategy {
  constructor(
    options: ConstructorParameters<typeof BoxRetryStrategy>[0],
    private readonly pause: (url: string, ms: number) => void,
  ) {
    super(options)
  }

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
          message: 'Box has not stored the file yet',
        })
      return true
    }
    if (response.status === 429) this.pause(options.url, waitMs ?? this.backoffMs(options, response, attempt))
    if (response.status === 429 || response.status === 503) return isPatient
    return super.shouldRetry(options, response, attempt)
  }

  /** In seconds. */
  override retryAfter(options: FetchOptions, response: FetchResponse, attempt: number): number {
    if (response.status === 429) return 0
    const waitMs = retryAfterMs(response.headers['retry-after'])
    return waitMs === undefined ? super.retryAfter(options, response, attempt) : waitMs / 1000
  }

  private backoffMs(options: FetchOptions, response: FetchResponse, attempt: number): number {
    return super.retryAfter(options, response, attempt) * 1000
  }
}
