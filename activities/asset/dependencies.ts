import type {
  ClientMode,
  Notice,
  NoticeCause,
  NoticeChannel,
  NoticeFacts,
  NoticeKind,
  NotifyInput,
  SharedCause,
  Upload,
  Waiver,
} from '../../workflows/contract'
import type { StartedRun, WebhookProblemKind } from '../../workflows/scheduled/check-webhooks'
import type { Check } from '../../quality-control/checks/check'
import type { Profile } from '../../quality-control/profile'
import type { Presentation } from '../../quality-control/report/presentation'
import type { Box } from '../../box/box'
import type { DetectedType, ProbeInput, ProbeLimits, ProbeResult } from '../../quality-control/probes/probe'
import type { Store } from '../store/create-store'

/** What the activities need: passed in by the composition root, or by a test. */
export interface Dependencies {
  box: Box
  store: Store
  /** The queue of this host: see `queueNames`. */
  hostQueue: string
  logger: ActivityLogger
  /** As configured now; undefined when it is not configured. Throws when the configuration cannot be read. */
  client: (clientId: string) => ActivityClient | undefined
  profile: (profileId: string) => Profile | undefined
  catalogue: () => ReadonlyMap<string, Check>
  /** What people have accepted for this upload, as of now. */
  waivers: (upload: Upload) => Waiver[]
  media: MediaTools
  /** How long a folder may be unreadable before the run parks as `access_lost`. */
  accessPatienceMs: number
  /** When each poller of a queue was last seen, in ms since 1970. */
  pollersSeenAt: (taskQueue: string) => Promise<number[]>
  sweep: SweepDependencies
  counts: ScheduledCounts
  reports: ReportDefaults
  parked: ParkedRuns
  /** A run of this version ended, as done or withdrawn. */
  hasEnded: (upload: Upload) => Promise<boolean>
  /** How long a step of a run has waited for a worker, in ms; undefined when it does not wait. */
  queuedMs: (workflowId: string, step: string) => Promise<number | undefined>
  notices: NoticeDependencies
}

/** The other runs that one cause parked. */
export interface ParkedRuns {
  /** The workflow id of the one that tries for all. */
  first: (cause: SharedCause) => Promise<string | undefined>
  /** Returns how many were told to try again. */
  wake: (cause: SharedCause, exceptId: string) => Promise<number>
}

/** What notices ask of Temporal, and their ways out. */
export interface NoticeDependencies {
  /** With the moment after which failed files count, ISO 8601. */
  causes: (about: readonly NoticeKind[]) => Promise<{ cause: NoticeCause; since: string }[]>
  /** Undefined when there is nothing to tell. */
  facts: (cause: NoticeCause, since: string) => Promise<NoticeFacts | undefined>
  /** False when a notice about this cause is under way. */
  start: (input: NotifyInput) => Promise<boolean>
  channels: ReadonlyMap<NoticeChannel, (notice: Notice, signal: AbortSignal) => Promise<void>>
}

/** What the sweep asks of the configuration and of Temporal. */
export interface SweepDependencies {
  incomingFolders: () => SweptFolder[]
  reportsFolders: () => ReportsFolder[]
  /** Workflow ids of a client's runs, without the suffix of later attempts: open ones, or all that count. */
  knownRuns: (clientId: string, scope: 'live' | 'known') => Promise<ReadonlySet<string>>
  /** A person ended the newest run of this version, and Box refused the tag that says so. */
  isGivenUp: (upload: Upload) => Promise<boolean>
  /** False when this version has an open run. `arrivedAt`: when the file came, ISO 8601. */
  startIdle: (upload: Upload, arrivedAt?: string) => Promise<boolean>
  /** A client's runs that started since then. */
  startedRuns: (clientId: string, since: Date) => Promise<StartedRun[]>
  /** Box delivered the upload of this run, sooner or later. */
  wasDelivered: (run: StartedRun) => Promise<boolean>
  /** Workflow ids of runs whose workflow task Temporal has lost. */
  stalledRuns: () => Promise<string[]>
  now: () => Date
}

/** Metrics of the scheduled workflows. */
export interface ScheduledCounts {
  webhookProblem: (kind: WebhookProblemKind, isRepaired: boolean) => void
  webhookCheckEnded: () => void
  sweepEnded: (starts: number, problems: number) => void
  runsStalled: (count: number) => void
  pruneEnded: (deleted: number, problems: number) => void
}

export interface ReportsFolder {
  clientId: string
  folderId: string
}

/** An INCOMING folder as configured now. */
export interface SweptFolder {
  folderId: string
  clientId: string
  profileId: string
  mode: ClientMode
  extensions: readonly string[] | undefined
}

export interface ActivityClient {
  displayName: string
  reportsFolderId: string | undefined
  /** Where the verdict is written in Box, as description and tag. */
  verdictOn: 'none' | 'source' | 'source_and_report'
  /** When the uploader gets a comment: never, on review and fail, or always. */
  commentOn: 'none' | 'problems' | 'all'
  incomingFolders: { folderId: string }[]
  /** How its reports look; what is absent is as in `ReportDefaults`. */
  report: Partial<Pick<Presentation, 'language' | 'timeZone' | 'contact'>>
}

/** As configured for all clients; an empty text means "not set". */
export interface ReportDefaults {
  language: Presentation['language']
  timeZone: string
  contact: string
  /** Origins, for links. */
  boxWebUrl: string
  pagesUrl: string
}

export interface MediaTools {
  detectType: (path: string) => Promise<DetectedType>
  probe: (input: ProbeInput) => Promise<ProbeResult>
  probeVersion: () => Promise<string>
  limits: ProbeLimits
}

/** Like pino: fields first. */
export interface ActivityLogger {
  info: LogLine
  warn: LogLine
  error: LogLine
}
type LogLine = (fields: Record<string, unknown>, message: string) => void
