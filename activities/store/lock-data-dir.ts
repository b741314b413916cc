import { readlinkSync, readFileSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { lock } from 'proper-lockfile'

import { messageOf } from '../../workflows/text'
import { UnusableConfiguration } from '../worker/unusable-configuration'
import { hasCode } from './has-code'

export interface DataDirLock {
  release: () => Promise<void>
}

/** Written beside the lock, for the message of whoever finds it taken. */
interface Holder {
  hostName: string
  pid: number
  /** Process ids mean the same process only within one PID namespace of one boot. */
  pidSpace: string
  since: string
}

/** The holder renews the lock in this interval; it counts as dead when it is silent for `staleMs`. */
const renewMs = 2_000
const staleMs = 10_000

/**
 * Locks a data directory for this process: two workers on one directory would append to the same files and
 * remove each other's. Works between containers and machines, by the lock's modification time. The lock of a
 * killed process is taken over: at once when its process id can be checked, else after 10 seconds of silence.
 * Throws `UnusableConfiguration` while another process holds it. `onLost` is called when another process took
 * it, because this one was suspended for long.
 */
export async function lockDataDir(dataDir: string, onLost: (error: Error) => void): Promise<DataDirLock> {
  await makeDataDir(dataDir)
  const paths = { lockDir: join(dataDir, 'worker.lock'), holderFile: join(dataDir, 'worker.json') }
  const take = () =>
    lock(dataDir, {
      ...{ lockfilePath: paths.lockDir, update: renewMs, stale: staleMs },
      onCompromised: (cause) => {
        onLost(new Error(`Another worker took ${dataDir} while this process was suspended`, { cause }))
      },
    })
  const unlock = await takeOver(dataDir, paths, take)
  await writeFile(paths.holderFile, JSON.stringify(ourselves()), { mode: 0o600 })
  return {
    release: async () => {
      await rm(paths.holderFile, { force: true })
      await unlock()
    },
  }
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new UnusableConfiguration(`QC_DATA_DIR: ${dataDir} cannot be created: ${messageOf(error)}`)
  }
  // A mounted volume may belong to somebody else.
  await chmod(dataDir, 0o700).catch(() => undefined)
}

async function takeOver<T>(
  dataDir: string,
  { lockDir, holderFile }: { lockDir: string; holderFile: string },
  take: () => Promise<T>,
): Promise<T> {
  const seen = await renewedAt(lockDir)
  for (;;) {
    try {
      return await take()
    } catch (error) {
      if (!hasCode(error, 'ELOCKED')) throw error
    }
    const holder = await readHolder(holderFile)
    if (holder !== undefined && isKnownDead(holder)) await rm(lockDir, { recursive: true, force: true })
    else if ((await renewedAt(lockDir)) !== seen) throw inUse(dataDir, holder)
    else await wait(200)
  }
}

async function renewedAt(lockDir: string): Promise<number | undefined> {
  return (await stat(lockDir).catch(() => undefined))?.mtimeMs
}

function inUse(dataDir: string, holder: Holder | undefined): UnusableConfiguration {
  const who =
    holder === undefined
      ? 'another worker'
      : `the worker with process id ${holder.pid} on ${holder.hostName} (since ${holder.since})`
  return new UnusableConfiguration(
    `QC_DATA_DIR: ${dataDir} is in use by ${who}. Expected a directory of its own for each worker`,
  )
}

function ourselves(): Holder {
  return {
    hostName: hostname(),
    pid: process.pid,
    pidSpace: pidSpace(),
    since: new Date().toISOString(),
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const holder: unknown = JSON.parse(await readFile(file, 'utf8'))
    return isHolder(holder) ? holder : undefined
  } catch {
    return undefined
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['hostName', 'pidSpace', 'since'].every((key) => typeof Reflect.get(value, key) === 'string') &&
    typeof Reflect.get(value, 'pid') === 'number'
  )
}

/** False when its process id means nothing here. */
function isKnownDead({ pid, pidSpace: itsSpace }: Holder): boolean {
  if (itsSpace !== pidSpace()) return false
  // A restarted container gives the same id to its first process.
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return hasCode(error, 'ESRCH')
  }
}

function pidSpace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}
