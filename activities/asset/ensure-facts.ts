import { mkdir } from 'node:fs/promises'
import { extname, join } from 'node:path'

import type { Upload } from '../../workflows/contract'
import type { Work } from '../worker/as-activity'
import type { FactKey } from '../../quality-control/facts/facts'
import type { Dependencies } from './dependencies'
import { type StoredFacts, previewsFolder } from '../store/facts-cache'
import type { LocalAsset } from '../store/create-store'

export interface WantedFacts {
  wants: ReadonlySet<FactKey>
  /** Facts with gaps that were judged already will do: for the report's pictures. */
  acceptsStale?: boolean
}

/**
 * The asset's facts: from the cache when its bytes were analysed before, else from a probe, which opens them
 * once.
 */
export async function ensureFacts(
  deps: Dependencies,
  work: Work,
  upload: Upload,
  asset: LocalAsset,
  wanted: WantedFacts,
): Promise<StoredFacts> {
  const key = { sha256: asset.sha256, probeVersion: await deps.media.probeVersion() }
  return deps.store.facts.inTurn(key, async () => {
    const cached = await deps.store.facts.get(key)
    const isGood = cached !== undefined && (cached.isStale !== true || wanted.acceptsStale === true)
    if (isGood && [...wanted.wants].every((fact) => cached.wants.includes(fact))) return named(cached, upload)
    work.signal.throwIfAborted()
    const wants = new Set([...wanted.wants, ...(cached?.wants ?? [])])
    return named(await analyse(deps, work, upload, asset, wants), upload)
  })
}

async function analyse(
  deps: Dependencies,
  work: Work,
  upload: Upload,
  asset: LocalAsset,
  wants: Set<FactKey>,
): Promise<StoredFacts> {
  const { store, media } = deps
  const [scratch, kept] = await Promise.all([store.scratch(), store.scratch()])
  try {
    const previewDir = join(kept.dir, previewsFolder)
    await mkdir(previewDir)
    const { name, sizeBytes } = upload
    const { signal, onProgress } = work
    const input = {
      ...asset,
      name,
      sizeBytes,
      scratchDir: scratch.dir,
      previewDir,
      signal,
      wants,
      limits: media.limits,
      onProgress,
    }
    const result = await media.probe(input)
    const key = { sha256: asset.sha256, probeVersion: await media.probeVersion() }
    // What went wrong by accident serves this run's judgement and its report, and is looked at anew after
    // that.
    return await store.facts.put(key, { wants: [...wants], result, isStale: result.isTransient }, kept.dir)
  } finally {
    await Promise.all([scratch.remove(), kept.remove()])
  }
}

/** The same bytes come under many names; only these two facts depend on it. */
function named(stored: StoredFacts, { name }: Upload): StoredFacts {
  const { facts } = stored.result
  if (facts.file === undefined) return stored
  const file = { ...facts.file, name, extension: extname(name).slice(1).toLowerCase() }
  return { ...stored, result: { ...stored.result, facts: { ...facts, file } } }
}
