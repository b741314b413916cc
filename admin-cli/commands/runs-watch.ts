import type { Command } from '../command'
import { exitCodes } from '../exit-codes'
import { followRun } from '../follow-run'
import { runNamed } from '../open-run'

export const runsWatch: Command = {
  name: 'runs watch',
  afterInterrupt: 'Stopped watching. The run goes on: admin-cli runs show <run>',
  arguments: ['<run>'],
  summary: 'Follow a run until it ends or needs attention',
  examples: ['runs watch 1234567890', 'runs watch https://app.box.com/file/1234567890'],
  json: {
    workflowId: 'string',
    state: 'string',
    'message?': 'string',
    'verdict?': 'string',
    'score?': 'number',
  },
  details:
    '<run> is a workflow id, or the id or address of a Box file (its newest run). ' +
    'Exit code 0 when the run ends as done, with any verdict; 8 otherwise.',
  options: [],
  run: async ({ temporal, output }, [typed = '']) => {
    const client = await temporal()
    const { workflowId, file } = await runNamed(client, typed)
    output.message(`${file}: ${workflowId}`)
    const followed = await followRun(client, workflowId, output.message)
    const { state, message, verdict, score } = followed
    const result = verdict === undefined ? '' : `, verdict ${verdict}, score ${score ?? 'n/a'}`
    output.data(
      { workflowId, ...followed },
      `${state}${result}` +
        (message === undefined ? '' : `\n${message}\nThen: admin-cli runs retry ${workflowId}`),
    )
    return state === 'done' ? undefined : exitCodes.checksFailed
  },
}
