import { execFile } from 'node:child_process'
import { join } from 'node:path'

export interface Ran {
  code: number
  stdout: string
  stderr: string
}

const entry = join(__dirname, '../../dist/admin-cli/main.js')

/** `admin-cli` as a person runs it: a process from `dist/`, with only this environment. */
export function adminCli(words: string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [entry, ...words],
      { env: { PATH: process.env.PATH, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
      },
    )
  })
}
