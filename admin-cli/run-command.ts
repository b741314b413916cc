import type { Command, Context, OptionValues } from './command'
import { createContext } from './context'
import { CliError, exitCodes } from './exit-codes'
import { failureOf } from './failure'
import type { Output } from './output'

/** Runs one command and returns its exit code. What it throws is told on `output`, never as a stack. */
export async function runCommand(
  output: Output,
  given: Pick<Context, 'commands' | 'isTerminal' | 'user'>,
  { command, args, values }: { command: Command; args: string[]; values: OptionValues },
): Promise<number> {
  const context = createContext(output, given)
  try {
    return (await command.run(context, args, values)) ?? exitCodes.ok
  } catch (error) {
    const { next, ...failure } = failureOf(error)
    const lines = [next, ...(isUsage(error) ? [usageOf(command)] : [])].filter((line) => line !== undefined)
    output.failure({ ...failure, ...(lines.length > 0 && { next: lines.join('\n') }) })
    if (values.debug === true && error instanceof Error) output.message(error.stack ?? error.message)
    return failure.exitCode
  } finally {
    await context.close()
  }
}

function isUsage(error: unknown): boolean {
  return error instanceof CliError && error.reason === 'usage'
}

function usageOf({ name, arguments: words }: Command): string {
  return `Usage: ${['admin-cli', name, '[options]', ...words].join(' ')}\nSee: admin-cli ${name} --help`
}
