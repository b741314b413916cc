import { BoxNetworkClient } from 'box-node-sdk/networking'
import type { FetchResponse } from 'box-node-sdk/networking'

import { RateLimiter, type RateLimits } from './rate-limiter'

type Request = Parameters<BoxNetworkClient['fetch']>[0]

/** Every request to Box, repeated ones too, waits for its turn. One for each service account and process. */
export class LimitedNetworkClient extends BoxNetworkClient {
  private readonly calls: RateLimiter
  private readonly uploads: RateLimiter

  constructor(
    limits: RateLimits,
    private readonly uploadUrl: string,
  ) {
    super()
    this.calls = new RateLimiter(limits.callsPerMinute)
    this.uploads = new RateLimiter(limits.uploadsPerMinute)
  }

  override async fetch(request: Request): Promise<FetchResponse> {
    // Box does not count requests for tokens.
    if (!request.url.includes('/oauth2/')) await this.limiterFor(request.url).take(request.cancellationToken)
    return super.fetch(request)
  }

  /** Box answered 429: all requests of this kind wait. */
  pause(url: string, ms: number): void {
    this.limiterFor(url).pause(ms)
  }

  private limiterFor(url: string): RateLimiter {
    return url.startsWith(this.uploadUrl) ? this.uploads : this.calls
  }
}
