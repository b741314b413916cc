import { userInfo } from 'node:os'
import { Command as Program, CommanderError } from 'commander'

import { loadConfig } from '../config/load-config'
import type { Command, Context, OptionValues } from './command'
import { commands } from './commands'
import { createContext } from './context'
import { failureOf } from './failure'
import { exitCodes } from './exit-codes'
import { createOutput } from './output'

void main(process.argv)

async function main(argv: string[]): Promise<void> {
  // A closed pipe (`| head`) is not an error.
  process.stdout.on('error', () => process.exit(exitCodes.ok))
  const program = new Program('admin-cli')
    .description('Administers the quality control of assets that arrive in Box.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => process.stdout.write(text),
      writeErr: (text) => process.stderr.write(text),
    })
  for (const command of commands) add(program, command)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    // Commander has already printed its own message.
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    else throw error
  }
}

function add(program: Program, { name, arguments: words, summary, details, options, run }: Command) {
  const [last = '', group] = name.split(' ').reverse()
  const parent =
    group === undefined
      ? program
      : (program.commands.find((one) => one.name() === group) ??
        program.command(group).description(`${group}: see --help`))
  const command = parent.command(last).description(summary).exitOverride()
  for (const word of words) command.argument(word)
  for (const { flags, description } of options) command.option(flags, description)
  command.option('--json', 'print the result as JSON')
  if (details !== undefined) command.addHelpText('after', `\n${details}`)
  command.action(async () => {
    const values: OptionValues = command.opts()
    const context = createContext(
      createOutput(values.json === true, process),
      loadConfig,
      userInfo().username,
      process.stdin.isTTY && process.stderr.isTTY,
    )
    process.exitCode = await execute(context, () => run(context, command.args, values))
  })
}

async function execute(
  context: Context & { close: () => Promise<void> },
  run: () => Promise<number | undefined>,
): Promise<number> {
  try {
    return (await run()) ?? exitCodes.ok
  } catch (error) {
    const { message, code } = failureOf(error)
    context.output.message(message)
    return code
  } finally {
    await context.close()
  }
}
