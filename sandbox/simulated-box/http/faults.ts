import { Changes } from './changes'
import type { RequestEntry } from './request-log'

/** Which requests a fault meets. All given properties must fit. */
export interface FaultMatch {
  method?: string
  /** `*` stands for a part between slashes, `**` for anything; `/…/` is a regular expression. */
  path?: string
  origin?: string
  fileId?: string
  userId?: string
  /** The name in the request's body; of an upload it is known only after Box applied it. */
  name?: string
  /** The folder that the body names. */
  parentId?: string
}

export interface CannedAnswer {
  status: number
  headers?: Record<string, string>
  /** Absent: Box's own error body for that status. */
  body?: unknown
  /** A gateway's page instead of JSON. */
  html?: string
}

export type FaultAction =
  | ({ kind: 'answer' | 'appliedAnswer' } & CannedAnswer)
  | { kind: 'reset' | 'hang' | 'appliedReset' | 'appliedHang' | 'wrongBytes' }
  | { kind: 'cutBody' | 'stallBody' | 'cutUpload' | 'stallUpload'; afterBytes: number }
  | { kind: 'hold'; at: 'before' | 'after' }

export type Phase = 'before' | 'after'

export interface FaultOrder {
  match: FaultMatch
  /** How many fitting requests pass before it begins. */
  afterCalls: number
  /** How many requests it meets; then it is gone. */
  times: number
  action: FaultAction
}

export interface Fault extends FaultOrder {
  id: string
  seen: number
  fired: number
}

export interface Release {
  then: 'answer' | 'reset'
  applyAnyway: boolean
}

interface Hold {
  reached: RequestEntry[]
  waiting: Set<(release: Release) => void>
  released?: Release
}

/** The faults that tests ordered, and the requests that are held. */
export class Faults {
  readonly changes = new Changes()
  private readonly orders = new Map<string, Fault>()
  private readonly holds = new Map<string, Hold>()
  private count = 0

  order(order: FaultOrder): Fault {
    this.count += 1
    const fault: Fault = { ...order, id: `fault-${this.count}`, seen: 0, fired: 0 }
    this.orders.set(fault.id, fault)
    if (fault.action.kind === 'hold') this.holds.set(fault.id, { reached: [], waiting: new Set() })
    return fault
  }

  list(): Fault[] {
    return [...this.orders.values()]
  }

  /** Takes faults back; requests that they hold go on. */
  clear(id?: string): void {
    for (const fault of this.list()) {
      if (id !== undefined && fault.id !== id) continue
      this.release(fault.id, { then: 'answer', applyAnyway: false })
      this.orders.delete(fault.id)
    }
  }

  /** The first fault that meets this request now; counts it. */
  take(entry: RequestEntry, phase: Phase): Fault | undefined {
    for (const fault of this.list()) {
      if (phaseOf(fault.action) !== phase || fault.fired >= fault.times || !fits(fault.match, entry)) continue
      fault.seen += 1
      if (fault.seen <= fault.afterCalls) continue
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

  /** Lets the held requests go on, and those that would come later pass. */
  release(id: string, release: Release): boolean {
    const hold = this.holds.get(id)
    if (!hold) return false
    hold.released = release
    for (const resume of hold.waiting) resume(release)
    hold.waiting.clear()
    return true
  }
}

function phaseOf(action: FaultAction): Phase {
  if (action.kind === 'hold') return action.at
  return action.kind.startsWith('applied') ? 'after' : 'before'
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

/** Throws a SyntaxError when a regular expression is none. */
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
