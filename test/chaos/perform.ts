import { setTimeout as sleep } from 'node:timers/promises'

import type { Uploaded } from '../../sandbox/simulated-box/control-client'
import { image } from '../support/small-assets'
import type { ChaosClient } from './chaos-clients'
import type { ChaosInstallation } from './chaos-installation'
import type { ChaosAction, FileChange } from './plan-chaos'

interface KnownFile extends Uploaded {
  client: ChaosClient
  folder: number
  changes: number
}

type KnownFiles = Map<number, KnownFile>

export interface Performer {
  /** Does what was planned; a person's change that Box refuses because the file has moved on is skipped. */
  perform(action: ChaosAction): Promise<void>
  /** How many actions were done, by kind; `skipped` counts the rest. */
  counts: Record<string, number>
}

export function createPerformer(chaos: ChaosInstallation, seed: number): Performer {
  const files: KnownFiles = new Map()
  const counts: Record<string, number> = {}
  const perform = async (action: ChaosAction) => {
    try {
      await act(chaos, files, seed, action)
      counts[action.kind] = (counts[action.kind] ?? 0) + 1
    } catch (error) {
      const isRefused = error instanceof Error && /control API: 4\d\d/.test(error.message)
      if (!isRefused) throw error
      counts.skipped = (counts.skipped ?? 0) + 1
    }
  }
  return { perform, counts }
}

async function act(
  chaos: ChaosInstallation,
  files: KnownFiles,
  seed: number,
  action: ChaosAction,
): Promise<unknown> {
  const { control } = chaos
  switch (action.kind) {
    case 'upload':
      return upload(chaos, files, seed, action)
    case 'newVersion':
    case 'trash':
    case 'dragToOther':
    case 'outAndBack':
      return changeFile(chaos, files.get(action.number), action.kind)
    case 'killWorker':
    case 'killGateway':
      chaos.signal(pickOf(chaos.names(partOf(action.kind)), action.pick), 'SIGKILL')
      return
    case 'wipeDisk':
      chaos.wipeDisk(pickOf(chaos.names('worker'), action.pick))
      return
    case 'replaceHost':
      return chaos.replaceHost(pickOf(chaos.names('worker'), action.pick))
    case 'killTemporal':
      for (const name of chaos.names('temporal')) chaos.signal(name, 'SIGKILL')
      return
    case 'freezeWorker':
    case 'freezeGateway':
      return freeze(chaos, pickOf(chaos.names(partOf(action.kind)), action.pick), action.forMs)
    case 'freezeTemporal':
      return freeze(chaos, chaos.names('temporal')[0], action.forMs)
    case 'freezeBox':
      return freeze(chaos, 'box', action.forMs)
    case 'expireTokens':
      return control.expireTokens(chaos.serviceAccountId)
    case 'swapConfig':
      chaos.swapConfig()
      return
    case 'revokeRole':
      return revokeRole(chaos, action)
    case 'duplicateDeliveries':
      return disturbFor(chaos, { duplicates: action.count }, { duplicates: 0 })
    case 'delayDeliveries':
      return disturbFor(chaos, { delayMs: action.count * 700 }, { delayMs: 0 })
    case 'reorderDeliveries':
      return disturbFor(chaos, { reorderNext: 1 + action.count }, { reorderNext: 0 })
    case 'loseDeliveries':
      return control.disturbDeliveries({ loseNext: action.count })
  }
}

function partOf(kind: string): 'worker' | 'gateway' {
  return kind.endsWith('Worker') ? 'worker' : 'gateway'
}

async function upload(
  chaos: ChaosInstallation,
  files: KnownFiles,
  seed: number,
  { number, client: clientIndex, folder }: Extract<ChaosAction, { kind: 'upload' }>,
): Promise<void> {
  const client = pickOf(chaos.clients, clientIndex)
  const folderId = pickOf(client.incoming, folder)
  const content = await image(seed * 100_003 + number)
  const name = `asset-${number}.png`
  const uploaded = await chaos.control.upload({ userId: client.personId, folderId, name, content })
  files.set(number, { ...uploaded, client, folder, changes: 0 })
}

async function changeFile(
  { control }: ChaosInstallation,
  file: KnownFile | undefined,
  kind: FileChange,
): Promise<void> {
  // Its upload has not ended yet.
  if (file === undefined) return
  const { fileId, client } = file
  file.changes += 1
  if (kind === 'newVersion') {
    const content = await image(Number(fileId.slice(-6)) * 31 + file.changes)
    await control.uploadVersion({ userId: client.personId, fileId, content })
    return
  }
  if (kind === 'trash') return control.trash(fileId)
  const home = pickOf(client.incoming, file.folder)
  if (kind === 'outAndBack') {
    await control.move({ id: fileId, parentId: client.elsewhere })
    return control.move({ id: fileId, parentId: home })
  }
  file.folder = 1 - file.folder
  return control.move({ id: fileId, parentId: pickOf(client.incoming, file.folder) })
}

async function freeze(chaos: ChaosInstallation, name: string | undefined, forMs: number): Promise<void> {
  if (name === undefined) return
  chaos.signal(name, 'SIGSTOP')
  await sleep(forMs)
  chaos.signal(name, 'SIGCONT')
}

async function revokeRole(
  { control, clients, serviceAccountId: userId }: ChaosInstallation,
  { client: index, forMs }: Extract<ChaosAction, { kind: 'revokeRole' }>,
): Promise<void> {
  const { incoming, reports } = pickOf(clients, index)
  const folders = [...incoming, reports]
  for (const folderId of folders) await control.setRole({ folderId, userId, role: null })
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

function pickOf<T>(list: readonly T[], pick: number): T {
  const found = list[pick % Math.max(1, list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
