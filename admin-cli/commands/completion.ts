import type { Command } from '../command'
import { completionScript, shells } from '../completion'
import { CliError } from '../exit-codes'

export const completion: Command = {
  name: 'completion',
  arguments: ['<shell>'],
  summary: 'Print the completion script for bash, zsh or fish',
  examples: [
    'completion bash > /etc/bash_completion.d/admin-cli',
    'completion zsh > ~/.zfunc/_admin-cli',
    'completion fish > ~/.config/fish/completions/admin-cli.fish',
  ],
  json: { shell: 'bash | zsh | fish', script: 'string' },
  options: [],
  run: ({ output, commands }, [typed = '']) => {
    const shell = shells.find((one) => one === typed)
    if (shell === undefined)
      throw new CliError('usage', `"${typed}" is not a shell that we know`, `Shells: ${shells.join(', ')}`)
    const script = completionScript(shell, commands)
    output.data({ shell, script }, script)
    return Promise.resolve(undefined)
  },
}
