import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

interface Entry {
  pid: number
  /** Distinguishes the process from a later one with the same id. */
  startedAt: string
}
interface Table {
  launcher: Entry
  parts: Entry[]
}

/** Remembers which processes belong to this state directory. */
export function writeProcessTable(file: string, partPids: number[]): void {
  const table: Table = { launcher: entryOf(process.pid), parts: partPids.map(entryOf) }
  writeFileSync(file, JSON.stringify(table), { mode: 0o600 })
}

/**
 * Ends what an earlier sandbox on this state directory left behind. Throws when that sandbox still runs: two
 * of them on one database would corrupt it.
 */
export async function endLeftovers(file: string): Promise<void> {
  if (!existsSync(file)) return
  const table = readTable(file)
  if (table === undefined) return
  const { launcher, parts } = table
  if (isAlive(launcher) && launcher.pid !== process.pid) {
    throw new Error(
      `a sandbox runs here already, as process ${launcher.pid}: stop it first, or name another directory ` +
        'with --state DIR',
    )
  }
  const left = parts.filter(isAlive)
  for (const { pid } of left) process.kill(-pid, 'SIGKILL')
  while (left.some(isAlive)) await sleep(50)
}

function readTable(file: string): Table | undefined {
  try {
    const table: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isTable(table) ? table : undefined
  } catch {
    return undefined
  }
}

/** A full disk may have cut the file. */
function isTable(value: unknown): value is Table {
  return (
    typeof value === 'object' &&
    value !== null &&
    'launcher' in value &&
    'parts' in value &&
    Array.isArray(value.parts)
  )
}

function entryOf(pid: number): Entry {
  return { pid, startedAt: startOf(pid) ?? '' }
}

function isAlive({ pid, startedAt }: Entry): boolean {
  return startedAt !== '' && startOf(pid) === startedAt
}

/** Undefined when there is no such process (a zombie counts as none). */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      )
    // Field 22 is the start in ticks since boot; the name in field 2 may contain blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}
