#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { CommanderError } from 'commander'

import { projectRoot } from '../config/project-root'
import type { Command, OptionValues } from './command'
import { commands } from './commands'
import { exitCodes } from './exit-codes'
import { layoutFor } from './layout-for'
import { createOutput, type Output } from './output'
import { createProgram, UsageError } from './program'

/** As shells report a process that Ctrl-C ended. */
const interrupted = 130

void main(process.argv.slice(2))

async function main(words: string[]): Promise<void> {
  // A closed pipe (`| head`) is not an error.
  process.stdout.on('error', () => process.exit(exitCodes.ok))
  const flags = new Set(words.slice(0, words.includes('--') ? words.indexOf('--') : undefined))
  const output = outputFor(flags)
  let code: number = exitCodes.ok
  const run = async (command: Command, args: string[], values: OptionValues) => {
    code = await execute(output, command, args, values)
  }
  try {
    await createProgram({ commands, version: version(), run }).parseAsync(words, { from: 'user' })
  } catch (error) {
    code = exitCodeOf(error, output)
  }
  // A socket that hangs would keep the process.
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => stream.write('', () => resolve()))
  process.exit(code)
}

function outputFor(flags: ReadonlySet<string>): Output {
  const { stdout, stderr, env } = process
  return createOutput({ isJson: flags.has('--json'), ...layoutFor(stdout, flags, env), stdout, stderr })
}

/** The SDKs, the configuration and what explains their errors are loaded only when a command runs. */
async function execute(output: Output, command: Command, args: string[], values: OptionValues) {
  const { runCommand } = await import('./run-command.js')
  const { afterInterrupt } = command
  if (afterInterrupt !== undefined)
    process.once('SIGINT', () => {
      output.message(afterInterrupt)
      process.exit(interrupted)
    })
  const isTerminal = process.stdin.isTTY && process.stderr.isTTY
  return runCommand(output, { commands, user: userName(), isTerminal }, { command, args, values })
}

function exitCodeOf(error: unknown, output: Output): number {
  // Help and version are printed already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  const isUsage = error instanceof UsageError
  const reason = isUsage ? 'usage' : 'unexpected'
  const message = error instanceof Error ? error.message : String(error)
  output.failure({ reason, exitCode: exitCodes[reason], message, next: isUsage ? error.usage : undefined })
  return exitCodes[reason]
}

function version(): string {
  const about: unknown = JSON.parse(readFileSync(join(projectRoot(__dirname), 'package.json'), 'utf8'))
  const found: unknown =
    typeof about === 'object' && about !== null ? Reflect.get(about, 'version') : undefined
  return typeof found === 'string' ? found : 'unknown'
}

/** A container may run as a user that has no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}
