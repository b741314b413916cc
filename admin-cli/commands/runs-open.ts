import type { Command, Context } from '../command'
import { CliError } from '../exit-codes'
import { runNamed } from '../open-run'
import { openInBrowser } from '../open-in-browser'
import { webUiLink } from '../../runs/web-ui-link'

export const runsOpen: Command = {
  name: 'runs open',
  arguments: ['<run>'],
  summary: "Open a run in Temporal's Web UI; without a terminal, print the address",
  examples: ['runs open 1234567890', 'runs open qc/acme/1234567890/2345678901 --print'],
  json: { workflowId: 'string', url: 'string' },
  options: [{ flags: '--print', description: 'only print the address' }],
  run: async ({ temporal, output, config, isTerminal }: Context, [typed = ''], { print }) => {
    const { webUiUrl } = config().temporal
    if (webUiUrl === '')
      throw new CliError('config', 'there is no Web UI to open', 'Set QC_TEMPORAL_UI_URL to its address')
    const client = await temporal()
    const { workflowId } = await runNamed(client, typed)
    const url = webUiLink({ webUiUrl, namespace: client.options.namespace }, { workflowId }) ?? webUiUrl
    output.data({ workflowId, url }, url)
    if (isTerminal && print !== true) openInBrowser(url, output.message)
    return undefined
  },
}
