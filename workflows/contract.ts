/**
 * The words that the workflow, the activities, the gateway and the CLI share.
 * Everything in here goes through Temporal as JSON, so it is plain data, and small (house limit: 50 KB a
 * payload).
 */
import type { Plan, Rejection, Report, Verdict } from '../quality-control/report'
import type { Step } from './steps'

export type * from '../quality-control/report'
export type { Step } from './steps'

/** Why this run exists: a delivery from Box, a newer version seen by another run, a sweep, or a person. */
export type UploadOrigin = 'event' | 'newVersion' | 'sweep' | 'rerun'

/** The input of `qcUpload`: one version of one file that a client put into INCOMING. */
export interface Upload {
  clientId: string
  /** Box ids are strings of digits. */
  fileId: string
  versionId: string
  /** The name at the time of the event; the report keeps it even when the file is renamed meanwhile. */
  name: string
  /** SHA-1 in lower-case hex, as Box states it for this version. */
  sha1: string
  sizeBytes: number
  /** The configured INCOMING folder that owns the file: its nearest configured ancestor. */
  incomingFolderId: string
  /** UTC time of the event (or of detection), ISO 8601. */
  eventTime: string
  origin: UploadOrigin
  /** 1, and one more whenever the run finds the file in INCOMING again and continues as new. */
  attempt: number
  /** Prefix of the moved file and part of the report's name: see `sessionFor`. */
  session: string
  profileId: string
  /** `shadow` makes a report and never moves: for a second installation on folders that another one owns. */
  mode: ClientMode
  /**
   * Sessions of earlier versions of this file, so that a file already filed under one of them is ours to
   * rename.
   */
  earlierSessions: string[]
}

export type ClientMode = 'active' | 'shadow'

/** `qcUpload` takes the upload and the time-outs, so that both are in the history. */
export interface QcUploadInput {
  upload: Upload
  timings: Timings
  /** Only when a run continued as new. */
  carried?: Carried
}

/** What a run hands to itself when it continues as new. */
export interface Carried {
  /** Deliveries that the run received. */
  arrivals: Upload[]
  /** Of the same attempt. */
  report?: ReportReceipt
  /** The wait of a parked run, which goes on. */
  waiting?: StepWait
}

export interface StepWait {
  step: Step
  since: string
  retries: number
  timerRounds: number
}

/** Time-outs and retry budgets, in milliseconds. From config; a test asserts the production values. */
export interface Timings {
  /** Longest single attempt per step. */
  stepTimeoutMs: Record<Step, number>
  /** How often a step is tried before the run parks. */
  stepAttempts: Record<Step, number>
  retryInitialMs: number
  retryMaximumMs: number
  heartbeatMs: number
  /** How long a step may wait for its own host before we ask whether that host still lives. */
  hostWaitMs: number
  /** The slow timer of a parked run: first wait and the longest one, doubling in between. */
  parkInitialMs: number
  parkMaximumMs: number
}

/**
 * Content is the truth, the host only a hint: whoever gets a FileRef can fetch the bytes again and prove
 * them.
 */
export interface FileRef {
  fileId: string
  versionId: string
  sha1: string
  sizeBytes: number
}

export interface Downloaded {
  /** The task queue of the host that holds the bytes. */
  hostQueue: string
  /** By Box's metadata alone: nothing was downloaded. */
  rejection?: Rejection
  /** This version needs no run: nothing was downloaded. Only at the first download of a run. */
  notNeeded?: NotNeeded
}

export interface NotNeeded {
  outcome: 'duplicate' | 'abandoned'
  note: string
}

/** Where the source is now, seen from all INCOMING folders of its client. */
export type FoundSource =
  | { location: 'incoming'; incomingFolderId: string; versionId: string }
  | { location: 'processed'; name: string }
  | { location: 'gone' }

/** Proof that the report is up. The move takes it as an argument: the history says "report first". */
export interface ReportReceipt {
  reportFileId: string
  reportVersionId: string
  reportName: string
  folderId: string
  /** A newer version of the source stood in Box when the report was filed; the report says so. */
  newerVersion?: NewerVersion
  /** The source as it was in INCOMING just before; absent when it was elsewhere or had a newer version. */
  source?: { etag: string; name: string; seenAt: string }
}

