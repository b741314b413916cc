import type { Command } from '../command'
import { settingsMarkdown as markdown } from '../settings-markdown'

export const settingsMarkdown: Command = {
  name: 'settings markdown',
  arguments: [],
  summary: 'Print docs/settings.md',
  examples: ['settings markdown', 'settings markdown > docs/settings.md'],
  json: { markdown: 'string' },
  options: [],
  run: ({ output }) => {
    const text = markdown()
    output.data({ markdown: text }, text.trimEnd())
    return Promise.resolve(undefined)
  },
}
