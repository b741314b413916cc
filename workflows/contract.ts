/**
 * The words that the workflow, the activities, the gateway and the CLI share.
 * Everything in here goes through Temporal as JSON, so it is plain data, and small (house limit: 50 KB a
 * payload).
 */
import type { Verdict } from '../quality-control/report'
import type { ReportReceipt } from './step-results'
import type { Step } from './steps'
import type { Upload } from './upload'

export type * from '../quality-control/report'
export * from './error-types'
export * from './notice'
export * from './processed'
export type * from './step-results'
export type { Activities, SharedCause, Step } from './steps'
export * from './upload'

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
  /**
   * How long a step waits in its queue before the run shows it, schedules the step again, and watches the
   * host that has the file.
   */
  hostWaitMs: number
  /** The slow timer of a parked run: first wait and the longest one, doubling in between. */
  parkInitialMs: number
  parkMaximumMs: number
}

/** How a run ends. `duplicate`: another run did this version, so nothing was done. */
export type Outcome = 'done' | 'duplicate' | 'withdrawn' | 'superseded' | 'abandoned' | 'cancelled'
/** `waiting`: no host has room for the file, or its host is busy. `needs_attention`: for a person. */
export type RunState = 'running' | 'waiting' | 'needs_attention' | Outcome

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
  /** Why it is `waiting`, in a sentence. */
  waitingFor?: string
  verdict?: Verdict
  score?: number
  report?: ReportReceipt
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
