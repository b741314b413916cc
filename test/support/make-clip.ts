import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { FactKey, Facts } from '../../quality-control/facts/facts'
import { probe, type ProbeResult } from '../../quality-control/probes/probe'

export interface ClipFolder {
  /** Makes a file with ffmpeg, from arguments without the output, and returns its path. */
  make: (name: string, args: string[]) => string
  /** Probes a file as a worker would. */
  probe: (
    path: string,
    changes?: { wants?: FactKey[]; signal?: AbortSignal; timeoutMs?: number },
  ) => Promise<ProbeResult>
  /** The facts of a clip just made, all of them present. */
  factsOf: (name: string, args: string[]) => Promise<Facts>
  path: (name: string) => string
  remove: () => void
}

/** A temporary folder of clips. */
export function clipFolder(): ClipFolder {
  const folder = mkdtempSync(join(tmpdir(), 'qc-clips-'))
  const path = (name: string) => join(folder, name)
  const make = (name: string, args: string[]) => {
    const result = spawnSync('ffmpeg', [
      '-hide_banner',
      '-loglevel',
      'error',
      '-nostdin',
      '-y',
      ...args,
      path(name),
    ])
    if (result.status !== 0) throw new Error(`ffmpeg could not make ${name}: ${result.stderr.toString()}`)
    return path(name)
  }
  const look: ClipFolder['probe'] = async (file, { wants = [], signal, timeoutMs = 60_000 } = {}) => {
    const work = mkdtempSync(join(folder, 'probe-'))
    const [scratchDir, previewDir] = [join(work, 'scratch'), join(work, 'previews')]
    mkdirSync(scratchDir)
    mkdirSync(previewDir)
    return probe({
      ...{
        path: file,
        name: 'asset',
        sizeBytes: statSync(file).size,
        sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
      },
      ...{ scratchDir, previewDir, signal: signal ?? new AbortController().signal, wants: new Set(wants) },
      limits: { searchPath: process.env.PATH ?? '', timeoutMs, memoryBytes: 4e9, maxPixels: 50e6 },
      onProgress: () => undefined,
    })
  }
  const factsOf = async (name: string, args: string[]) => (await look(make(name, args))).facts as Facts
  return { make, probe: look, factsOf, path, remove: () => rmSync(folder, { recursive: true }) }
}

/** Arguments for a synthetic video of 320 x 180 at 25 frames a second, unless overridden. */
export const lavfi = (...graphs: string[]) => graphs.flatMap((graph) => ['-f', 'lavfi', '-i', graph])

/** Lossless, so that the generated frames are the judged ones. */
export const lossless = ['-c:v', 'ffv1', '-c:a', 'pcm_s24le']
export const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
