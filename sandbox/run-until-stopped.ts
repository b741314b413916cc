import type { Installation } from './installation/installation'

const parentCheckMs = 1_000

/**
 * Runs `work` on the installation and stops everything afterwards: when it ends, when it fails, on Ctrl-C,
 * SIGTERM or SIGHUP, and when the npm that started us dies. A second signal ends everything at once. Returns
 * the exit code.
 */
export async function runUntilStopped(
  installation: Installation,
  work: (stopped: AbortSignal) => Promise<number>,
): Promise<number> {
  const stopping = new AbortController()
  const onSignal = () => {
    if (stopping.signal.aborted) {
      installation.kill()
      process.exitCode = 1
    }
    stopping.abort()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  const parentWatch = watchParent(() => stopping.abort())
  try {
    const stopped = new Promise<number>((resolve) =>
      stopping.signal.addEventListener('abort', () => resolve(0)),
    )
    return await Promise.race([work(stopping.signal), stopped])
  } finally {
    clearInterval(parentWatch)
    await installation.stop()
    for (const signal of signals) process.removeListener(signal, onSignal)
  }
}

/**
 * A killed npm sends its scripts no signal: they get another parent. Started by hand we may outlive the
 * shell.
 */
function watchParent(onGone: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) onGone()
  }, parentCheckMs)
}
