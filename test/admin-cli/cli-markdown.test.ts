import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { cliMarkdown } from '../../admin-cli/cli-markdown'
import { commands, groups } from '../../admin-cli/commands'
import { createProgram } from '../../admin-cli/program'
import { wordsOf } from '../support/words-of'

test('docs/cli.md is what the table of commands says now (npm run docs)', () => {
  const written = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf8')
  expect(written.trimEnd()).toBe(cliMarkdown(commands).trimEnd())
})

test('every group has a sentence of its own', () => {
  const used = commands.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')[0] ?? ''] : []))
  expect([...new Set(used)].filter((group) => groups[group] === undefined)).toEqual([])
})

test.each(commands.flatMap(({ examples }) => examples.map((example) => [example])))(
  'the example "%s" is understood by its command',
  async (example) => {
    const called: string[] = []
    const run = async ({ name }: { name: string }) => {
      called.push(name)
    }
    const program = createProgram({ commands, groups, version: '0', run })
    await program.parseAsync(wordsOf(example), { from: 'user' })
    expect(called).toHaveLength(1)
    expect(example.startsWith(called[0] ?? 'none')).toBe(true)
  },
)
