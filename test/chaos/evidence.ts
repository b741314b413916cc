import type { RequestEntry } from '../../sandbox/simulated-box/control-client'

/**
 * All that the checker knows: what the simulated Box did and contains, and what Temporal says of the runs.
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
  acknowledged: { fileId: string; versionId: string; folderId: string }[]
  runs: RunAtEnd[]
  /** The SHA-1 digests that a report's text contains, by the report's file id. */
  digestsByReport: Record<string, string[]>
  /** A sweep runs: even an upload that Box never delivered must be found. */
  hasSweep: boolean
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

export interface RunAtEnd {
  workflowId: string
  runId: string
  fileId: string
  versionId: string
  /** Temporal's own status. */
  status: 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'TERMINATED' | 'TIMED_OUT' | 'CONTINUED_AS_NEW'
  /** The search attribute QcState. */
  state?: string
}

/** The bad columns: each must be 0. */
export interface Faulty {
  /** Lies in INCOMING at the end, and no run is open for it. */
  lost: string[]
  movedWithoutReport: string[]
  movedBeforeReport: string[]
  reportedTwice: string[]
  movedTwice: string[]
  runTwice: string[]
  /** A run that is still open at the end. */
  leftStuck: string[]
  /** The last run of a file that lies in INCOMING ended as withdrawn. */
  withdrawnThoughPresent: string[]
  /** A report without the SHA-1 of the version that it is about. */
  bytesNotProved: string[]
}

export interface ChaosReport {
  uploads: number
  reports: number
  moves: number
  bytesProved: number
  /** Uploads that Box never got a 2xx for: only a sweep can find them. Not a fault without one. */
  unannounced: string[]
  faulty: Faulty
  uploadToReportMs: { p50: number; p99: number }
  /** How many requests met a fault, by its kind. */
  faults: Record<string, number>
}
