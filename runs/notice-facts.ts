import type { Client } from '@temporalio/client'

import type { NoticeCause, NoticeFacts } from '../workflows/contract'
import { plural } from '../workflows/text'
import type { RunSummary } from './find-run'
import { listRuns } from './list-runs'
import { openWebhookProblems } from './notice-causes'
import { runAttention } from './run-attention'

const maxRuns = 1_000
const maxItems = 10
/** The list of Temporal is a moment behind. */
const listDelayMs = 5_000

export interface NoticeSources {
  temporal: Client
  taskQueue: string
  /** What people call the client. */
  clientName: (clientId: string) => string
  /** The page of a run, where there is one. */
  linkOf: (workflowId: string) => string | undefined
  now: () => Date
}

/** A cause as it is now; undefined when it is gone, or when no file failed after `since` (ISO 8601). */
export async function noticeFacts(
  sources: NoticeSources,
  cause: NoticeCause,
  since: string,
): Promise<NoticeFacts | undefined> {
  const at = sources.now().toISOString()
  const clientName = cause.clientId === '' ? 'All clients' : sources.clientName(cause.clientId)
  const common = { at, until: at, clientId: cause.clientId, clientName }
  switch (cause.kind) {
    case 'parked':
      return parked(sources, cause, common)
    case 'webhook':
      return webhook(sources, cause, common)
    case 'failed':
      return failed(sources, cause, since, common)
  }
}

type Common = Pick<NoticeFacts, 'at' | 'until' | 'clientId' | 'clientName'>
type CauseOf<Kind> = Extract<NoticeCause, { kind: Kind }>

async function parked(
  sources: NoticeSources,
  { clientId, step, errorType }: CauseOf<'parked'>,
  common: Common,
): Promise<NoticeFacts | undefined> {
  const { taskQueue } = sources
  const filter = { taskQueue, client: clientId, step, errorType, state: 'needs_attention', isOpen: true }
  const { runs } = await listRuns(sources.temporal, filter, maxRuns)
  const [first] = runs
  if (first === undefined) return undefined
  const attention = await runAttention(sources.temporal, first.workflowId)
  const need = runs.length === 1 ? 'run needs' : 'runs need'
  return {
    ...common,
    type: 'run.parked',
    title: `${common.clientName}: ${runs.length} ${need} attention (${errorType})`,
    message: attention?.message ?? `The step ${step} cannot go on: ${errorType}.`,
    whatToDo: attention?.whatToDo,
    ...itemsOf(sources, runs),
  }
}

async function webhook(
  { temporal, taskQueue, now }: NoticeSources,
  { clientId, problem }: CauseOf<'webhook'>,
  common: Common,
): Promise<NoticeFacts | undefined> {
  const problems = await openWebhookProblems(temporal, taskQueue, now())
  const found = problems.filter((one) => one.clientId === clientId && one.kind === problem)
  if (found.length === 0) return undefined
  return {
    ...common,
    type: 'webhook.problem',
    title: `${common.clientName}: the webhook is not as it should be (${problem})`,
    message: found
      .map(({ folderId, message }) => (folderId ? `${folderId}: ${message}` : message))
      .join('. '),
    whatToDo:
      'Run admin-cli doctor. The sweep finds new files meanwhile, some minutes later than a delivery.',
    count: found.length,
    items: [],
  }
}

async function failed(
  sources: NoticeSources,
  { clientId }: CauseOf<'failed'>,
  since: string,
  common: Common,
): Promise<NoticeFacts | undefined> {
  const until = new Date(sources.now().getTime() - listDelayMs).toISOString()
  const { taskQueue } = sources
  const times = { closedAfter: since, closedBy: until }
  const filter = { taskQueue, client: clientId, state: 'done', verdict: 'fail', ...times }
  const { runs } = await listRuns(sources.temporal, filter, maxRuns)
  if (runs.length === 0) return undefined
  return {
    ...common,
    until,
    type: 'file.failed',
    title: `${common.clientName}: ${plural(runs.length, 'file')} failed`,
    message: 'The reports in REPORTS say what is wrong and what to deliver.',
    ...itemsOf(sources, runs),
  }
}

function itemsOf({ linkOf }: NoticeSources, runs: RunSummary[]): Pick<NoticeFacts, 'count' | 'items'> {
  const items = runs.slice(0, maxItems).map(({ file, workflowId, score }) => ({
    name: score === undefined ? file : `${file}, score ${score}`,
    url: linkOf(workflowId),
  }))
  return { count: runs.length, items }
}
