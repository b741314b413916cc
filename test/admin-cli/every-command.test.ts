import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Command as Program } from 'commander'

import type { Command } from '../../admin-cli/command'
import { commands } from '../../admin-cli/commands'
import { groups, overview, topics } from '../../admin-cli/commands/groups'
import { createProgram, UsageError } from '../../admin-cli/program'

/** A new command is in here by itself: what it has to do is written once. */
const named = commands.map((command): [string, Command] => [command.name, command])
const reference = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf8')

describe.each(named)('%s', (name, command) => {
  test('its help: examples first, then usage, options, exit codes, and a page that exists', () => {
    const help = helpOf(name)
    const { examples, summary, options } = command
    expect(examples.length).toBeGreaterThanOrEqual(2)
    expect(examples.length).toBeLessThanOrEqual(3)
    for (const example of examples) expect(`${example} `).toMatch(new RegExp(`^${name} `))
    const calls = examples.map((example) => `  admin-cli ${example}\n`)
    const parts = [summary, 'Examples:', ...calls, `Usage: admin-cli ${name}`, 'Exit codes:\n  0 success']
    const places = parts.map((part) => help.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const { flags, description } of options)
      expect([flags, description.length > 10]).toEqual([flags, true])
    expect(help).toContain(`Docs: docs/cli.md#${name.replace(' ', '-')}`)
    expect(reference).toContain(`\n### ${name}\n`)
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(200)
  })

  test('an option that it does not have, and an argument that is missing, show its usage line', async () => {
    const usage = expect.stringContaining(`Usage: admin-cli ${name} [options]`)
    await expect(parsed([...name.split(' '), '--nothing'])).rejects.toMatchObject({ usage })
    if (!command.arguments.some((one) => one.startsWith('<'))) return
    const error: unknown = await parsed(name.split(' ')).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(UsageError)
    expect(error).toMatchObject({ usage, message: expect.stringContaining('missing required argument') })
  })
})

const pages = [...new Set(['', ...named.map(([name]) => (name.includes(' ') ? name.split(' ')[0]! : ''))])]
test.each(pages)('the help of "admin-cli %s": examples first, then usage, commands, exit codes', (name) => {
  const help = helpOf(name)
  const start = name === '' ? '' : `${name} `
  const { summary, examples } = name === '' ? overview : groups[name]!
  expect([2, 3]).toContain(examples.length)
  expect(examples.filter((one) => !one.startsWith(start))).toEqual([])
  const calls = examples.map((example) => `  admin-cli ${example}\n`)
  const usage = ['Usage: admin-cli', name].join(' ').trim()
  const parts = [summary, 'Examples:', ...calls, `${usage} [options] [command]`, 'Exit codes:']
  const places = parts.map((part) => help.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  for (const { name: listed } of commands)
    if (listed.startsWith(start))
      expect(help).toMatch(new RegExp(`^  ${listed.slice(start.length).split(' ')[0]} `, 'm'))
  const [, page = '', anchor = ''] = /Docs: (docs\/\S+)#(\S+)/.exec(help) ?? []
  expect([page, reference.includes(`\n## ${anchor[0]?.toUpperCase()}${anchor.slice(1)}\n`)]).toEqual([
    'docs/cli.md',
    true,
  ])
})

test('every first word has a topic of its own in the overview', () => {
  const words = [...new Set([...named.map(([name]) => name.split(' ')[0]!), 'help'])]
  expect(Object.values(topics).flat().sort()).toEqual(words.sort())
})

/** They look, or print; `webhooks check` changes only with --repair, `notices test` sends a test. */
const readOnly = [
  ...['whoami', 'list-folder', 'list-webhooks', 'clients list', 'clients show', 'clients validate'],
  ...['profiles list', 'profiles show', 'profiles history', 'runs list', 'runs show', 'runs watch'],
  ...['runs open', 'waivers list', 'waivers history', 'webhooks check', 'notices test', 'check'],
  ...['checks list', 'checks explain', 'checks markdown', 'doctor', 'builds list', 'users list'],
  ...['codec serve', 'completion', 'commands markdown', 'settings markdown'],
]
test('every command that changes something has --dry-run, and its JSON says dryRun: true', () => {
  const lacking = commands.filter(({ name, options, json }) => {
    const shape = Array.isArray(json) ? json[0] : json
    const isDry = options.some(({ flags }) => flags === '--dry-run')
    const says = typeof shape === 'object' && Reflect.get(shape, 'dryRun?') === 'true'
    return !readOnly.includes(name) && !(isDry && says)
  })
  expect(lacking.map(({ name }) => name)).toEqual([])
})

function helpOf(name: string): string {
  let text = ''
  const program = createProgram({ commands, version: '0', run: async () => undefined })
  const leaf = name
    .split(' ')
    .reduce<Program>((found, word) => found.commands.find((one) => one.name() === word) ?? found, program)
  leaf.configureOutput({ writeOut: (part) => void (text += part) }).outputHelp()
  return text
}

async function parsed(words: string[]): Promise<void> {
  const program = createProgram({ commands, version: '0', run: async () => undefined })
  await program.parseAsync(words, { from: 'user' })
}
