import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { acceptFile, acceptProbed, factsFor, rejectionBySize } from './accept-file'
import type { Check } from './checks/check'
import { buildReport, notProbed } from './build-report'
import type { Probed } from './build-report'
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
 * Checks a local file with the same probes and checks as an upload, without Box and Temporal. Throws when
 * the file cannot be read.
 */
export async function checkFile(
  path: string,
  options: CheckOptions,
): Promise<{ report: Report; previews: EmbeddedPreview[] }> {
  const { mtime, size } = await stat(path)
  const scratch = await mkdtemp(join(tmpdir(), 'qc-check-'))
  try {
    const { sha1, sha256 } = await hashesOf(path, options.signal)
    // The tools get a name of ours, never the name of the upload.
    const source = join(scratch, 'source')
    await symlink(await realpath(path), source)
    const file = { source, scratch, name: basename(path), sizeBytes: size, sha256 }
    const { plan, probed, previews } = await probeAndPlan(file, options)
    const identity = {
      ...nowhere,
      fileName: file.name,
      sizeBytes: size,
      sha1,
      sha256,
      eventTime: mtime.toISOString(),
    }
    return {
      report: buildReport(identity, plan, probed, options.catalogue),
      previews: await embedded(previews, join(scratch, 'previews')),
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** A local file has no client, session or run. */
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

interface ProbedFile {
  plan: Plan
  probed: Probed
  previews: Preview[]
}

async function probeAndPlan(
  { source, scratch, name, sizeBytes, sha256 }: LocalFile,
  options: CheckOptions,
): Promise<ProbedFile> {
  const { profile, catalogue, limits, signal, onProgress } = options
  const base = { profile: { id: profile.id, title: profile.title, version: profile.version }, checks: [] }
  const tooLargeOrEmpty = rejectionBySize(sizeBytes, profile)
  if (tooLargeOrEmpty !== undefined)
    return { plan: { ...base, rejection: tooLargeOrEmpty }, probed: notProbed, previews: [] }
  const accepted = acceptFile(await detectType(source), profile, catalogue)
  if ('rejection' in accepted) return { plan: { ...base, ...accepted }, probed: notProbed, previews: [] }
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
  const plan = { ...base, ...acceptProbed(result, accepted, profile) }
  if ('rejection' in plan) return { plan, probed: notProbed, previews: [] }
  return { plan, probed: result, previews: result.previews }
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
