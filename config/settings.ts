import type { Timings } from '../workflows/contract'

/**
 * The settings as `schema.ts` declares them, one to one. What the product gets is `Config`, made from these.
 */
export interface Settings {
  log: { level: LogLevel; format: LogFormat }
  box: {
    jwtConfigFile: string
    apiUrl: string
    uploadUrl: string
    oauthUrl: string
    maxCallsPerMinute: number
    maxUploadsPerMinute: number
    accessPatienceMs: number
    primaryKey: string
    primaryKeyFile: string
    secondaryKey: string
    secondaryKeyFile: string
  }
  temporal: { taskQueue: string; webUiUrl: string; payloadKeyFile: string; hideFileNames: boolean }
  files: { clients: string; profiles: string; clientDefaults: string }
  gateway: GatewaySettings
  worker: WorkerSettings
  media: MediaLimits
  sweep: SweepSettings
  reports: { retentionDays: number }
  webhooks: { address: string; isRepair: boolean }
  pages: PagesSettings
  timings: Timings
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'

export type LogFormat = 'json' | 'pretty'

export interface GatewaySettings {
  host: string
  /** 0 takes a free one. */
  port: number
  webhookPath: string
  maxBodyBytes: number
  maxBytesInFlight: number
  maxConnections: number
  bodyTimeoutMs: number
  startTimeoutMs: number
  /** Absolute. */
  dataDir: string
}

export interface WorkerSettings {
  /** Absolute. */
  dataDir: string
  diskReserveBytes: number
  maxUnfinishedAssets: number
  ffmpegSlots: number
  healthHost: string
  /** 0 takes a free one. */
  healthPort: number
  /** `host:port`; empty for none. */
  metricsAddress: string
  shutdownGraceMs: number
}

/** Limits of the child processes that open media. */
export interface MediaLimits {
  searchPath: string
  timeoutMs: number
  memoryBytes: number
  maxPixels: number
}

/** How often INCOMING is swept, and how gently. */
export interface SweepSettings {
  intervalMinutes: number
  maxStarts: number
  maxBoxCalls: number
  minAgeSeconds: number
}

export interface PagesSettings {
  host: string
  /** 0 takes a free one. */
  port: number
  /** Empty when the pages are opened on their own host only. */
  publicUrl: string
  /** Absolute in `Config`. */
  usersFile: string
  idleMinutes: number
  maxSessionHours: number
  /** Empty when no proxy signs people in. */
  trustedUserHeader: string
  trustedProxyAddress: string
  boxWebUrl: string
}
