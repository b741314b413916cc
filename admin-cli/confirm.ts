import { createInterface } from 'node:readline/promises'

import type { Context } from './command'
import { CliError } from './exit-codes'

/** Asks on a terminal; elsewhere there is nobody to ask, so `--yes` must stand in the command. */
export async function confirmed(
  { isTerminal }: Pick<Context, 'isTerminal'>,
  question: string,
  isSure: boolean,
): Promise<void> {
  if (isSure) return
  if (!isTerminal) throw new CliError('usage', `${question} There is no terminal to ask on`, 'Say --yes')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`${question} [y/N] `)
    if (!/^y(es)?$/i.test(answer.trim())) throw new CliError('usage', 'nothing was deleted')
  } finally {
    terminal.close()
  }
}
