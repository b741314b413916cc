import { handlerNames } from '../../workflows/contract'
import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { resolveRun } from '../../runs/find-run'
import { updateRun } from '../../runs/update-run'

export const runsAbandon: Command = {
  name: 'runs abandon',
  arguments: ['<run>'],
  summary: 'End a parked run without a report: the file stays in place and is not processed again',
  examples: ["runs abandon 1234567890 --reason 'replaced by the client'"],
  json: { workflowId: 'string', abandoned: 'true' },
  details: '<run> is a workflow id, or a Box file id (its parked run).',
  options: [{ flags: '--reason <text>', description: 'why, for the record (required)' }],
  run: async ({ temporal, output }, [typed = ''], { reason }) => {
    if (typeof reason !== 'string' || reason.trim() === '') throw new CliError('usage', '--reason is missing')
    const client = await temporal()
    const workflowId = await resolveRun(client, typed, true)
    await updateRun(client, workflowId, {
      name: handlerNames.abandon,
      reason,
      onWait: (message) => output.message(`${workflowId}: ${message}`),
    })
    output.data({ workflowId, abandoned: true }, `${workflowId}: abandoned`)
    return undefined
  },
}
