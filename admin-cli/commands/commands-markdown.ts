import { cliMarkdown } from '../cli-markdown'
import type { Command } from '../command'

export const commandsMarkdown: Command = {
  name: 'commands markdown',
  arguments: [],
  summary: 'Print docs/cli.md',
  examples: ['commands markdown', 'commands markdown > docs/cli.md'],
  json: { markdown: 'string' },
  options: [],
  run: ({ output, commands }) => {
    const text = cliMarkdown(commands)
    output.data({ markdown: text }, text.trimEnd())
    return Promise.resolve(undefined)
  },
}
