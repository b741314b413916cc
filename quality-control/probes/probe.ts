import { readdir, rm, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

import type { Medium } from '../report'
import type { FactKey } from '../facts/facts'
import type { FileFacts } from '../facts/file'
import { probeBanner } from './banner/probe-banner'
import { detectType } from './detect-type'
import type { DetectedType } from './detected-type'
import { describeDisclosure, disclosureIn } from './disclosure/disclosure-in'
import { accidentOf, HostAccident, ToolCrash } from './host-accident'
import { probeImage } from './image/probe-image'
import { probePdf } from './pdf/probe-pdf'
import type { Probe, ProbedMedium, ProbeInput, ProbeResult } from './probe-types'
import { probeVideo } from './video/probe-video'

export { probeVersion } from './probe-version'
export { detectType } from './detect-type'
export type { DetectedType } from './detected-type'
export type { Preview, ProbeInput, ProbeLimits, ProbeResult } from './probe-types'

const probes: Record<Medium, Probe> = {
  image: probeImage,
  pdf: probePdf,
  video: probeVideo,
  audio: probeVideo,
  banner: probeBanner,
}

/** The facts that each medium's probe provides: when it fails, these are missing. */
const factsOf: Record<Medium, FactKey[]> = {
  image: ['integrity', 'image', 'text', 'codes'],
  pdf: ['integrity', 'pdf', 'text', 'codes'],
  video: ['integrity', 'video', 'audio', 'text', 'codes'],
  audio: ['integrity', 'audio'],
  banner: ['integrity', 'banner', 'rendering'],
}

/**
 * Turns one file into facts. Its content decides its type, never its name; a file of no supported medium
 * (a playlist, an SVG, a program) is never opened by a decoder. Throws on cancel and a `HostAccident`. Every
 * other failure of a probe leaves `problems` and `isTransient`.
 */
export async function probe(input: ProbeInput): Promise<ProbeResult> {
  input.signal.throwIfAborted()
  const detected = await detectType(input.path)
  const { medium } = detected
  const { privacy, ...probed } = medium === undefined ? nothing : await open(medium, input)
  await requireSource(input)
  const disclosure = medium === undefined ? undefined : await disclosureIn(input, detected.mime)
  const file = { ...fileFacts(input, detected, privacy), ...(disclosure && { disclosure }) }
  const technicalFacts = [...probed.technicalFacts, ...describeDisclosure(disclosure)]
  return { ...probed, technicalFacts, medium, facts: { ...probed.facts, file } }
}

/** What the tools said of a file that was removed from this disk meanwhile says nothing about it. */
async function requireSource({ path, sizeBytes }: ProbeInput): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size
  if (size !== sizeBytes)
    throw new HostAccident(
      `the file on this host was ${size === undefined ? 'removed' : 'changed'} while it was read`,
    )
}

const nothing: ProbedMedium = { facts: {}, problems: {}, previews: [], technicalFacts: [], tools: [] }

async function open(medium: Medium, input: ProbeInput): Promise<ProbedMedium> {
  try {
    return await twiceAfterCrash(medium, input)
  } catch (error) {
    input.signal.throwIfAborted()
    const accident = accidentOf(error)
    if (accident !== undefined) throw accident
    const reason = `The file could not be read: ${error instanceof Error ? error.message : String(error)}`
    return {
      ...nothing,
      problems: Object.fromEntries(factsOf[medium].map((key) => [key, reason])),
      isTransient: true,
    }
  }
}

/** A decoder that crashes twice on one file crashes because of it; one crash may have another reason. */
async function twiceAfterCrash(medium: Medium, input: ProbeInput): Promise<ProbedMedium> {
  try {
    return await probes[medium](input)
  } catch (error) {
    if (!(error instanceof ToolCrash)) throw error
    input.signal.throwIfAborted()
    await Promise.all([emptyFolder(input.scratchDir), emptyFolder(input.previewDir)])
    return probes[medium]({ ...input, limits: { ...input.limits, reportsCrash: true } })
  }
}

async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
}

function fileFacts(
  { name, sizeBytes, sha256 }: ProbeInput,
  detected: DetectedType,
  privacy: ProbedMedium['privacy'],
): FileFacts {
  return {
    name,
    extension: extname(name).slice(1).toLowerCase(),
    sizeBytes,
    sha256,
    detectedType: detected.type,
    detectedMime: detected.mime,
    typeDescription: detected.description,
    typeExtensions: detected.extensions,
    privacy: { hasGps: false, hasSerialNumber: false, hasAuthor: false, ...privacy },
  }
}
