import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { catalogue } from '../../quality-control/checks/catalogue'
import { checksMarkdown } from '../../admin-cli/checks-markdown'

it('docs/checks.md is what the catalogue says now (npm run docs)', () => {
  const written = readFileSync(join(__dirname, '../../docs/checks.md'), 'utf8')
  expect(written.trimEnd()).toBe(checksMarkdown(catalogue()).trimEnd())
})
