import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Report } from '../../workflows/contract'
import type { EmbeddedPreview } from '../../quality-control/report/embedded-preview'
import { hasCode } from '../store/has-code'
import type { Dependencies } from './dependencies'

/**
 * The images of a report, which `checks` left on this host. Undefined when they are gone: another host made
 * them, they were evicted, or a tool was updated meanwhile. A rejected asset has none.
 */
export async function readPreviews(
  { store, media }: Pick<Dependencies, 'store' | 'media'>,
  { medium, rejection, sha256 }: Report,
): Promise<EmbeddedPreview[] | undefined> {
  if (medium === undefined || rejection !== undefined || sha256 === undefined) return []
  const stored = await store.facts.get({ sha256, probeVersion: await media.probeVersion() })
  if (stored === undefined) return undefined
  try {
    return await Promise.all(
      stored.result.previews.map(async (preview) => ({
        ...preview,
        bytes: await readFile(join(stored.previewDir, preview.file)),
      })),
    )
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
