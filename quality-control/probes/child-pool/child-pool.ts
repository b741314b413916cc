import { availableParallelism } from 'node:os'

import { PooledChild } from './pooled-child'
import type { ChildOptions, Outcome } from './pooled-child'
import type { JobKind, Jobs } from './jobs'

/**
 * Runs a job in a warm child process. A child that crashes, takes too long or grows too large is killed and
 * replaced; the outcome reports it. Throws on cancel, and on a bug in the job.
 */
export async function runInChild<K extends JobKind>(
  kind: K,
  job: Jobs[K]['job'],
  options: ChildOptions,
): Promise<Outcome<Jobs[K]['answer']>> {
  const child = await pool.take(options)
  try {
    return await child.run(kind, job, options)
  } finally {
    pool.giveBack(child)
  }
}

/** Runs a job in a child of its own and ends it with all that it started. Throws as `runInChild` does. */
export async function runInOwnChild<K extends JobKind>(
  kind: K,
  job: Jobs[K]['job'],
  options: ChildOptions,
): Promise<Outcome<Jobs[K]['answer']>> {
  options.signal.throwIfAborted()
  const child = await PooledChild.start(options.searchPath)
  try {
    return await child.run(kind, job, options)
  } finally {
    child.kill()
  }
}

/**
 * Ends all children; the next job starts new ones. For tests and a clean shutdown: children also end with
 * this process.
 */
export function stopPooledChildren(): void {
  pool.stop()
}

/** CPU seconds and resident bytes of the idle children, for benchmarks. */
export function childUsage(): { cpuSeconds: number; residentBytes: number }[] {
  return pool.usage()
}

/** At most one child per core, and never more than 4; further jobs wait. */
class Pool {
  private idle: PooledChild[] = []
  private busyCount = 0
  private readonly waiting: (() => void)[] = []
  private readonly size = Math.min(4, availableParallelism())

  async take({ signal, searchPath }: ChildOptions): Promise<PooledChild> {
    while (this.busyCount >= this.size) await this.turn(signal)
    signal.throwIfAborted()
    this.busyCount++
    try {
      return this.warm() ?? (await PooledChild.start(searchPath))
    } catch (error) {
      this.leave()
      throw error
    }
  }

  giveBack(child: PooledChild): void {
    if (child.isUsable) this.idle.push(child)
    else child.kill()
    this.leave()
  }

  stop(): void {
    for (const child of this.idle) child.kill()
    this.idle = []
  }

  usage(): { cpuSeconds: number; residentBytes: number }[] {
    return this.idle.map((child) => child.usage())
  }

  /** A living idle child: one may have died since its last job, which no file has caused. */
  private warm(): PooledChild | undefined {
    for (let child = this.idle.pop(); child !== undefined; child = this.idle.pop()) {
      if (child.isUsable) return child
      child.kill()
    }
    return undefined
  }

  private leave(): void {
    this.busyCount--
    this.waiting.shift()?.()
  }

  private async turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    await new Promise<void>((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake)
        const place = this.waiting.indexOf(wake)
        if (place >= 0) this.waiting.splice(place, 1)
        resolve()
      }
      signal.addEventListener('abort', wake, { once: true })
      this.waiting.push(wake)
    })
  }
}

const pool = new Pool()
