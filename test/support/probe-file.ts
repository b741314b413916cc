import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { FactKey } from '../../quality-control/facts/facts'
import { probe } from '../../quality-control/probes/probe'
import type { ProbeInput, ProbeResult } from '../../quality-control/probes/probe'

/**
 * Probes bytes as a worker would: under a neutral name, in their own folders below the system's temp folder.
 */
export async function probeBytes(
  bytes: Buffer,
  { name = 'asset', wants = [], ...changes }: Partial<Omit<ProbeInput, 'wants'>> & { wants?: FactKey[] } = {},
): Promise<ProbeResult & { previewDir: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'qc-probe-'))
  const path = join(folder, 'source')
  const [scratchDir, previewDir] = [join(folder, 'scratch'), join(folder, 'previews')]
  mkdirSync(scratchDir)
  mkdirSync(previewDir)
  writeFileSync(path, bytes)
  const result = await probe({
    path,
    name,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    scratchDir,
    previewDir,
    signal: new AbortController().signal,
    wants: new Set(wants),
    limits: { searchPath: process.env.PATH ?? '', timeoutMs: 30_000, memoryBytes: 2e9, maxPixels: 100e6 },
    onProgress: () => undefined,
    ...changes,
  })
  return { ...result, previewDir }
}

export function fixture(file: string): Buffer {
  return readFileSync(join(__dirname, '../fixtures', file))
}
