import type { Accepted, Medium, PlannedCheck, ProgrammeLayout, Rejection } from './report'
import type { DetectedType, ProbeResult } from './probes/probe'
import type { Check } from './checks/check'
import type { FactKey } from './facts/facts'
import { withArticle } from './checks/article'
import { tooLarge } from './checks/file-size'
import { planChecks } from './plan-checks'
import type { Profile } from './profile'

/** Accepted: what it is and the checks of its medium. Rejected: why, in the client's words. */
export type Acceptance =
  | { medium: Medium; checks: PlannedCheck[]; programme?: ProgrammeLayout }
  | { medium?: Medium; rejection: Rejection }

/** A file that needs no download to be rejected: empty, or larger than the profile accepts. */
export function rejectionBySize(sizeBytes: number, profile: Profile): Rejection | undefined {
  const accepts = acceptedBy(profile)
  const empty = 'The file is empty (0 bytes). Export it again and upload it again.'
  if (sizeBytes === 0) return { type: 'empty', message: empty, accepts }
  const finding = tooLarge(sizeBytes, profile.maxBytes)
  return finding && { type: 'too_large', message: finding.message, accepts }
}

function acceptedBy({ extensions, maxBytes }: Profile): Accepted {
  return { formats: extensions.map((one) => one.toUpperCase()), maxBytes }
}

/**
 * Decides by content whether the profile is for this file. A name that disagrees with the content is a
 * finding of `file/type`, not a rejection.
 */
export function acceptFile(
  detected: DetectedType,
  profile: Profile,
  catalogue: ReadonlyMap<string, Check>,
): Acceptance {
  const { medium } = detected
  if (medium === undefined || !profile.media.includes(medium))
    return { medium, rejection: { ...unexpectedType(detected, profile), accepts: acceptedBy(profile) } }
  return { medium, checks: checksFor(medium, profile, catalogue) }
}

/**
 * Decides again when the file was probed: whether it can be checked at all, and whether a video has video. A
 * failure of ours is no rejection.
 */
export function acceptProbed(
  { facts, problems, isTransient }: ProbeResult,
  { medium, checks }: { medium: Medium; checks: PlannedCheck[] },
  profile: Profile,
): Acceptance {
  const { programme } = profile
  if (isTransient === true) return { medium, checks, programme }
  const rejection = unreadable(facts, medium) ?? unsupported(facts, problems[medium], medium, profile)
  const accepts = acceptedBy(profile)
  if (rejection !== undefined) return { medium, rejection: { ...rejection, accepts } }
  const isAudioOnly = medium === 'video' && facts.video === undefined && facts.audio !== undefined
  if (!isAudioOnly) return { medium, checks, programme }
  if (profile.media.includes('audio'))
    return { medium: 'audio', checks: checks.filter(({ id }) => isFor('audio', id)) }
  const message = 'The file contains audio but no video. Export it again with its video.'
  return { medium: 'audio', rejection: { type: 'unexpected_type', message, accepts } }
}

/** The facts that these checks read, and those that `acceptProbed` needs. */
export function factsFor(
  medium: Medium,
  checks: { id: string }[],
  catalogue: ReadonlyMap<string, Check>,
): Set<FactKey> {
  return new Set([...checks.flatMap(({ id }) => catalogue.get(id)?.needs ?? []), medium, 'integrity'])
}

const rooms: Record<Medium, string[]> = {
  image: ['file', 'image', 'copy'],
  pdf: ['file', 'pdf', 'copy'],
  video: ['file', 'video', 'audio', 'copy'],
  audio: ['file', 'audio', 'copy'],
  banner: ['file', 'banner'],
}

/** A profile may cover several media: checks of another medium are left out of the plan. */
function checksFor(medium: Medium, profile: Profile, catalogue: ReadonlyMap<string, Check>): PlannedCheck[] {
  return planChecks(profile, catalogue).filter(({ id }) => isFor(medium, id))
}

function isFor(medium: Medium, id: string): boolean {
  return rooms[medium].includes(id.split('/')[0] ?? '')
}

function unexpectedType({ type, description }: DetectedType, profile: Profile): Rejection {
  if (type === 'unknown') {
    const message = `The file format is not recognised. The file is probably damaged. ${deliver(profile)}`
    return { type: 'corrupt', message }
  }
  return {
    type: type === 'empty' ? 'empty' : 'unexpected_type',
    message:
      `The file is ${withArticle(description)}, which "${profile.title}" does not accept. ` +
      deliver(profile),
  }
}

function deliver({ extensions }: Profile): string {
  const [last = '', ...others] = extensions.map((one) => one.toUpperCase()).reverse()
  return `Deliver ${others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`}.`
}

function unreadable({ integrity, file }: ProbeResult['facts'], medium: Medium): Rejection | undefined {
  if (integrity?.isDecodable !== false) return undefined
  const [detail = ''] = integrity.errors
  const known = causes.find(({ says }) => says.test(detail))
  if (known !== undefined) return { type: known.type, message: known.message ?? detail, detail }
  const unknownVariant = integrity.errors.find((line) => unsupportedVariant.test(line))
  if (unknownVariant !== undefined) {
    const what = file?.typeDescription ?? 'file'
    const message = `This kind of ${what} is not supported. ${commonFormat[medium]}`
    return { type: 'unsupported', message, detail: unknownVariant }
  }
  return { type: 'corrupt', message: 'The file is damaged. Export it again and upload it again.', detail }
}

interface Cause {
  /** What a tool or a probe says. */
  says: RegExp
  type: Rejection['type']
  /** For the client; absent where the probe's own sentence is plain. */
  message?: string
}

const causes: Cause[] = [
  {
    says: /password|encrypt/i,
    type: 'unsupported',
    message: 'The file is protected by a password. Save it without a password and upload it again.',
  },
  {
    says: /moov atom not found|truncated|premature|unexpected end|end of file/i,
    type: 'corrupt',
    message: 'The upload broke off. Export it again or upload it again.',
  },
  { says: /\bat most .*(decoded|supported)/i, type: 'unsupported' },
]

const commonFormat: Record<Medium, string> = {
  image: 'Deliver it as an 8-bit JPEG, PNG or TIFF.',
  pdf: 'Export it again as PDF 1.7 or older.',
  video: 'Deliver it as MP4 with H.264 video and AAC stereo audio, or as ProRes in MOV.',
  audio: 'Deliver it as WAV or AAC in mono, stereo or 5.1.',
  banner: 'Deliver it as a ZIP archive without a password, with index.html at its top.',
}

/**
 * How decoders say that a file is fine but beyond them: by general words, libvips of 12 bits a sample, and
 * ffmpeg of a BMP whose channels come in a rare order.
 */
const unsupportedVariant = new RegExp(
  [
    'unsupported|not (currently |yet )?(supported|implemented)|unknown codec|no decoder|decoder .*not found',
    'not a whole number of bytes|unknown bitfields',
  ].join('|'),
  'i',
)

/** Formats that no tool here can open, such as HEIC: the facts of the medium are missing for good. */
function unsupported(
  facts: ProbeResult['facts'],
  problem: string | undefined,
  medium: Medium,
  profile: Profile,
): Rejection | undefined {
  if (problem === undefined || facts[medium] !== undefined) return undefined
  return {
    type: 'unsupported',
    message: problem.includes('Deliver') ? problem : `${problem} ${deliver(profile)}`,
  }
}
