import type { Timings } from '../../workflows/contract'
import { mapSteps } from '../../workflows/steps'

/** Short, so that a run notices within seconds what takes minutes in production. */
export const chaosTimings: Timings = {
  stepTimeoutMs: mapSteps(() => 60_000),
  stepAttempts: mapSteps(() => 6),
  retryInitialMs: 200,
  retryMaximumMs: 2_000,
  heartbeatMs: 6_000,
  hostWaitMs: 4_000,
  parkInitialMs: 5_000,
  parkMaximumMs: 20_000,
}
