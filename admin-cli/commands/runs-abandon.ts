import { handlerNames } from '../../workflows/contract'
import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { dryRunShape } from '../json-shape'
import { parkedRunNamed, requireWorker } from '../open-run'
import { updateRun } from '../../runs/update-run'

export const runsAbandon: Command = {
  name: 'runs abandon',
  arguments: ['<run>'],
  summary: 'End a parked run without a report: the file stays in place and is not processed again',
  examples: [
    "runs abandon 1234567890 --reason 'replaced by the client' --dry-run",
    "runs abandon 1234567890 --reason 'replaced by the client'",
  ],
  json: { workflowId: 'string', abandoned: 'boolean', ...dryRunShape },
  details: '<run> is a workflow id, or the id or address of a Box file (its parked run).',
  options: [
    { flags: '--reason <text>', description: 'why, for the record (required)' },
    { flags: '--dry-run', description: 'show which run would be ended' },
  ],
  run: async ({ temporal, output, config }, [typed = ''], { reason, dryRun }) => {
    if (typeof reason !== 'string' || reason.trim() === '') throw new CliError('usage', '--reason is missing')
    const client = await temporal()
    const { workflowId, file } = await parkedRunNamed(client, typed)
    if (dryRun === true) {
      output.data(
        { workflowId, abandoned: false, dryRun: true },
        `${workflowId} (${file}): would be abandoned`,
      )
      return undefined
    }
    await requireWorker(client, config().temporal.taskQueue)
    await updateRun(client, workflowId, {
      name: handlerNames.abandon,
      reason,
      onWait: (message) => output.message(`${workflowId}: ${message}`),
    })
    output.data({ workflowId, abandoned: true }, `${workflowId}: abandoned`)
    return undefined
  },
}
