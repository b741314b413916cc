import { text } from 'node:stream/consumers'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

import type { Context } from './command'
import { CliError } from './exit-codes'

/** The first line of stdin with `--password-stdin`; else asked twice on the terminal, without an echo. */
export async function readPassword(
  { isTerminal }: Pick<Context, 'isTerminal'>,
  isFromStdin: boolean,
): Promise<string> {
  if (isFromStdin) return (await text(process.stdin)).split(/\r?\n/)[0] ?? ''
  if (!isTerminal)
    throw new CliError('usage', 'there is no terminal to ask for a password on', 'Add --password-stdin')
  const password = await ask('Password: ')
  if ((await ask('Again: ')) !== password) throw new CliError('usage', 'the two passwords differ')
  return password
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  const closed = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(new CliError('cancelled', 'cancelled: nothing was changed')))
  })
  try {
    return await Promise.race([terminal.question(''), closed])
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
