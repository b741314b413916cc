import { type Upload, workflowIdFor } from '../workflows/contract'
import type { Context } from './command'
import { CliError } from './exit-codes'

/**
 * Starts the run of an upload; a dry run only looks for one in its way. Throws `conflict` when there is one.
 */
export async function startRun(
  { temporal, config }: Pick<Context, 'temporal' | 'config'>,
  upload: Upload,
  { isDryRun }: { isDryRun: boolean },
): Promise<void> {
  const { createStartIdle, runInTheWay } = await import('../runs/start-idle.js')
  const client = await temporal()
  const options = { client, ...config().temporal, ...config() }
  if (!isDryRun && (await createStartIdle(options)(upload))) return
  const run = await runInTheWay(client, upload)
  if (isDryRun && run === undefined) return
  const workflowId = workflowIdFor(upload)
  const isParked = run?.state === 'needs_attention'
  throw new CliError(
    'conflict',
    `${workflowId} has a run already${run === undefined ? '' : ` (${run.state})`}: no other one is started`,
    isParked
      ? `Retry or abandon that one first. See: admin-cli runs show ${workflowId}`
      : `See: admin-cli runs show ${workflowId}`,
  )
}
