import { Changes } from './changes'
import type { FaultBehaviour, FaultKindName, Phase, Release } from './fault-kinds'
import type { RequestEntry } from './request-log'

/** Which requests a fault affects. All given properties must match. */
export interface FaultMatch {
  method?: string
  /** `*` matches a part between slashes, `**` anything; `/…/` is a regular expression. */
  path?: string
  origin?: string
  fileId?: string
  userId?: string
  /** The name in the request's body; of an upload it is known only after Box applied it. */
  name?: string
  /** The folder that the body names. */
  parentId?: string
}

export interface FaultOrder {
  match: FaultMatch
  /** How many matching requests pass before it begins. */
  afterCalls: number
  /** How many requests it affects before it ends. */
  times: number
  /** The share of the matching requests that it affects, at random (0 to 1). */
  probability: number
  /** The same seed affects the same requests of a sequence. */
  seed: number
  behaviour: FaultBehaviour & { kind: FaultKindName }
}

export interface Fault extends FaultOrder {
  id: string
  seen: number
  fired: number
}

interface Hold {
  reached: RequestEntry[]
  waiting: Set<(release: Release) => void>
  released?: Release
}

/** The faults that tests ordered, and the requests that they hold. */
export class Faults {
  readonly changes = new Changes()
  private readonly orders = new Map<string, Fault>()
  private readonly holds = new Map<string, Hold>()
  private count = 0

  order(order: FaultOrder): Fault {
    this.count += 1
    const fault: Fault = { ...order, id: `fault-${this.count}`, seen: 0, fired: 0 }
    this.orders.set(fault.id, fault)
    if (fault.behaviour.kind === 'hold') this.holds.set(fault.id, { reached: [], waiting: new Set() })
    return fault
  }

  list(): (Omit<Fault, 'behaviour'> & { kind: FaultKindName })[] {
    return [...this.orders.values()].map(({ behaviour, ...fault }) => ({ ...fault, kind: behaviour.kind }))
  }

  /** Removes faults; requests that they hold continue. */
  clear(id?: string): void {
    for (const fault of [...this.orders.values()]) {
      if (id !== undefined && fault.id !== id) continue
      this.release(fault.id, { then: 'answer', applyAnyway: false })
      this.orders.delete(fault.id)
    }
  }

  /** The first fault that affects this request; counts it. */
  take(entry: RequestEntry, phase: Phase): Fault | undefined {
    for (const fault of this.orders.values()) {
      if (fault.behaviour.phase !== phase || fault.fired >= fault.times || !fits(fault.match, entry)) continue
      fault.seen += 1
      if (fault.seen <= fault.afterCalls || chance(fault.seed, fault.seen) >= fault.probability) continue
      fault.fired += 1
      this.changes.bump()
      return fault
    }
    return undefined
  }

  hold(fault: Fault, entry: RequestEntry): Promise<Release> {
    const hold = this.holds.get(fault.id)
    if (!hold) return Promise.resolve({ then: 'answer', applyAnyway: false })
    hold.reached.push(entry)
    this.changes.bump()
    if (hold.released) return Promise.resolve(hold.released)
    return new Promise((resolve) => hold.waiting.add(resolve))
  }

  /** The requests that reached a hold, or undefined when there is no such hold. */
  reached(id: string): RequestEntry[] | undefined {
    return this.holds.get(id)?.reached
  }

  /** Lets the held requests continue, and later ones pass. */
  release(id: string, release: Release): boolean {
    const hold = this.holds.get(id)
    if (!hold) return false
    hold.released = release
    for (const resume of hold.waiting) resume(release)
    hold.waiting.clear()
    return true
  }
}

/** A number from 0 up to 1 that only `seed` and `count` decide (the finalizer of MurmurHash3). */
function chance(seed: number, count: number): number {
  let hash = (seed ^ Math.imul(count, 0x9e3779b1)) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

function fits(match: FaultMatch, entry: RequestEntry): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== entry.method) return false
  if (match.path !== undefined && !pathPattern(match.path).test(entry.path)) return false
  if (match.origin !== undefined && match.origin !== entry.origin) return false
  if (match.fileId !== undefined && match.fileId !== entry.fileId) return false
  if (match.userId !== undefined && match.userId !== entry.userId) return false
  if (match.name !== undefined && !namePattern(match.name).test(entry.summary.name ?? '')) return false
  return match.parentId === undefined || match.parentId === entry.summary.parentId
}

/** Throws a SyntaxError when a regular expression is not valid. */
export function pathPattern(path: string): RegExp {
  const isExpression = path.length > 2 && path.startsWith('/') && path.endsWith('/')
  if (isExpression) return new RegExp(path.slice(1, -1))
  return new RegExp(`^${escape(path).replaceAll('\\*\\*', '.*').replaceAll('\\*', '[^/]*')}$`)
}

function namePattern(name: string): RegExp {
  return new RegExp(`^${escape(name).replaceAll('\\*', '.*')}$`, 's')
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
