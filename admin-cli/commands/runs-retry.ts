import type { Client } from '@temporalio/client'

import { plainGrpc } from '../../runs/plain-grpc'
import { updateRun } from '../../runs/update-run'
import { handlerNames } from '../../workflows/contract'
import { messageOf, plural } from '../../workflows/text'
import { clientNamed } from '../client-config'
import type { Command, Context } from '../command'
import { CliError, exitCodes } from '../exit-codes'
import { followRun } from '../follow-run'
import { dryRunShape } from '../json-shape'
import { parkedRunNamed, requireWorker, temporalForRunsOf } from '../open-run'

const atOnce = 20
/** From here on Temporal retries them in one batch, at its own rate. */
const batchFrom = 100

interface Retried {
  workflowId: string
  retried: boolean
  error?: string
  /** With `--wait`. */
  state?: string
  message?: string
}

export const runsRetry: Command = {
  name: 'runs retry',
  afterInterrupt: 'Stopped waiting. What was retried goes on: admin-cli runs list',
  arguments: ['[runs...]'],
  summary: 'Retry the failed step of parked runs',
  examples: ['runs retry 1234567890', 'runs retry 1234567890 --wait', 'runs retry --stuck --client acme'],
  json: [
    {
      workflowId: 'string',
      retried: 'boolean',
      'error?': 'string',
      'state?': 'string',
      'message?': 'string',
      ...dryRunShape,
    },
  ],
  details:
    'A run is a workflow id, or the id or address of a Box file (its parked run). Correct the cause first: ' +
    '`runs show` names it.\nWith --wait, the exit code is 8 when a run parks again or does not end as done.',
  options: [
    { flags: '--stuck', description: 'all runs that need attention' },
    { flags: '--client <id>', description: 'with --stuck: only runs of this client' },
    { flags: '--wait', description: 'wait until each run has ended or has parked again, and say which' },
    { flags: '--dry-run', description: 'show which runs would be retried' },
  ],
  run: async (context, typed, { stuck, client, wait, dryRun }) => {
    if ((stuck === true) === typed.length > 0)
      throw new CliError('usage', 'name the runs to retry, or use --stuck for all that need attention')
    const temporal = await temporalForRunsOf(client, context)
    const ids = stuck === true ? await stuckRuns(temporal, client) : await namedRuns(temporal, typed)
    const { output } = context
    if (ids.length === 0 && typeof client === 'string') clientNamed(context.clientConfig(), client)
    if (ids.length === 0) output.message('No run needs attention.')
    if (dryRun === true) {
      const planned = ids.map((workflowId) => ({ workflowId, retried: false, dryRun: true }))
      output.data(planned, ids.map((id) => `${id}: would be retried`).join('\n'))
      return undefined
    }
    if (ids.length > 0) await requireWorker(temporal, context.config().temporal.taskQueue)
    if (stuck === true && wait !== true && ids.length >= batchFrom)
      return retryAsBatch(context, temporal, ids, client)
    const results = await retryAll(context, temporal, ids, wait === true)
    output.data(results, '')
    return exitCodeOf(results)
  },
}

async function retryAsBatch(
  { output, waitFor }: Context,
  temporal: Client,
  ids: string[],
  client: string | boolean | undefined,
): Promise<number | undefined> {
  const { retryAllParked } = await import('../../runs/retry-all-parked.js')
  const clientId = typeof client === 'string' ? client : undefined
  waitFor(`Temporal to tell ${plural(ids.length, 'run')}`)
  const { total, told, failed } = await retryAllParked(temporal, clientId)
  output.message(`${told} of ${plural(total, 'run')} will try again`)
  const retried = ids.map((workflowId): Retried => ({ workflowId, retried: true }))
  output.data(retried, '')
  return failed === 0 ? undefined : exitCodes.partial
}

async function retryAll(context: Context, temporal: Client, ids: string[], isWaiting: boolean) {
  const results: Retried[] = []
  const failures: unknown[] = []
  const queue = ids.entries()
  const work = async () => {
    for (const [index, workflowId] of queue) {
      try {
        results[index] = await retry(context, temporal, workflowId, isWaiting)
      } catch (error) {
        failures.push(error)
        const message = plainGrpc(messageOf(error))
        if (ids.length > 1) context.output.message(`${workflowId}: ${message}`)
        results[index] = { workflowId, retried: false, error: message }
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, work))
  if (failures.length > 0 && ids.length === 1) throw failures[0]
  return results
}

async function retry(
  { output }: Context,
  temporal: Client,
  workflowId: string,
  isWaiting: boolean,
): Promise<Retried> {
  const say = (message: string) => output.message(`${workflowId}: ${message}`)
  await updateRun(temporal, workflowId, { name: handlerNames.retry, onWait: say })
  say('resumed')
  if (!isWaiting) return { workflowId, retried: true }
  const { state, message } = await followRun(temporal, workflowId, say)
  say(state === 'needs_attention' ? `parked again: ${message ?? ''}` : `ended as ${state}`)
  return { workflowId, retried: true, state, ...(message === undefined ? {} : { message }) }
}

function exitCodeOf(results: Retried[]): number | undefined {
  if (results.some(({ retried }) => !retried)) return exitCodes.partial
  return results.some(({ state }) => state !== undefined && state !== 'done')
    ? exitCodes.checksFailed
    : undefined
}

async function namedRuns(temporal: Client, typed: string[]): Promise<string[]> {
  const runs = await Promise.all(typed.map((one) => parkedRunNamed(temporal, one)))
  return runs.map(({ workflowId }) => workflowId)
}

async function stuckRuns(temporal: Client, client: string | boolean | undefined): Promise<string[]> {
  const { listExecutions, workflowIdOf } = await import('../../runs/list-executions.js')
  const { parkedQuery } = await import('../../runs/parked-runs.js')
  const query = parkedQuery({ clientId: typeof client === 'string' ? client : undefined })
  const ids: string[] = []
  for await (const info of listExecutions(temporal, query, 1000)) ids.push(workflowIdOf(info))
  return ids
}
