import type { Clock } from './deliveries/schedule'
import type { RateLimits } from './http/rate-limits'

/** How a simulated Box is started. Everything is optional. */
export interface SimulatedBoxOptions {
  /** Kept here and read again at the next start. Absent: a temporary directory that `stop()` removes. */
  stateDir?: string
  /** Default true. False: the state is lost when the process ends; the contents of files are on disk. */
  keepsState?: boolean
  /** Absent or 0: a free port. */
  ports?: { api?: number; upload?: number; download?: number; page?: number; control?: number }
  /**
   * From the https origin that is registered with Box to the loopback origin that receives its deliveries.
   */
  deliveryMap?: Record<string, string>
  /** Absent: off. `boxRateLimits` has Box's limits. */
  rateLimits?: RateLimits
  /**
   * Whether FILE.UPLOADED fires on a new version too. Box's documentation does not say. Observed: it does
   * not.
   */
  firesOnNewVersion?: boolean
  /**
   * Whether an update or move of a file with a stale `If-Match` fails with 412, as Box's OpenAPI description
   * has it (default); one of Box's guides says that moves ignore it.
   */
  honoursIfMatch?: boolean
  /** Of a direct upload. Default 50 MiB, as Box documents. */
  maxDirectUploadBytes?: number
  tokenLifetimeSeconds?: number
  downloadUrlLifetimeSeconds?: number
  clock?: Partial<Clock>
  /** JSON lines of all answers, for `check:box-openapi`. Appended to. */
  captureFile?: string
  /** Webhook signature keys of the default app; made at the first start otherwise. */
  primaryKey?: string
  secondaryKey?: string
}

export const defaults = {
  maxDirectUploadBytes: 50 * 1024 * 1024,
  tokenLifetimeSeconds: 3600,
  downloadUrlLifetimeSeconds: 900,
  clock: { scale: 1, deliveryTimeoutMs: 30_000 },
}
