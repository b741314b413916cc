import { handlerNames } from '../../workflows/contract'
import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { resolveRun } from '../../runs/find-run'
import { updateRun } from '../../runs/update-run'

export const runsAbandon: Command = {
  name: 'runs abandon',
  arguments: ['<run>'],
  summary: 'End a parked run by your word: the file stays where it lies and is not raised again',
  details: '<run> is a workflow id, or a Box file id (its newest run).',
  options: [{ flags: '--reason <text>', description: 'why, for those who ask later (required)' }],
  run: async ({ temporal, output }, [typed = ''], { reason }) => {
    if (typeof reason !== 'string' || reason.trim() === '')
      throw new CliError('usage', 'abandoning needs --reason "…"')
    const client = await temporal()
    const workflowId = await resolveRun(client, typed)
    await updateRun(client, workflowId, handlerNames.abandon, reason)
    output.data({ workflowId, abandoned: true }, `${workflowId}: abandoned`)
    return undefined
  },
}
