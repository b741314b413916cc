import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow'

import { activityOptions } from './activity-options'

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

/**
 * Starts a run for each file in an INCOMING that has no live run. One round, or with `repeatEveryMs` as many
 * rounds as it takes to start all that waits. A round that fails leaves nothing behind: the next one finds
 * the same files.
 */
export async function sweepIncoming(input: SweepInput): Promise<SweepResult> {
  const summary = 'Start a run for each file in INCOMING that has none'
  const activities = proxyActivities<{ sweepIncoming: typeof sweepIncoming }>(activityOptions({ summary }))
  for (;;) {
    const result = await activities.sweepIncoming(input)
    if (input.repeatEveryMs === undefined || input.isDryRun || result.waiting === 0) return result
    await sleep(input.repeatEveryMs)
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof sweepIncoming>(input)
  }
}
