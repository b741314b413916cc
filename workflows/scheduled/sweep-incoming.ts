import {
  continueAsNew,
  isCancellation,
  log,
  proxyActivities,
  setCurrentDetails,
  sleep,
} from '@temporalio/workflow'

import { messageOf } from '../text'
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
  /** Only when a back-fill continued as new. */
  progress?: BackFillProgress
}

/** Of all rounds so far; the failed and the empty ones in a row. */
export interface BackFillProgress {
  rounds: number
  started: number
  failedRounds: number
  emptyRounds: number
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
 * `given_up`: a person ended its run. `archived`: done, in a folder in INCOMING that was `_PROCESSED`.
 * `moved`: it left the folder during the sweep.
 */
export type SkipReason = 'extension' | 'given_up' | 'archived' | 'too_young' | 'live' | 'known' | 'moved'

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
  if (input.repeatEveryMs === undefined || input.isDryRun) return sweep(input)
  return backFill(input, input.repeatEveryMs)
}

/** Then the next rounds get a history of their own. */
const roundsOfHistory = 100
/** With a pause of a minute, Box or Temporal may be out for hours. */
const maxFailedRounds = 200
/** Rounds in a row that found nothing but could not read all folders. */
const maxEmptyRounds = 10

async function backFill(input: SweepInput, pauseMs: number): Promise<SweepResult> {
  let progress = input.progress ?? { rounds: 0, started: 0, failedRounds: 0, emptyRounds: 0 }
  do {
    const result = await roundOf(input, progress.failedRounds)
    progress = next(progress, result)
    setCurrentDetails(detailsOf(progress, result))
    if (result !== undefined && isOver(progress, result)) return { ...result, started: progress.started }
    await sleep(pauseMs)
  } while (progress.rounds % roundsOfHistory > 0)
  return continueAsNew<typeof sweepIncoming>({ ...input, progress })
}

/** Undefined when it failed: a back-fill of many hours outlives an outage. */
async function roundOf(input: SweepInput, failedRounds: number): Promise<SweepResult | undefined> {
  try {
    return await sweep(input)
  } catch (error) {
    if (isCancellation(error) || failedRounds >= maxFailedRounds) throw error
    log.warn('sweep: a round of the back-fill failed, the next one repeats it', { problem: messageOf(error) })
    return undefined
  }
}

function next(before: BackFillProgress, result: SweepResult | undefined): BackFillProgress {
  const rounds = before.rounds + 1
  if (result === undefined) return { ...before, rounds, failedRounds: before.failedRounds + 1 }
  const isEmpty = result.started === 0 && result.waiting === 0
  const emptyRounds = isEmpty ? before.emptyRounds + 1 : 0
  return { rounds, started: before.started + result.started, failedRounds: 0, emptyRounds }
}

function isOver({ emptyRounds }: BackFillProgress, { waiting, isComplete }: SweepResult): boolean {
  return waiting === 0 && (isComplete || emptyRounds >= maxEmptyRounds)
}

function detailsOf({ started, failedRounds }: BackFillProgress, result?: SweepResult): string {
  const waiting = result === undefined ? 'unknown' : result.waiting
  return [
    `- **Started**: ${started}`,
    `- **Without a run**: ${waiting}`,
    ...(failedRounds === 0 ? [] : [`- **Failed rounds in a row**: ${failedRounds}`]),
  ].join('\n')
}

function sweep({ repeatEveryMs: _, progress: __, ...round }: SweepInput): Promise<SweepResult> {
  const summary = 'Start a run for each file in INCOMING that has none'
  const activities = proxyActivities<{ sweepIncoming: typeof sweepIncoming }>(activityOptions({ summary }))
  return activities.sweepIncoming(round)
}
