import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { childUsage } from '../../quality-control/probes/child-pool/child-pool'

/** For `/proc`, Linux counts in hundredths of a second, independent of the kernel's own tick. */
const ticksPerSecond = 100

export interface Cost {
  /** CPU of this process, of its finished children with theirs, and of the pooled children. */
  cpuSeconds: number
  wallSeconds: number
}

/** What one piece of work costs: run it alone, since all that this process does meanwhile is counted. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  collectGarbage()
  const [cpu, wall] = [cpuSeconds(), performance.now()]
  await work()
  return { cpuSeconds: cpuSeconds() - cpu, wallSeconds: (performance.now() - wall) / 1000 }
}

/**
 * A decoded image of 72 MB that the work before left behind must not be cleared away on the clock of the
 * next.
 */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  const pooledChildren = childUsage().reduce((sum, usage) => sum + usage.cpuSeconds, 0)
  return (user + system) / 1_000_000 + finishedChildren() + pooledChildren
}

/** `cutime` and `cstime` of proc(5): children that were waited for, and theirs. */
function finishedChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond
}
