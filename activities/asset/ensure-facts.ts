import { mkdir } from 'node:fs/promises'
import { extname, join } from 'node:path'

import type { Upload } from '../../workflows/contract'
import type { Work } from '../worker/as-activity'
import type { FactKey } from '../../quality-control/facts/facts'
import type { Dependencies } from './dependencies'
import { type StoredFacts, previewsFolder } from '../store/facts-cache'
import type { LocalAsset } from '../store/create-store'

/** The asset's facts: from the cache when these bytes were probed before, else from a probe. */
export async function ensureFacts(
  deps: Dependencies,
  work: Work,
  upload: Upload,
  asset: LocalAsset,
  { wants }: { wants: ReadonlySet<FactKey> },
): Promise<StoredFacts> {
  const key = { sha256: asset.sha256, probeVersion: await deps.media.probeVersion() }
  return deps.store.facts.inTurn(key, async () => {
    const cached = await deps.store.facts.get(key)
    const isGood = cached !== undefined && cached.isStale !== true
    if (isGood && [...wants].every((fact) => cached.wants.includes(fact))) return named(cached, upload)
    work.signal.throwIfAborted()
    const allWants = new Set([...wants, ...(cached?.wants ?? [])])
    return named(await probe(deps, work, upload, asset, allWants), upload)
  })
}

async function probe(
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
    // After an accident the facts serve this run only; the next one probes again.
    return await store.facts.put(key, { wants: [...wants], result, isStale: result.isTransient }, kept.dir)
  } finally {
    // A failed clean-up must not replace the failure of the probe; the janitor removes the rest.
    await Promise.allSettled([scratch.remove(), kept.remove()])
  }
}

/** The same bytes can have many names; only these two facts depend on the name. */
function named(stored: StoredFacts, { name }: Upload): StoredFacts {
  const { facts } = stored.result
  if (facts.file === undefined) return stored
  const file = { ...facts.file, name, extension: extname(name).slice(1).toLowerCase() }
  return { ...stored, result: { ...stored.result, facts: { ...facts, file } } }
}
