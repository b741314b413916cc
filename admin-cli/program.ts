import { Command as Program, type CommanderError } from 'commander'

import type { Command, OptionValues } from './command'
import { groups, overview, topics } from './commands/groups'
import { exitCodeMeanings } from './exit-codes'

export interface ProgramOptions {
  commands: readonly Command[]
  version: string
  run: (command: Command, words: string[], values: OptionValues) => Promise<void>
}

/** Words that no command understands, with the usage line of the nearest one. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly usage: string,
  ) {
    super(message)
  }
}

/** Reads the words and calls `run`. Throws a UsageError, or a CommanderError after help or version. */
export function createProgram({ commands, version, run }: ProgramOptions): Program {
  const program = new Program('admin-cli')
    .version(version, '-V, --version', 'print the version')
    .option('--json', 'print the result as JSON, and messages as JSON lines on stderr')
    .option('--wide', 'do not fit tables to the terminal')
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .option('--debug', 'print the source of an unexpected error')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true, subcommandTerm: nameWithArguments })
    .configureOutput({
      // What a person got wrong is printed once, by the caller.
      outputError: () => undefined,
      writeErr: (text) => {
        if (program.opts().json !== true) process.stderr.write(text)
      },
    })
  failingWithUsage(program)
  describeHelp(program, { ...overview, page: '#commands' })
  for (const command of commands) {
    const [name = '', group] = command.name.split(' ').reverse()
    add(group === undefined ? program : groupOf(program, group), name, command, run)
  }
  addHelpCommand(program)
  for (const one of program.commands) one.helpGroup(`${topicOf(one.name())}:`)
  return program
}

/** Every command has options: they need no mention in the list. */
function nameWithArguments(command: Program): string {
  const words = command.registeredArguments.map((one) => {
    const name = one.variadic ? `${one.name()}...` : one.name()
    return one.required ? `<${name}>` : `[${name}]`
  })
  return [command.name(), ...words].join(' ')
}

function groupOf(program: Program, name: string): Program {
  const found = program.commands.find((one) => one.name() === name)
  if (found !== undefined) return found
  const { summary = '', examples = [] } = groups[name] ?? {}
  const group = failingWithUsage(program.command(name)).helpCommand(
    'help [command]',
    'Print the help of a command',
  )
  return describeHelp(group, { summary, examples, page: '#commands' })
}

function add(parent: Program, name: string, command: Command, run: ProgramOptions['run']) {
  const leaf = failingWithUsage(parent.command(name))
  for (const word of command.arguments) leaf.argument(word)
  for (const { flags, description } of command.options) leaf.option(flags, description)
  describeHelp(leaf, { ...command, page: `#${command.name.replace(' ', '-')}` })
  leaf.action(() => run(command, leaf.args, leaf.optsWithGlobals<OptionValues>()))
}

interface HelpTexts {
  summary: string
  examples: readonly string[]
  details?: string
  /** The heading in docs/cli.md. */
  page: string
}

/** What it does and examples first, then the usage, then exit codes and documentation. */
function describeHelp(program: Program, { summary, examples, details, page }: HelpTexts): Program {
  const calls = examples.map((one) => `  admin-cli ${one}\n`)
  const about = details === undefined ? '' : `${details}\n\n`
  return program
    .summary(summary)
    .addHelpText('before', `${summary}\n\nExamples:\n${calls.join('')}`)
    .addHelpText('after', `\n${about}${exitCodesText}\nDocs: docs/cli.md${page}`)
}

/** Each line fits 80 columns. */
const exitCodesText = [0, 4, 7].reduce((text, start, at, starts) => {
  const meanings = exitCodeMeanings.slice(start, starts[at + 1])
  return `${text}\n  ${meanings.map((meaning, code) => `${start + code} ${meaning}`).join(', ')}`
}, 'Exit codes:')

function topicOf(name: string): string {
  return Object.entries(topics).find(([, names]) => names.includes(name))?.[0] ?? 'Commands'
}

/** `help runs list`: Commander's own reads one word only. */
function addHelpCommand(program: Program) {
  const help = failingWithUsage(
    program.command('help').summary('Print the help of a command, such as: help runs list'),
  )
  help.argument('[command...]').action((words: string[]) => {
    let found = program
    for (const word of words) {
      const next = found.commands.find((one) => one.name() === word)
      if (next === undefined) found.error(`error: unknown command '${words.join(' ')}'`)
      found = next ?? found
    }
    found.outputHelp()
  })
}

function failingWithUsage(program: Program): Program {
  return program.exitOverride((error: CommanderError) => {
    const isHelp = error.code === 'commander.help'
    // People have the help before them. A script gets an error.
    if (error.exitCode === 0 || (isHelp && program.optsWithGlobals().json !== true)) throw error
    const words = pathOf(program)
    throw new UsageError(
      isHelp ? 'a command is missing' : error.message.replace(/^error: /, ''),
      `Usage: ${words} ${program.usage()}\nSee: ${words} --help`,
    )
  })
}

function pathOf(program: Program): string {
  return program.parent === null ? program.name() : `${pathOf(program.parent)} ${program.name()}`
}
