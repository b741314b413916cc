import type { Command, Context } from '../command'
import { completionScript, type IdKind, idKinds, shells } from '../completion'
import { CliError } from '../exit-codes'

const maxRuns = 100

export const completion: Command = {
  name: 'completion',
  arguments: ['<shell>'],
  summary: 'Print the completion script for bash, zsh or fish',
  examples: [
    'completion bash > /etc/bash_completion.d/admin-cli',
    'completion zsh > ~/.zfunc/_admin-cli',
    'completion fish > ~/.config/fish/completions/admin-cli.fish',
  ],
  details: 'For the scripts it prints ids: `completion clients`, `profiles`, and `runs` that need attention.',
  json: { 'shell?': 'bash | zsh | fish', 'script?': 'string', 'ids?': ['string'] },
  options: [],
  run: async (context, [typed = '']) => {
    const { output, commands } = context
    const kind = idKinds.find((one) => one === typed)
    if (kind !== undefined) {
      const ids = await idsOf(context, kind)
      output.data({ ids }, ids.join('\n'))
      return undefined
    }
    const shell = shells.find((one) => one === typed)
    if (shell === undefined)
      throw new CliError('usage', `"${typed}" is not a shell that we know`, `Shells: ${shells.join(', ')}`)
    const script = completionScript(shell, commands)
    output.data({ shell, script }, script)
    return undefined
  },
}

async function idsOf({ clientConfig, temporal }: Context, kind: IdKind): Promise<string[]> {
  if (kind !== 'runs') return [...clientConfig()[kind].keys()]
  const { listRuns } = await import('../../runs/list-runs.js')
  const { runs } = await listRuns(await temporal(), { state: 'needs_attention', isOpen: true }, maxRuns)
  return runs.map(({ workflowId }) => workflowId)
}
