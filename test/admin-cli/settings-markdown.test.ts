import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { settingsMarkdown } from '../../admin-cli/settings-markdown'

test('docs/settings.md is what the schema says now (npm run docs)', () => {
  const written = readFileSync(join(__dirname, '../../docs/settings.md'), 'utf8')
  expect(settingsMarkdown().trimEnd()).toBe(written.trimEnd())
})

test('a secret has a variable and no default', () => {
  expect(settingsMarkdown()).toMatch(/\| `box\.primaryKey` \| `BOX_WEBHOOK_PRIMARY_KEY` \| {2}\| /)
})
