import type { RequestEntry } from '../../sandbox/simulated-box/control-client'

/**
 * All that the checker knows: what the simulated Box did and contains, and Temporal's histories of the runs.
 * Nothing here comes from the product's own logs or answers.
 */
export interface Evidence {
  /** In the order in which Box decided. */
  requests: RequestEntry[]
  serviceAccountId: string
  /** The folders that the product is configured for, with their `_PROCESSED` folders. */
  folders: ChaosFolder[]
  /** Every file at the end. */
  files: FileAtEnd[]
  /** Events that Box was told "yes" about (2xx), one for each. */
  acknowledged: AcknowledgedEvent[]
  runs: RunHistory[]
  /** The SHA-1 digests that a report's text contains, by the report's file id. */
  digestsByReport: Record<string, string[]>
  /** SHA-1 of the files that were damaged on purpose; every other file is undamaged. */
  damaged: string[]
  /** Where a key or a token was found: in logs, metrics, histories, reports or data directories. */
  secretsTold: string[]
}

export interface ChaosFolder {
  id: string
  kind: 'incoming' | 'processed' | 'reports'
}

export interface FileAtEnd {
  id: string
  name: string
  parentId: string
  isTrashed: boolean
  /** Oldest first. */
  versions: { id: string; sha1: string }[]
}

export interface AcknowledgedEvent {
  fileId: string
  versionId: string
  folderId: string
  /** When the event happened, as its body says: to the second. */
  eventTime: string
  /** When the first 2xx came. */
  atMs: number
}

/** One execution of `qcUpload`, from its history. A run that continued as new is several of them. */
export interface RunHistory {
  workflowId: string
  runId: string
  fileId: string
  versionId: string
  /** Temporal's own status. */
  status: 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'TERMINATED' | 'TIMED_OUT' | 'CONTINUED_AS_NEW'
  /** The `outcome` of its result, `withdrawn` for a withdrawn file; of an open run its state. */
  state?: string
  startedAtMs: number
  /** Why it was started: `event`, `sweep`, `newVersion`. */
  origin: string
  incomingFolderId: string
  /** The event times of the deliveries that it received. */
  arrivals: string[]
  /** The report that it was handed when it continued as new. */
  carriedReportId?: string
  steps: StepHistory[]
  verdict?: string
  /** Of its result. */
  reportFileId?: string
  movedTo?: string
  /** Causes of failed workflow tasks that no disturbance explains. */
  workflowErrors: string[]
  /** An operator reset an earlier run to this one: it repeats what that one did. */
  isReset: boolean
}

/** One call of an activity, retries included. */
export interface StepHistory {
  name: string
  /** Event ids. */
  scheduledAt: number
  completedAt?: number
  attempts: number
  /** The id of the report that `uploadReport` returned or `moveToProcessed` was given. */
  reportFileId?: string
}

/** The bad columns: each must be 0. `docs/chaos.md` explains them. */
export interface Faulty {
  lost: string[]
  movedWithoutReport: string[]
  movedBeforeReport: string[]
  reportedTwice: string[]
  movedTwice: string[]
  runTwice: string[]
  leftStuck: string[]
  withdrawnThoughPresent: string[]
  bytesNotProved: string[]
  secretsTold: string[]
  movedWithoutReceipt: string[]
  claimedNotDone: string[]
  notStored: string[]
  swallowed: string[]
  judgedWrong: string[]
  workflowErrors: string[]
}

export interface ChaosReport {
  uploads: number
  reports: number
  moves: number
  bytesProved: number
  runs: number
  /** Runs that a sweep had to start. */
  startedBySweep: number
  /** `retried` were tried more than once, `most` is the highest number of attempts. */
  steps: { calls: number; retried: number; most: number }
  faulty: Faulty
  uploadToReportMs: { p50: number; p99: number }
  /** How many requests met a fault, by its kind. */
  faults: Record<string, number>
}
