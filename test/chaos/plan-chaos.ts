import { createRandom, type Random } from '../fuzz/random'
import type { ConfigFault } from './chaos-clients'

export interface ChaosOptions {
  uploads: number
  seed: number
  minutes: number
}

/**
 * `number` is that of an upload. `pick` chooses among the workers or gateways that are there at that time.
 */
export type ChaosAction =
  | { kind: 'upload'; number: number; client: number; folder: number; isDamaged: boolean }
  | { kind: FileChange; number: number }
  /** `share` of its history at which it begins again. */
  | { kind: 'resetRun'; number: number; share: number }
  | { kind: ProcessEnd; pick: number }
  | { kind: 'wipeDisk' | 'replaceHost' | 'killTools'; pick: number }
  | { kind: 'freezeWorker' | 'freezeGateway'; pick: number; forMs: number }
  | { kind: 'fillDisk'; pick: number; forMs: number; leaveBytes: number }
  | { kind: 'killTemporal' }
  | { kind: 'expireTokens' | 'swapConfig' }
  | { kind: 'freezeTemporal' | 'freezeBox'; forMs: number }
  | { kind: 'breakConfig'; fault: ConfigFault; forMs: number }
  | { kind: 'revokeRole' | 'lowerRole'; client: number; forMs: number }
  | {
      kind: 'duplicateDeliveries' | 'delayDeliveries' | 'reorderDeliveries' | 'loseDeliveries'
      count: number
    }

/** A person does this to a file of theirs. */
export type FileChange =
  'newVersion' | 'trash' | 'trashAndRestore' | 'rename' | 'dragToOther' | 'outAndBack' | 'dragBack'
export type ProcessEnd = 'killWorker' | 'killGateway' | 'stopWorker' | 'stopGateway'

export interface PlannedAction {
  atMs: number
  action: ChaosAction
}

const pickRange = 1_000_000
const damagedShare = 0.1

/** What happens to one upload in a hundred (file actions), and once in so many seconds (all others). */
const sharePerUpload = {
  ...{ newVersion: 0.06, trash: 0.03, trashAndRestore: 0.02, rename: 0.03 },
  ...{ dragToOther: 0.06, outAndBack: 0.04, dragBack: 0.03 },
} as const
const secondsBetween = {
  ...{ killWorker: 20, stopWorker: 45, freezeWorker: 20, wipeDisk: 45, replaceHost: 60 },
  ...{ fillDisk: 25, killTools: 20 },
  ...{ killGateway: 20, stopGateway: 45, freezeGateway: 25 },
  ...{ killTemporal: 45, freezeTemporal: 40, freezeBox: 50 },
  ...{ expireTokens: 30, swapConfig: 20, breakConfig: 40, revokeRole: 40, lowerRole: 60 },
  ...{ duplicateDeliveries: 10, delayDeliveries: 15, reorderDeliveries: 15, loseDeliveries: 20 },
} as const
/** A person changes a file while its run is likely to be under way, or takes it back after its end. */
const changeWithinMs = 8_000
const dragBackWithinMs = 40_000
/** Running and finished runs. */
const resetShare = 0.05
const resetWithinMs = 40_000

/** All that will happen, in order of time: the same for the same options. */
export function planChaos(options: ChaosOptions): PlannedAction[] {
  const random = createRandom(options.seed)
  const lengthMs = options.minutes * 60_000
  const planned: PlannedAction[] = []
  for (let number = 0; number < options.uploads; number += 1)
    planned.push(...uploadAndChanges(number, random.below(lengthMs), random))
  for (const [kind, seconds] of entries(secondsBetween)) {
    const expected = lengthMs / 1_000 / seconds
    const count = Math.floor(expected) + (random.isTrue(expected % 1) ? 1 : 0)
    for (let done = 0; done < count; done += 1)
      planned.push({ atMs: random.below(lengthMs), action: disturbance(kind, random) })
  }
  return planned.sort((a, b) => a.atMs - b.atMs)
}

function uploadAndChanges(number: number, atMs: number, random: Random): PlannedAction[] {
  const [client, folder] = [random.below(2), random.below(4)]
  const upload = { kind: 'upload', number, client, folder, isDamaged: random.isTrue(damagedShare) } as const
  const planned: PlannedAction[] = [{ atMs, action: upload }]
  for (const [kind, share] of entries(sharePerUpload)) {
    if (!random.isTrue(share)) continue
    const within = kind === 'dragBack' ? dragBackWithinMs : changeWithinMs
    planned.push({ atMs: atMs + random.below(within), action: { kind, number } })
  }
  if (random.isTrue(resetShare)) {
    const action = { kind: 'resetRun', number, share: random.below(100) / 100 } as const
    planned.push({ atMs: atMs + random.below(resetWithinMs), action })
  }
  return planned
}

function disturbance(kind: keyof typeof secondsBetween, random: Random): ChaosAction {
  const pick = random.below(pickRange)
  const forMs = 500 + random.below(9_500)
  switch (kind) {
    case 'freezeWorker':
    case 'freezeGateway':
      return { kind, pick, forMs }
    case 'fillDisk':
      return { kind, pick, forMs, leaveBytes: random.below(40_000) }
    case 'freezeTemporal':
    case 'freezeBox':
      return { kind, forMs: Math.ceil(forMs / 2) }
    case 'breakConfig':
      return { kind, fault: configFaults[random.below(configFaults.length)] ?? 'isEmpty', forMs }
    case 'revokeRole':
    case 'lowerRole':
      return { kind, client: random.below(2), forMs }
    case 'duplicateDeliveries':
    case 'delayDeliveries':
    case 'reorderDeliveries':
    case 'loseDeliveries':
      return { kind, count: 1 + random.below(4) }
    case 'killTemporal':
    case 'expireTokens':
    case 'swapConfig':
      return { kind }
    default:
      return { kind, pick }
  }
}

const configFaults = ['profileIsLate', 'isCutOff', 'isEmpty'] as const

function entries<T extends object>(table: T): [Extract<keyof T, string>, T[keyof T]][] {
  const pairs: [Extract<keyof T, string>, T[keyof T]][] = []
  for (const key in table) pairs.push([key, table[key]])
  return pairs
}
