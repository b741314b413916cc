import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { acceptFile, factsFor, rejectionOf } from './accept-file'
import type { Check } from './checks/check'
import { buildReport, notExamined } from './build-report'
import type { Examined } from './build-report'
import type { Profile } from './profile'
import { detectType, probe } from './probes/probe'
import type { Preview, ProbeLimits } from './probes/probe'
import type { EmbeddedPreview } from './report/embedded-preview'
import type { Plan, Report } from './report'

export interface CheckOptions {
  profile: Profile
  catalogue: ReadonlyMap<string, Check>
  limits: ProbeLimits
  signal: AbortSignal
  onProgress?: (phase: string, fraction?: number) => void
}

/**
 * A local file through the same probes and checks as an upload, without Box and Temporal. Throws when it
 * cannot be read.
 */
export async function checkFile(
  path: string,
  options: CheckOptions,
): Promise<{ report: Report; previews: EmbeddedPreview[] }> {
  const { mtime, size } = await stat(path)
  const scratch = await mkdtemp(join(tmpdir(), 'qc-check-'))
  try {
    const { sha1, sha256 } = await hashesOf(path, options.signal)
    // The tools see a name of our own making, never the person's.
    const source = join(scratch, 'source')
    await symlink(await realpath(path), source)
    const file = { source, scratch, name: basename(path), sizeBytes: size, sha256 }
    const { plan, examined, previews } = await examine(file, options)
    const identity = {
      ...nowhere,
      fileName: file.name,
      sizeBytes: size,
      sha1,
      sha256,
      eventTime: mtime.toISOString(),
    }
    return {
      report: buildReport(identity, plan, examined, options.catalogue),
      previews: await embedded(previews, join(scratch, 'previews')),
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** A local file has no client, no session and no run. */
const nowhere = {
  session: 'local',
  clientId: 'local',
  clientName: 'Local file',
  fileId: '-',
  versionId: '-',
  workflowId: '-',
}

interface LocalFile {
  source: string
  scratch: string
  name: string
  sizeBytes: number
  sha256: string
}

interface Findings {
  plan: Plan
  examined: Examined
  previews: Preview[]
}

async function examine(
  { source, scratch, name, sizeBytes, sha256 }: LocalFile,
  options: CheckOptions,
): Promise<Findings> {
  const { profile, catalogue, limits, signal, onProgress } = options
  const base = { profile: { id: profile.id, title: profile.title, version: profile.version }, checks: [] }
  if (sizeBytes > profile.maxBytes) {
    const message = `The file is ${sizeBytes} bytes large; "${profile.title}" takes ${profile.maxBytes} bytes at most.`
    return {
      plan: { ...base, rejection: { type: 'too_large', message } },
      examined: notExamined,
      previews: [],
    }
  }
  const accepted = acceptFile(name, await detectType(source), profile, catalogue)
  if ('rejection' in accepted) return { plan: { ...base, ...accepted }, examined: notExamined, previews: [] }
  const [scratchDir, previewDir] = [join(scratch, 'work'), join(scratch, 'previews')]
  await Promise.all([mkdir(scratchDir), mkdir(previewDir)])
  const result = await probe({
    path: source,
    name,
    sizeBytes,
    sha256,
    scratchDir,
    previewDir,
    signal,
    limits,
    wants: factsFor(accepted.medium, accepted.checks, catalogue),
    onProgress: ({ phase, fraction }) => onProgress?.(phase, fraction),
  })
  const rejection = rejectionOf(result, accepted.medium)
  const plan =
    rejection === undefined ? { ...base, ...accepted } : { ...base, medium: accepted.medium, rejection }
  return {
    plan,
    examined: rejection === undefined ? result : notExamined,
    previews: rejection === undefined ? result.previews : [],
  }
}

async function hashesOf(path: string, signal: AbortSignal): Promise<{ sha1: string; sha256: string }> {
  const [sha1, sha256] = [createHash('sha1'), createHash('sha256')]
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        sha1.update(chunk)
        sha256.update(chunk)
      }
    },
    { signal },
  )
  return { sha1: sha1.digest('hex'), sha256: sha256.digest('hex') }
}

function embedded(previews: Preview[], folder: string): Promise<EmbeddedPreview[]> {
  return Promise.all(
    previews.map(async (preview) => ({ ...preview, bytes: await readFile(join(folder, preview.file)) })),
  )
}
