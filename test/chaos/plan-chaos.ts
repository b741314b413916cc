import { createRandom, type Random } from '../fuzz/random'

export interface ChaosOptions {
  uploads: number
  seed: number
  minutes: number
  /** Loses deliveries, too: only a sweep finds those uploads. */
  hasSweep: boolean
}

/**
 * `number` is that of an upload. `pick` chooses among the workers or gateways that are there at that time.
 */
export type ChaosAction =
  | { kind: 'upload'; number: number; client: number; folder: number }
  | { kind: FileChange; number: number }
  | { kind: 'killWorker' | 'killGateway' | 'wipeDisk' | 'replaceHost'; pick: number }
  | { kind: 'freezeWorker' | 'freezeGateway'; pick: number; forMs: number }
  | { kind: 'killTemporal' | 'expireTokens' | 'swapConfig' }
  | { kind: 'freezeTemporal' | 'freezeBox'; forMs: number }
  | { kind: 'revokeRole'; client: number; forMs: number }
  | {
      kind: 'duplicateDeliveries' | 'delayDeliveries' | 'reorderDeliveries' | 'loseDeliveries'
      count: number
    }

export type FileChange = 'newVersion' | 'trash' | 'dragToOther' | 'outAndBack'

export interface PlannedAction {
  atMs: number
  action: ChaosAction
}

const pickRange = 1_000_000

/** What happens to one upload in a hundred (file actions), and once in so many seconds (all others). */
const sharePerUpload = { newVersion: 0.06, trash: 0.04, dragToOther: 0.06, outAndBack: 0.04 } as const
const secondsBetween = {
  ...{ killWorker: 15, freezeWorker: 20, wipeDisk: 45, replaceHost: 60 },
  ...{ killGateway: 20, freezeGateway: 25, killTemporal: 45, freezeTemporal: 40, freezeBox: 50 },
  ...{ expireTokens: 30, swapConfig: 20, revokeRole: 40 },
  ...{ duplicateDeliveries: 10, delayDeliveries: 15, reorderDeliveries: 15, loseDeliveries: 20 },
} as const
/** A person changes a file while its run is likely to be under way. */
const changeWithinMs = 4_000

/** All that will happen, in order of time: the same for the same options. */
export function planChaos(options: ChaosOptions): PlannedAction[] {
  const random = createRandom(options.seed)
  const lengthMs = options.minutes * 60_000
  const planned: PlannedAction[] = []
  for (let number = 0; number < options.uploads; number += 1) {
    const atMs = random.below(lengthMs)
    const upload = { kind: 'upload', number, client: random.below(2), folder: random.below(2) } as const
    planned.push({ atMs, action: upload })
    for (const [kind, share] of entries(sharePerUpload))
      if (random.isTrue(share))
        planned.push({ atMs: atMs + random.below(changeWithinMs), action: { kind, number } })
  }
  for (const [kind, seconds] of entries(secondsBetween)) {
    if (kind === 'loseDeliveries' && !options.hasSweep) continue
    const expected = lengthMs / 1_000 / seconds
    const count = Math.floor(expected) + (random.isTrue(expected % 1) ? 1 : 0)
    for (let done = 0; done < count; done += 1)
      planned.push({ atMs: random.below(lengthMs), action: disturbance(kind, random) })
  }
  return planned.sort((a, b) => a.atMs - b.atMs)
}

function disturbance(kind: keyof typeof secondsBetween, random: Random): ChaosAction {
  const pick = random.below(pickRange)
  const forMs = 500 + random.below(9_500)
  switch (kind) {
    case 'killWorker':
    case 'killGateway':
    case 'wipeDisk':
    case 'replaceHost':
      return { kind, pick }
    case 'freezeWorker':
    case 'freezeGateway':
      return { kind, pick, forMs }
    case 'freezeTemporal':
    case 'freezeBox':
      return { kind, forMs: Math.ceil(forMs / 2) }
    case 'revokeRole':
      return { kind, client: random.below(2), forMs }
    case 'duplicateDeliveries':
    case 'delayDeliveries':
    case 'reorderDeliveries':
    case 'loseDeliveries':
      return { kind, count: 1 + random.below(4) }
    default:
      return { kind }
  }
}

function entries<T extends object>(table: T): [Extract<keyof T, string>, T[keyof T]][] {
  const pairs: [Extract<keyof T, string>, T[keyof T]][] = []
  for (const key in table) pairs.push([key, table[key]])
  return pairs
}
