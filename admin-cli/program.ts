import { Command as Program, type CommanderError } from 'commander'

import type { Command, OptionValues } from './command'
import { exitCodeMeanings } from './exit-codes'

export interface ProgramOptions {
  commands: readonly Command[]
  /** A sentence for each group of commands. */
  groups: Readonly<Record<string, string>>
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
export function createProgram({ commands, groups, version, run }: ProgramOptions): Program {
  const program = new Program('admin-cli')
    .description('Administers the quality control of assets that arrive in Box.')
    .version(version)
    .option('--json', 'print the result as JSON, and messages as JSON lines on stderr')
    .option('--wide', 'do not fit tables to the terminal')
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .option('--debug', 'print the source of an unexpected error')
    .configureHelp({ showGlobalOptions: true })
    // What a person got wrong is printed once, by the caller.
    .configureOutput({ outputError: () => undefined })
    .helpCommand(false)
  failingWithUsage(program)
  for (const command of commands) {
    const [name = '', group] = command.name.split(' ').reverse()
    const parent = group === undefined ? program : groupOf(program, group, groups[group] ?? '')
    add(parent, name, command, run)
  }
  addHelpCommand(program)
  return program.addHelpText(
    'after',
    `\nHelp of one command: admin-cli help runs list. ${exitCodesText}\nDocs: docs/cli.md`,
  )
}

const exitCodesText = `Exit codes: ${exitCodeMeanings.map((words, code) => `${code} ${words}`).join(', ')}.`

function groupOf(program: Program, name: string, summary: string): Program {
  return (
    program.commands.find((one) => one.name() === name) ??
    failingWithUsage(program.command(name).description(summary))
  )
}

function add(parent: Program, name: string, command: Command, run: ProgramOptions['run']) {
  const { arguments: words, summary, examples, details, options } = command
  const leaf = failingWithUsage(parent.command(name).summary(summary))
  for (const word of words) leaf.argument(word)
  for (const { flags, description } of options) leaf.option(flags, description)
  leaf.addHelpText(
    'before',
    `${summary}\n\nExamples:\n${examples.map((one) => `  admin-cli ${one}\n`).join('')}`,
  )
  const about = details === undefined ? '' : `${details}\n\n`
  leaf.addHelpText('after', `\n${about}${exitCodesText}\nDocs: docs/cli.md#${command.name.replace(' ', '-')}`)
  leaf.action(() => run(command, leaf.args, leaf.optsWithGlobals<OptionValues>()))
}

/** `help runs list`: Commander's own reads one word only. */
function addHelpCommand(program: Program) {
  const help = failingWithUsage(program.command('help').summary('Show the help of a command'))
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
    if (error.exitCode === 0 || error.code === 'commander.help') throw error
    const words = pathOf(program)
    throw new UsageError(
      error.message.replace(/^error: /, ''),
      `Usage: ${words} ${program.usage()}\nSee: ${words} --help`,
    )
  })
}

function pathOf(program: Program): string {
  return program.parent === null ? program.name() : `${pathOf(program.parent)} ${program.name()}`
}
