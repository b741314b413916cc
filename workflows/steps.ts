import type { Plan, Rejection, Report } from '../quality-control/report'
import type { Downloaded, FoundSource, MoveResult, ReportReceipt } from './step-results'
import type { Upload } from './upload'

/**
 * The activities of an upload: where each one runs, how long an attempt may take, how often it is tried, and
 * its words in the Web UI. The defaults of the configuration, the proxies of the workflow and the
 * registration in the worker derive from here. Pure data: config imports it.
 */
export interface ActivityEntry {
  queue: Queue
  /** Longest single attempt. */
  timeoutMs: number
  attempts: number
  summary: string
  /** It looks where the source is in Box, so it answers the deliveries that came before. */
  answersArrivals?: true
}

/**
 * `intake`: hosts with room for one more asset. `host`: the host that has the file. `reports`: the same host,
 * with slots that no analysis takes. `main`: any worker.
 */
export type Queue = 'intake' | 'host' | 'reports' | 'main'

const minute = 60_000
const hour = 60 * minute

/** What each step takes after the upload, and what it returns. */
export interface StepCalls {
  /**
   * Finds the file in Box, downloads this version, and returns the host that has it. The first download of a
   * run also finds out whether this version was done before.
   */
  download: (isFirst?: boolean) => Downloaded
  /** Finds the kind of medium, resolves the profile, may reject. Keeps a rejection of `download`. */
  preflight: (rejection?: Rejection) => Plan
  /** Facts in, findings and score out. */
  checks: (plan: Plan) => Report
  /**
   * Uploads the report, or finds that it is in Box already. Removes the file from the host, unless the
   * verdict is `error`.
   */
  uploadReport: (report: Report) => ReportReceipt
  /** Idempotent: already in `_PROCESSED` under this session is done. */
  moveToProcessed: (receipt: ReportReceipt) => MoveResult
  /** `gone` only after every INCOMING folder of the client was readable and the file was still missing. */
  findSource: () => FoundSource
}

/** The steps of an upload, in their order. A step that fails for good parks the run. */
export const steps = {
  download: {
    queue: 'intake',
    timeoutMs: 2 * hour,
    attempts: 8,
    summary: 'Find the file in Box and download it',
    answersArrivals: true,
  },
  preflight: {
    queue: 'host',
    timeoutMs: 2 * hour,
    attempts: 4,
    summary: 'Identify the file and plan its checks',
  },
  checks: {
    queue: 'host',
    timeoutMs: 2 * hour,
    attempts: 4,
    summary: 'Run the checks and compute the score',
  },
  uploadReport: {
    queue: 'reports',
    timeoutMs: 5 * minute,
    attempts: 8,
    summary: 'Upload the report to REPORTS',
  },
  moveToProcessed: {
    queue: 'main',
    timeoutMs: 2 * minute,
    attempts: 8,
    summary: 'Move the source to _PROCESSED',
    answersArrivals: true,
  },
  /** Only before a run ends, when a delivery came that no earlier step has answered. */
  findSource: {
    queue: 'main',
    timeoutMs: 2 * minute,
    attempts: 8,
    summary: 'Find out where the file is now',
    answersArrivals: true,
  },
} as const satisfies Record<keyof StepCalls, ActivityEntry>

/** What each aside takes and returns. */
export interface AsideCalls {
  /** Returns when the host is gone. */
  watchHost: (hostQueue: string) => void
  /** True when this step of the run has waited in its queue for at least so many milliseconds. */
  isQueued: (step: Step, forMs: number) => boolean
  /** True when no other run that this cause parked is to try first. */
  isFirstParked: (cause: SharedCause) => boolean
  /** Tells the runs that this cause parked to try again. Returns how many. */
  wakeParked: (cause: SharedCause) => number
  /** Leaves a mark on the Box file so that no sweep raises it again. */
  markAbandoned: (upload: Upload, reason: string) => void
  /** Best effort: forgets the bytes. Facts and previews stay in the host's bounded cache. */
  cleanUp: (upload: Upload) => void
}

/** What parks the runs of a client alike, so that one of them can try for all. */
export interface SharedCause {
  clientId: string
  errorType: string
  /** Only where the cause is one of this step. */
  step?: Step
}

/** What a run does beside its steps: short, given up after a few attempts, and never a reason to park. */
export const asides = {
  /** As long as a step waits for its busy host. */
  watchHost: {
    queue: 'main',
    timeoutMs: 24 * hour,
    attempts: Infinity,
    summary: 'Wait for the host that has the file: it is busy, or gone',
  },
  isQueued: {
    queue: 'main',
    timeoutMs: minute / 4,
    attempts: 2,
    summary: 'Does the step still wait for a worker?',
  },
  isFirstParked: {
    queue: 'main',
    timeoutMs: minute / 4,
    attempts: 2,
    summary: 'Does another run try for all that this cause parked?',
  },
  wakeParked: {
    queue: 'main',
    timeoutMs: minute,
    attempts: 2,
    summary: 'The cause is gone: tell the other runs that it parked',
  },
  markAbandoned: {
    queue: 'main',
    timeoutMs: minute / 2,
    attempts: 3,
    summary: 'Mark the file in Box as abandoned',
  },
  cleanUp: {
    queue: 'reports',
    timeoutMs: minute / 2,
    attempts: 3,
    summary: 'Remove the file from the host',
  },
} as const satisfies Record<keyof AsideCalls, ActivityEntry>

export type Step = keyof StepCalls
export type Aside = keyof AsideCalls

/** Function properties, not methods: activities are passed around unbound. */
export type StepActivities = {
  [S in Step]: (upload: Upload, ...args: Parameters<StepCalls[S]>) => Promise<ReturnType<StepCalls[S]>>
}

export type AsideActivities = {
  [A in Aside]: (...args: Parameters<AsideCalls[A]>) => Promise<ReturnType<AsideCalls[A]>>
}

export type Activities = StepActivities & AsideActivities

export const stepNames = namesOf(steps)

/** One value for each step. */
export function mapSteps<T>(valueOf: (step: Step) => T): Record<Step, T>
export function mapSteps(valueOf: (step: Step) => unknown): Record<string, unknown> {
  return Object.fromEntries(stepNames.map((step) => [step, valueOf(step)]))
}

/**
 * The activities that the workers of this queue serve. Those outside the tables belong to scheduled
 * workflows: any worker can run them, so they are on the main queue.
 */
export function activitiesOn(
  queue: Queue,
  activities: Record<Step | Aside, unknown>,
): Record<string, unknown> {
  const table: Record<string, ActivityEntry> = { ...steps, ...asides }
  return Object.fromEntries(
    Object.entries(activities).filter(([name]) => (table[name]?.queue ?? 'main') === queue),
  )
}

/** `Object.keys` with the type of the keys. */
function namesOf<T extends object>(table: T): Extract<keyof T, string>[] {
  const names = []
  for (const name in table) names.push(name)
  return names
}
