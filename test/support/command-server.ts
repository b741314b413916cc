import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import type { Ran } from './admin-cli'

export interface CommandServer {
  /** One command of admin-cli at a time. */
  run: (words: string[]) => Promise<Ran>
  stop: () => void
}

/** Commands of admin-cli from `dist/`, in one process that loads the large packages once. */
export function startCommandServer(cwd: string, env: Record<string, string>): CommandServer {
  const child = spawn(process.execPath, [join(__dirname, 'run-commands.mjs'), '--serve'], {
    ...{ cwd, env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    run: async (words) => {
      child.stdin.write(`${JSON.stringify(words)}\n`)
      const { value, done } = await answers.next()
      if (done === true) throw new Error(`the process of the commands ended at: ${words.join(' ')}`)
      return JSON.parse(value) as Ran
    },
    stop: () => void child.kill('SIGKILL'),
  }
}
