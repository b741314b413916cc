import { createInterface } from 'node:readline/promises'

import type { Context } from './command'
import { CliError } from './exit-codes'

/** Asks on a terminal; without one, `--yes` is required. */
export async function confirmed(
  { isTerminal, output }: Pick<Context, 'isTerminal' | 'output'>,
  question: string,
  isConfirmed: boolean,
): Promise<void> {
  if (isConfirmed) return
  if (!isTerminal) throw new CliError('usage', `${question} There is no terminal to ask on`, 'Add --yes')
  // Nothing may be printed behind the question.
  output.progress('')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`${question} [y/N] `)
    if (!/^y(es)?$/i.test(answer.trim())) throw new CliError('cancelled', 'cancelled: nothing was changed')
  } finally {
    terminal.close()
  }
}
