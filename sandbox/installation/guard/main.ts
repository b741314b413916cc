import { createInterface } from 'node:readline'

/**
 * Runs next to the sandbox and ends a few seconds after it. It reads each process that the sandbox starts
 * (`+pid`) and each that ended (`-pid`), and when its stdin closes, even by a SIGKILL of the sandbox, it ends
 * what is left.
 */
const graceMs = 3_000
const pids = new Set<number>()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const pid = Number(line.slice(1))
    if (line.startsWith('+')) pids.add(pid)
    else pids.delete(pid)
  })
  .on('close', () => {
    killAll('SIGTERM')
    setTimeout(() => {
      killAll('SIGKILL')
      process.exit(0)
    }, graceMs)
  })

/** Each part is the leader of its own process group. */
function killAll(signal: NodeJS.Signals) {
  for (const pid of pids) {
    try {
      process.kill(-pid, signal)
    } catch {
      pids.delete(pid)
    }
  }
  if (pids.size === 0) process.exit(0)
}
