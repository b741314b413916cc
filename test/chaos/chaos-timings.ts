import type { Timings } from '../../workflows/contract'

/** Short, so that a run notices within seconds what takes minutes in production. */
export const chaosTimings: Timings = {
  stepTimeoutMs: {
    download: 60_000,
    preflight: 60_000,
    checks: 60_000,
    uploadReport: 40_000,
    moveToProcessed: 40_000,
  },
  stepAttempts: { download: 6, preflight: 4, checks: 4, uploadReport: 6, moveToProcessed: 6 },
  retryInitialMs: 200,
  retryMaximumMs: 2_000,
  heartbeatMs: 6_000,
  hostWaitMs: 4_000,
  parkInitialMs: 5_000,
  parkMaximumMs: 20_000,
}
