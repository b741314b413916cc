import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { distDir } from './project-dir'

export interface Guard {
  watch: (pid: number) => void
  forget: (pid: number) => void
  /** To be called last: the guard ends everything that it still watches. */
  dismiss: () => void
}

/** Starts the process that ends our parts when we are killed. */
export function startGuard(): Guard {
  const child = spawn(process.execPath, [join(distDir, 'sandbox', 'installation', 'guard', 'main.js')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  // Without a guard the next start ends what is left.
  child.stdin.on('error', () => undefined)
  return {
    watch: (pid) => child.stdin.write(`+${pid}\n`),
    forget: (pid) => child.stdin.write(`-${pid}\n`),
    dismiss: () => child.stdin.end(),
  }
}
