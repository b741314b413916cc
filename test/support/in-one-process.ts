import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { Ran } from './admin-cli'

const script = join(__dirname, 'run-commands.mjs')

interface Call {
  words: string[]
  env?: Record<string, string>
}

/** Commands of admin-cli, each with its environment; with `isTogether`, all at once with the shared one. */
export async function inOneProcess(calls: Call[], shared: Record<string, string>, isTogether = false) {
  const words = [script, JSON.stringify(calls), ...(isTogether ? ['--together'] : [])]
  const options = { env: { PATH: process.env.PATH, ...shared }, maxBuffer: 2 ** 25 }
  const { stdout } = await promisify(execFile)(process.execPath, words, options)
  return JSON.parse(stdout) as (Ran & { words: string[]; seconds: number })[]
}
