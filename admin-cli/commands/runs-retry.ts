import { handlerNames, workflowType } from '../../workflows/contract'
import { messageOf } from '../../workflows/text'
import type { Command } from '../command'
import { CliError, exitCodes } from '../exit-codes'
import { quoted, resolveRun } from '../../runs/find-run'
import { retryAllParked } from '../../runs/retry-all-parked'
import { updateRun } from '../../runs/update-run'

/** From here on Temporal retries them in one batch, at its own rate. */
const batchFrom = 100

export const runsRetry: Command = {
  name: 'runs retry',
  arguments: ['[runs...]'],
  summary: 'Retry the failed step of parked runs',
  examples: ['runs retry 1234567890', 'runs retry --stuck --client acme'],
  json: [{ workflowId: 'string', retried: 'boolean', 'error?': 'string' }],
  details:
    'A run is a workflow id, or a Box file id (its parked ' +
    'run). Correct the cause first: `runs show` names it.',
  options: [
    { flags: '--stuck', description: 'all runs that need attention' },
    { flags: '--client <id>', description: 'with --stuck: only runs of this client' },
  ],
  run: async ({ temporal, output }, typed, { stuck, client }) => {
    if ((stuck === true) === typed.length > 0)
      throw new CliError('usage', 'name the runs to retry, or use --stuck for all that need attention')
    const connected = await temporal()
    const ids =
      stuck === true
        ? await stuckRuns(connected, client)
        : await Promise.all(typed.map((one) => resolveRun(connected, one, true)))
    if (stuck === true && ids.length >= batchFrom) {
      const { total, told, failed } = await retryAllParked(
        connected,
        typeof client === 'string' ? client : undefined,
      )
      output.message(`${told} of ${total} runs were told to try again`)
      output.data(
        ids.map((workflowId) => ({ workflowId, retried: true })),
        '',
      )
      return failed === 0 ? undefined : exitCodes.partial
    }
    const results: { workflowId: string; retried: boolean; error?: string }[] = []
    let firstFailure: Error | undefined
    for (const workflowId of ids) {
      try {
        await updateRun(connected, workflowId, {
          name: handlerNames.retry,
          onWait: (message) => output.message(`${workflowId}: ${message}`),
        })
        output.message(`${workflowId}: resumed`)
        results.push({ workflowId, retried: true })
      } catch (error) {
        firstFailure ??= error instanceof Error ? error : new Error(messageOf(error))
        if (ids.length > 1) output.message(`${workflowId}: ${messageOf(error)}`)
        results.push({ workflowId, retried: false, error: messageOf(error) })
      }
    }
    if (firstFailure !== undefined && ids.length === 1) throw firstFailure
    output.data(results, '')
    if (ids.length === 0) output.message('No run needs attention.')
    return firstFailure === undefined ? undefined : exitCodes.partial
  },
}

async function stuckRuns(
  temporal: Parameters<typeof resolveRun>[0],
  client: string | boolean | undefined,
): Promise<string[]> {
  const filter = typeof client === 'string' ? ` AND QcClient=${quoted(client)}` : ''
  const query =
    `WorkflowType='${workflowType}' AND QcState='needs_attention' ` + `AND ExecutionStatus='Running'${filter}`
  const ids: string[] = []
  for await (const { workflowId } of temporal.workflow.list({ query })) ids.push(workflowId)
  return ids
}
