/**
 * The scheduled work beside the uploads. Inputs and results go through Temporal as JSON, so they are plain
 * data and bounded.
 */

/** Activities of the scheduled workflows. Function properties, not methods: activities are passed unbound. */
export interface Chores {
  /** Anywhere. Starts a run for each file in an INCOMING that has no live run. */
  sweepIncoming: (input: SweepInput) => Promise<SweepResult>
  /** Anywhere. Reports, and where allowed repairs, missing or altered webhooks. */
  checkWebhooks: (input: WebhookCheckInput) => Promise<WebhookCheckResult>
}

export interface SweepInput {
  /** Default: all clients. */
  clientId?: string
  /** Reports what would be started, and starts nothing. */
  isDryRun: boolean
  /** Runs started by one round; the rest waits for the next one. */
  maxStarts: number
  /** Calls to Box in one round. Folders are visited in random order, so none is always left out. */
  maxBoxCalls: number
  /** Younger files are left to the webhook. */
  minAgeMs: number
  /** Back-fill: further rounds after this pause until nothing waits. Default: one round. */
  repeatEveryMs?: number
}

export interface SweepResult {
  /** INCOMING folders and the folders below them. */
  folders: number
  files: number
  boxCalls: number
  started: number
  /** Files without a run that this round did not start. */
  waiting: number
  skipped: Partial<Record<SkipReason, number>>
  /** False when `maxBoxCalls` ended the round before all folders were read. */
  isComplete: boolean
  /** The first 50 files that were started, or would be in a dry run. */
  examples: SweptFile[]
  /** The first 50 folders that could not be read. */
  problems: FolderProblem[]
}

/**
 * `live`: a run is working on it or waits for a person. `known`: shadow mode, this version had its report.
 * `moved`: it left the folder during the sweep.
 */
export type SkipReason = 'extension' | 'given_up' | 'too_young' | 'live' | 'known' | 'moved'

export interface SweptFile {
  clientId: string
  fileId: string
  name: string
  workflowId: string
}

export interface FolderProblem {
  clientId: string
  folderId: string
  message: string
}

/** Temporal's names of the scheduled workflows. */
export const choreWorkflows = { sweepIncoming: 'sweepIncoming', checkWebhooks: 'checkWebhooks' } as const

export interface WebhookCheckInput {
  /** Where every webhook should point. */
  address: string
  isRepair: boolean
}

export interface WebhookCheckResult {
  checked: number
  wrong: number
  repaired: number
  /** The first 100. */
  problems: WebhookProblem[]
}

export interface WebhookProblem extends FolderProblem {
  isRepaired: boolean
}
