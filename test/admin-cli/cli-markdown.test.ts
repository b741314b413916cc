import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { cliMarkdown } from '../../admin-cli/cli-markdown'
import { commands } from '../../admin-cli/commands'
import { groups, overview } from '../../admin-cli/commands/groups'
import { createProgram } from '../../admin-cli/program'
import { wordsOf } from '../support/words-of'

test('docs/cli.md is what the table of commands says now (npm run docs)', () => {
  const written = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf8')
  expect(written.trimEnd()).toBe(cliMarkdown(commands).trimEnd())
})

const helped = [...commands, ...Object.values(groups), overview]
const examples = new Set(helped.flatMap((one) => one.examples))
test.each([...examples].map((example) => [example]))(
  'the example "%s" is understood by its command',
  async (example) => {
    const called: string[] = []
    const run = async ({ name }: { name: string }) => {
      called.push(name)
    }
    const program = createProgram({ commands, version: '0', run })
    await program.parseAsync(wordsOf(example), { from: 'user' })
    expect(called).toHaveLength(1)
    expect(example.startsWith(called[0] ?? 'none')).toBe(true)
  },
)
