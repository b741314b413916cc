import { setTimeout as sleep } from 'node:timers/promises'

import { changeFile, type KnownFile, uploadFile } from './change-file'
import type { ChaosInstallation } from './chaos-installation'
import type { ChaosAction, FileChange } from './plan-chaos'
import { resetRun } from './reset-run'

export interface Performer {
  /** Does what was planned; a person's change that Box refuses because the file has moved on is skipped. */
  perform(action: ChaosAction): Promise<void>
  /** How many actions were done, by kind; `skipped` counts the rest. */
  counts: Record<string, number>
  /** SHA-1 of the files that were damaged on purpose. */
  damaged: string[]
}

interface Stage {
  chaos: ChaosInstallation
  files: Map<number, KnownFile>
  damaged: string[]
  seed: number
}

export function createPerformer(chaos: ChaosInstallation, seed: number): Performer {
  const stage: Stage = { chaos, files: new Map(), damaged: [], seed }
  const counts: Record<string, number> = {}
  const perform = async (action: ChaosAction) => {
    let isDone: boolean
    try {
      isDone = (await act(stage, action)) !== false
    } catch (error) {
      const isRefused = error instanceof Error && /control API: 4\d\d/.test(error.message)
      if (!isRefused) throw error
      isDone = false
    }
    const key = isDone ? action.kind : 'skipped'
    counts[key] = (counts[key] ?? 0) + 1
  }
  return { perform, counts, damaged: stage.damaged }
}

/** False when it could not be done. */
async function act(stage: Stage, action: ChaosAction): Promise<unknown> {
  const { chaos } = stage
  const { control } = chaos
  switch (action.kind) {
    case 'upload':
      return upload(stage, action)
    case 'newVersion':
    case 'trash':
    case 'trashAndRestore':
    case 'rename':
    case 'dragToOther':
    case 'outAndBack':
    case 'dragBack': {
      const file = stage.files.get(action.number)
      // Its upload has not ended yet.
      return file !== undefined && changeFile(control, file, action.kind)
    }
    case 'resetRun': {
      const file = stage.files.get(action.number)
      return file !== undefined && resetRun(chaos.temporalAddress, file, action.share)
    }
    case 'expireTokens':
      return control.expireTokens(chaos.serviceAccountId)
    case 'swapConfig':
      chaos.swapConfig()
      return
    case 'breakConfig':
      chaos.swapConfig(action.fault)
      await sleep(action.forMs)
      chaos.swapConfig()
      return
    case 'revokeRole':
      return changeRole(chaos, action, null)
    case 'lowerRole':
      return changeRole(chaos, action, 'viewer uploader')
    case 'duplicateDeliveries':
      return disturbFor(chaos, { duplicates: action.count }, { duplicates: 0 })
    case 'delayDeliveries':
      return disturbFor(chaos, { delayMs: action.count * 700 }, { delayMs: 0 })
    case 'reorderDeliveries':
      return disturbFor(chaos, { reorderNext: 1 + action.count }, { reorderNext: 0 })
    case 'loseDeliveries':
      return control.disturbDeliveries({ loseNext: action.count })
    default:
      return breakPart(chaos, action)
  }
}

type PartAction = Exclude<
  ChaosAction,
  | { kind: 'upload' | FileChange | 'resetRun' | 'expireTokens' | 'swapConfig' | 'breakConfig' }
  | { kind: 'revokeRole' | 'lowerRole' }
  | { kind: 'duplicateDeliveries' | 'delayDeliveries' | 'reorderDeliveries' | 'loseDeliveries' }
>

/** What happens to a process or its disk. False when there is no such process. */
async function breakPart(chaos: ChaosInstallation, action: PartAction): Promise<unknown> {
  const name = partOf(chaos, action)
  if (name === undefined) return false
  switch (action.kind) {
    case 'killTemporal':
    case 'killWorker':
    case 'killGateway':
      chaos.signal(name, 'SIGKILL')
      return
    case 'stopWorker':
    case 'stopGateway':
      chaos.signal(name, 'SIGTERM')
      return
    case 'freezeTemporal':
    case 'freezeBox':
    case 'freezeWorker':
    case 'freezeGateway':
      return freeze(chaos, name, action.forMs)
    case 'killTools':
      chaos.killTools(name)
      return
    case 'wipeDisk':
      chaos.wipeDisk(name)
      return
    case 'replaceHost':
      return chaos.replaceHost(name)
    case 'fillDisk':
      if (!chaos.fillDisk(name, action.leaveBytes)) return false
      await sleep(action.forMs)
      chaos.clearDisk(name)
      return
  }
}

/** An existing cluster is none of ours: then there is no `temporal`. */
function partOf(chaos: ChaosInstallation, action: PartAction): string | undefined {
  if (action.kind === 'freezeBox') return 'box'
  if (!('pick' in action)) return chaos.names('temporal')[0]
  return pickOf(chaos.names(action.kind.endsWith('Gateway') ? 'gateway' : 'worker'), action.pick)
}

async function upload(
  { chaos, files, damaged, seed }: Stage,
  action: Extract<ChaosAction, { kind: 'upload' }>,
): Promise<void> {
  const client = pickOf(chaos.clients, action.client)
  if (client === undefined) return
  const file = await uploadFile(chaos.control, client, action, seed)
  files.set(action.number, file)
  if (action.isDamaged) damaged.push(file.sha1)
}

async function freeze(chaos: ChaosInstallation, name: string, forMs: number): Promise<void> {
  chaos.signal(name, 'SIGSTOP')
  await sleep(forMs)
  chaos.signal(name, 'SIGCONT')
}

async function changeRole(
  { control, clients, serviceAccountId: userId }: ChaosInstallation,
  { client: index, forMs }: { client: number; forMs: number },
  role: 'viewer uploader' | null,
): Promise<void> {
  const client = pickOf(clients, index)
  const folders = client === undefined ? [] : [...client.incoming, client.reports]
  for (const folderId of folders) await control.setRole({ folderId, userId, role })
  await sleep(forMs)
  for (const folderId of folders) await control.setRole({ folderId, userId, role: 'editor' })
}

type Disturbances = Parameters<ChaosInstallation['control']['disturbDeliveries']>[0]

async function disturbFor(
  { control }: ChaosInstallation,
  start: Disturbances,
  end: Disturbances,
): Promise<void> {
  await control.disturbDeliveries(start)
  await sleep(3_000)
  await control.disturbDeliveries(end)
}

function pickOf<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(1, list.length)]
}