/** What is needed to start the newer version's own run. */
export interface NewerVersion {
  versionId: string
  sha1: string
  sizeBytes: number
  name: string
  /** When Box took the version in, ISO 8601. */
  createdAt: string
}

export interface MoveResult {
  /** `elsewhere`: in `_PROCESSED` under a session that is not ours, so another installation moved it. */
  location: 'moved' | 'alreadyThere' | 'elsewhere' | 'left'
  /** The name in `_PROCESSED`, when it is there. */
  name?: string
  folderId?: string
  newerVersion?: NewerVersion
}

/** How a run ends. `duplicate`: another run did this version, so nothing was done. */
export type Outcome = 'done' | 'duplicate' | 'withdrawn' | 'superseded' | 'abandoned' | 'cancelled'
export type RunState = 'running' | 'needs_attention' | Outcome

export interface QcUploadResult {
  outcome: Outcome
  session: string
  verdict?: Verdict
  score?: number
  report?: ReportReceipt
  movedTo?: string
  /** A person's words on `abandon`, or a warning such as "another installation moved this file". */
  note?: string
  /** Only when the file in Box could not be marked as given up: the sweep then asks this run. */
  isUnmarked?: true
}

/** Why a run waits for a person: shown by the query `status`, the CLI, and the Web UI. */
export interface Attention {
  step: Step
  /** Stable word, also in QcErrorType: see `errorTypes`. */
  errorType: string
  message: string
  whatToDo: string
  /** When it first stuck at this step, ISO 8601. */
  since: string
  /** How often it was tried again since then. */
  retries: number
}

export interface RunStatus {
  state: RunState
  step?: Step
  attention?: Attention
  verdict?: Verdict
  score?: number
  report?: ReportReceipt
}

/** What parks the runs of a client alike, so that one of them can try for all. */
export interface SharedCause {
  clientId: string
  errorType: string
  /** Only where the cause is one of this step. */
  step?: Step
}

/** `ApplicationFailure.type` of everything that a person must act on, and of a withdrawn file. */
export const errorTypes = {
  /** The file left INCOMING, was deleted or trashed: ends the run, parks nothing. */
  withdrawn: 'Withdrawn',
  /** Box refuses our service account on a folder that it could read before. */
  accessLost: 'access_lost',
  /** The role is too low: a Viewer Uploader passes every step and fails at the move. */
  permissionDenied: 'permission_denied',
  /** The configured REPORTS folder is not there, or not readable. */
  reportsFolder: 'reports_folder',
  /** A stranger's file has the report's name. */
  reportNameTaken: 'report_name_taken',
  /** A file, not a folder, is named `_PROCESSED`. */
  processedIsFile: 'processed_is_file',
  /** `clients.yaml` no longer knows this client, or a profile is missing or wrong. */
  configuration: 'configuration',
  /** The downloaded bytes never matched Box's SHA-1. */
  contentMismatch: 'content_mismatch',
  /** Box refuses our credentials. */
  boxAuth: 'box_auth',
  /** A required check could not run: judged again on `retry`, before the move. */
  verdictError: 'verdict_error',
  /** The storage quota of a Box folder's owner is used up. */
  boxQuota: 'box_quota',
  /** A security policy of the Box enterprise forbids the call. */
  boxPolicy: 'box_policy',
  /** The images of the report are no longer on the host: `checks` must make them again. */
  previewsGone: 'previews_gone',
  /** 429: retried after Box's delay, never a reason to park. */
  rateLimited: 'rate_limited',
  /** Box answered 4xx in a way that no retry changes. */
  boxRefused: 'box_refused',
  /** The retry budget of the step ran out. */
  retriesExhausted: 'retries_exhausted',
} as const

