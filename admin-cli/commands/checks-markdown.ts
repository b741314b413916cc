import { catalogue } from '../../quality-control/checks/catalogue'
import { checksMarkdown as markdown } from '../checks-markdown'
import type { Command } from '../command'

export const checksMarkdown: Command = {
  name: 'checks markdown',
  arguments: [],
  summary: 'Print docs/checks.md',
  options: [],
  run: ({ output }) => {
    const text = markdown(catalogue())
    output.data({ markdown: text }, text.trimEnd())
    return Promise.resolve(undefined)
  },
}
