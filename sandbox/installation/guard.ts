import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { distDir } from './project-dir'

export interface Guard {
  watch: (pid: number) => void
  forget: (pid: number) => void
  /** To be called last: what is still watched is ended by the guard. */
  dismiss: () => void
}

/** Starts the process that ends our parts when we die without a chance to. */
export function startGuard(): Guard {
  const child = spawn(process.execPath, [join(distDir, 'sandbox', 'installation', 'guard', 'main.js')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  // A guard that is gone is no reason to stop: the next start ends what was left.
  child.stdin.on('error', () => undefined)
  return {
    watch: (pid) => child.stdin.write(`+${pid}\n`),
    forget: (pid) => child.stdin.write(`-${pid}\n`),
    dismiss: () => child.stdin.end(),
  }
}
