import { cpus } from 'node:os'

/** Milliseconds of all processors since the start of the machine. */
export interface CpuTimes {
  idle: number
  total: number
}

/** Between two looks. Shorter than that, the counters of the system are too coarse. */
const windowMs = 250
/** Above it, one more task makes the others wait and nothing faster. */
const busyShare = 0.85

/**
 * Whether the processors of this machine had next to no time to spare, as a mean over about a second. A limit
 * of a container shows only when it is that of the machine.
 */
export function createCpuMeter(
  read: () => CpuTimes = readCpuTimes,
  now = () => performance.now(),
): () => boolean {
  let last = read()
  let lastAt = now()
  let share = 0
  return () => {
    if (now() - lastAt < windowMs) return share > busyShare
    const next = read()
    const total = next.total - last.total
    if (total > 0) share = (share * 2 + (1 - (next.idle - last.idle) / total)) / 3
    last = next
    lastAt = now()
    return share > busyShare
  }
}

function readCpuTimes(): CpuTimes {
  const all = cpus().map(({ times }) => times)
  const idle = all.reduce((sum, times) => sum + times.idle, 0)
  const total = all.flatMap((times) => Object.values(times)).reduce((sum, ms) => sum + ms, 0)
  return { idle, total }
}