/** Function properties, not methods: activities are passed around unbound. */
export interface Activities {
  /**
   * On the intake queue. Finds the file in Box, downloads this version, and returns the host that has it. The
   * first download of a run also finds out whether this version was done before.
   */
  download: (upload: Upload, isFirst?: boolean) => Promise<Downloaded>
  /**
   * On the host. Finds the kind of medium, resolves the profile, may reject; a rejection of `download`
   * stands.
   */
  preflight: (upload: Upload, rejection?: Rejection) => Promise<Plan>
  /** On the host. Facts in, findings out, score. */
  checks: (upload: Upload, plan: Plan) => Promise<Report>
  /** On the host. Files the report, or finds that it is filed already. */
  uploadReport: (upload: Upload, report: Report) => Promise<ReportReceipt>
  /** Anywhere. Idempotent: already in `_PROCESSED` under this session is done. */
  moveToProcessed: (upload: Upload, receipt: ReportReceipt) => Promise<MoveResult>
  /**
   * Anywhere. Where the file is now. `gone` only after every INCOMING folder of the client was readable and
   * the file was still missing.
   */
  findSource: (upload: Upload) => Promise<FoundSource>
  /** On the host, best effort: forgets the bytes. Facts and previews stay in the host's bounded cache. */
  cleanUp: (upload: Upload) => Promise<void>
  /** Anywhere. Returns when the host is gone. */
  watchHost: (hostQueue: string) => Promise<void>
  /** Anywhere. True when no other run that this cause parked is to try first. */
  isFirstParked: (cause: SharedCause) => Promise<boolean>
  /** Anywhere. Tells the runs that this cause parked to try again. Returns how many. */
  wakeParked: (cause: SharedCause) => Promise<number>
  /** Anywhere. Leaves a mark on the Box file so that no sweep raises it again. */
  markAbandoned: (upload: Upload, reason: string) => Promise<void>
}

export const workflowType = 'qcUpload'

/** Names of the task queues, all made from one configured base name. */
export function queueNames(base: string) {
  return {
    /** Workflows, and the activities that run anywhere. */
    main: base,
    /** `download` only: a full host stops polling it. */
    intake: `${base}-intake`,
    /** One per data directory, stable over restarts. */
    host: (hostId: string) => `${base}-host-${hostId}`,
    /** Of the same host: a report never waits behind an analysis. */
    reports: (hostQueue: string) => `${hostQueue}-reports`,
  }
}

/** Ids only: a name can change, and every delivery of a version must meet the same run. */
export function workflowIdFor(upload: Pick<Upload, 'clientId' | 'fileId' | 'versionId'>): string {
  return `qc/${upload.clientId}/${upload.fileId}/${upload.versionId}`
}

/**
 * UTC time of the event and the last six digits of the version id (their beginnings are alike), and the
 * attempt when it is not the first: `20261124T093000Z-123456`, `20261124T093000Z-123456-2`.
 */
export function sessionFor(eventTime: string, versionId: string, attempt = 1): string {
  const stamp = new Date(eventTime).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
  const session = `${stamp}-${versionId.slice(-6)}`
  return attempt === 1 ? session : `${session}-${attempt}`
}

/** The session at the beginning of a name in `_PROCESSED`; `versionEnd` is that of its version id. */
export function sessionIn(name: string): { session: string; versionEnd: string } | undefined {
  const [, session, versionEnd] = /^(\d{8}T\d{6}Z-(\d{1,6})(?:-\d+)?)_/.exec(name) ?? []
  return session === undefined || versionEnd === undefined ? undefined : { session, versionEnd }
}

/** Names of the custom search attributes and their Temporal types; `admin-cli setup` registers them. */
export const searchAttributes = {
  QcClient: 'KEYWORD',
  QcProfile: 'KEYWORD',
  QcFile: 'KEYWORD',
  QcFileId: 'KEYWORD',
  QcState: 'KEYWORD',
  QcStep: 'KEYWORD',
  QcErrorType: 'KEYWORD',
  QcVerdict: 'KEYWORD',
  QcScore: 'DOUBLE',
} as const

/** Signals `arrived`, `retry` and `wake`, updates `retry` and `abandon`, query `status`. */
export const handlerNames = {
  arrived: 'arrived',
  retry: 'retry',
  wake: 'wake',
  abandon: 'abandon',
  status: 'status',
} as const

/**
 * Tag on a Box file: a person gave this version up, and no sweep starts it again. Newer versions are not
 * affected.
 */
export function abandonedTag(versionId: string): string {
  return `qc-abandoned-${versionId}`
}
