import { continueAsNew, proxyActivities, sleep } from '@temporalio/workflow'

import { activityOptions } from './activity-options'
import type { FolderProblem } from './sweep-incoming'

export interface PruneInput {
  /** Reports that are older go to the trash of Box; at least 1. */
  olderThanDays: number
  /** Default: all clients. */
  clientId?: string
  /** Counts what would be deleted, and deletes nothing. */
  isDryRun: boolean
  /** In one round; the next round follows after a pause. */
  maxDeletes: number
  /** Calls to Box that list folders, in one round. */
  maxBoxCalls: number
  /** Deleted by the rounds before. Only when the work continued as new. */
  deletedBefore?: number
}

export interface PruneResult {
  /** REPORTS folders and their monthly sub-folders. */
  folders: number
  files: number
  boxCalls: number
  deleted: number
  /** Old reports that this round did not delete: in a dry run all that would be deleted. */
  waiting: number
  skipped: Partial<Record<PruneSkipReason, number>>
  /** False when a limit ended the round before all folders were read. */
  isComplete: boolean
  /** The first 50 reports that were deleted, or would be in a dry run. */
  examples: { clientId: string; fileId: string; name: string }[]
  /** The first 50 folders that could not be pruned. */
  problems: FolderProblem[]
}

/**
 * `name`: not the name of a report. `foreign`: not made by our service account. `open`: its run is open.
 * `source`: its source is still in INCOMING. `changed`: moved, renamed or deleted during the round.
 * `refused`: locked, under a retention policy of Box, or our role is too low.
 */
export type PruneSkipReason = 'name' | 'foreign' | 'young' | 'open' | 'source' | 'changed' | 'refused'

const pauseMs = 60_000
/** Then the next rounds get a history of their own. */
const roundsOfHistory = 100

/** Moves old reports of this product to the trash of Box, round by round, until none is left. */
export async function pruneReports(input: PruneInput): Promise<PruneResult> {
  let deleted = input.deletedBefore ?? 0
  for (let round = 1; round <= roundsOfHistory; round += 1) {
    const result = await prune(input)
    deleted += result.deleted
    // A round that deleted nothing cannot get further than the one before.
    if (input.isDryRun || result.isComplete || result.deleted === 0) return { ...result, deleted }
    await sleep(pauseMs)
  }
  return continueAsNew<typeof pruneReports>({ ...input, deletedBefore: deleted })
}

function prune({ deletedBefore: _, ...round }: PruneInput): Promise<PruneResult> {
  const summary = 'Move old reports to the trash'
  const activities = proxyActivities<{ pruneReports: typeof pruneReports }>(activityOptions({ summary }))
  return activities.pruneReports(round)
}
