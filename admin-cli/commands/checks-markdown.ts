import { checksMarkdown as markdown } from '../checks-markdown'
import type { Command } from '../command'

export const checksMarkdown: Command = {
  name: 'checks markdown',
  arguments: [],
  summary: 'Print docs/checks.md',
  examples: ['checks markdown', 'checks markdown > docs/checks.md'],
  json: { markdown: 'string' },
  options: [],
  run: async ({ output }) => {
    const { catalogue } = await import('../../quality-control/checks/catalogue.js')
    const text = markdown(catalogue())
    output.data({ markdown: text }, text.trimEnd())
    return undefined
  },
}
