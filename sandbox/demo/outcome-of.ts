import { type Client, WorkflowFailedError } from '@temporalio/client'

import type { QcUploadResult, Verdict } from '../../workflows/contract'
import type { Running } from '../installation/installation'
import type { Arrival } from './arrive'
import type { Stage } from './follower'

/** One line of the table, and of `--json`. */
export interface UploadOutcome {
  file: string
  client: string
  /** Absent when the file was skipped: then there is no run. */
  workflowId?: string
  /** As in the contract, and also `needs_attention` (parked) and `skipped` (no run). */
  outcome: QcUploadResult['outcome'] | 'needs_attention' | 'skipped'
  verdict?: Verdict
  score?: number
  /** Its name in REPORTS. */
  report?: string
  reportFileId?: string
  /** Of a file without a report: why. */
  why?: string
  /** The source's path below its client's INCOMING; absent when it was not moved. */
  movedTo?: string
}

/** The result of an upload: the outcome from Temporal, the locations from Box. */
export async function outcomeOf(
  { control, description }: Running,
  temporal: Client,
  arrival: Arrival,
  stage: Stage,
): Promise<UploadOutcome> {
  const { sample, name, workflowId, fileId } = arrival
  const base = { file: name, client: sample.client }
  if (stage === 'unborn') return { ...base, outcome: 'skipped', why: skippedBecause(sample.client, name) }
  if (stage !== 'closed')
    return { ...base, workflowId, outcome: 'needs_attention', why: 'waits for a person, see below' }
  const { outcome, verdict, score, report } = await resultOf(temporal, workflowId)
  const folders = description.clients[sample.client]
  const reports = await control.tree(folders?.reportsFolderId)
  return {
    ...base,
    workflowId,
    outcome,
    verdict,
    score,
    reportFileId: report?.reportFileId,
    report: reports.find(({ id }) => id === report?.reportFileId)?.name,
    movedTo: locationOf(await control.tree(folders?.incomingFolderId), fileId),
  }
}

/** A delivered file without a run: its client's profile does not take its type. */
export function skippedBecause(client: string, name: string): string {
  const extension = name.includes('.')
    ? `.${name.split('.').at(-1) ?? ''} files`
    : 'files without an extension'
  return `no run: ${client} takes no ${extension}`
}

/** True when it ended as its sample should. */
export function isAsExpected({ sample: { expected } }: Arrival, found: UploadOutcome): boolean {
  if (expected.outcome === 'skipped') return found.outcome === 'skipped'
  const isFiled = found.report !== undefined && found.movedTo !== undefined
  return found.outcome === expected.outcome && found.verdict === expected.verdict && isFiled
}

async function resultOf(
  temporal: Client,
  workflowId: string,
): Promise<Pick<QcUploadResult, 'outcome' | 'verdict' | 'score' | 'report'>> {
  try {
    return await temporal.workflow.getHandle<() => Promise<QcUploadResult>>(workflowId).result()
  } catch (error) {
    if (error instanceof WorkflowFailedError) return { outcome: 'withdrawn' }
    throw error
  }
}

type Tree = Awaited<ReturnType<Running['control']['tree']>>

/** `_PROCESSED/<name>`, or undefined when it is in INCOMING itself. */
function locationOf(incoming: Tree, fileId: string): string | undefined {
  for (const { name: folder, children = [] } of incoming) {
    const file = children.find(({ id }) => id === fileId)
    if (file !== undefined) return `${folder}/${file.name}`
  }
  return undefined
}
