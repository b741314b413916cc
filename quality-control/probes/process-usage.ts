import { readFileSync } from 'node:fs'

const pageBytes = 4096
const ticksPerSecond = 100

/**
 * CPU seconds and resident memory of another process, from Linux's /proc; zeros when the process has ended
 * or the system has no /proc (macOS).
 */
export function processUsage(pid: number | undefined): { cpuSeconds: number; residentBytes: number } {
  if (pid === undefined) return { cpuSeconds: 0, residentBytes: 0 }
  try {
    // The name in parentheses may contain spaces, so count from the last parenthesis: state is field 3 of
    // proc(5).
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
    return { cpuSeconds: ticks / ticksPerSecond, residentBytes: Number(fields[21] ?? 0) * pageBytes }
  } catch {
    return { cpuSeconds: 0, residentBytes: 0 }
  }
}
