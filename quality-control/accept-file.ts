import { extname } from 'node:path'

import type { Medium, PlannedCheck, Rejection } from './report'
import type { DetectedType, ProbeResult } from './probes/probe'
import type { Check } from './checks/check'
import type { FactKey } from './facts/facts'
import { tooLarge } from './checks/file-size'
import { planChecks } from './plan-checks'
import type { Profile } from './profile'

/** Accepted: what it is and the checks of its medium. Rejected: why, in the client's words. */
export type Acceptance =
  { medium: Medium; checks: PlannedCheck[] } | { medium?: Medium; rejection: Rejection }

/** A file that needs no download to be rejected: empty, or larger than the profile accepts. */
export function rejectionBySize(sizeBytes: number, { maxBytes }: Profile): Rejection | undefined {
  if (sizeBytes === 0)
    return { type: 'empty', message: 'The file is empty (0 bytes). Export it again and upload it again.' }
  const finding = tooLarge(sizeBytes, maxBytes)
  return finding && { type: 'too_large', message: finding.message }
}

/** Decides by content whether the profile is for this file. */
export function acceptFile(
  name: string,
  detected: DetectedType,
  profile: Profile,
  catalogue: ReadonlyMap<string, Check>,
): Acceptance {
  const { medium } = detected
  const mismatch = typeMismatch(name, detected, profile)
  if (medium === undefined || mismatch !== undefined)
    return { medium, rejection: mismatch ?? unknownKind(name) }
  return { medium, checks: checksFor(medium, profile, catalogue) }
}

/** Why a probed file cannot be checked at all; undefined when it can. A failure of ours is no rejection. */
export function rejectionOf(
  { facts, problems, isTransient }: ProbeResult,
  medium: Medium,
): Rejection | undefined {
  if (isTransient === true) return undefined
  return unreadable(facts) ?? unsupported(facts, problems, medium)
}

/** The facts that these checks read, and those that `rejectionOf` needs. */
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
}

/** A profile may cover several media: checks of another medium are left out of the plan. */
function checksFor(medium: Medium, profile: Profile, catalogue: ReadonlyMap<string, Check>): PlannedCheck[] {
  return planChecks(profile, catalogue).filter(({ id }) => rooms[medium].includes(id.split('/')[0] ?? ''))
}

function typeMismatch(
  name: string,
  { medium, type, description, extensions }: DetectedType,
  { media, title }: Profile,
): Rejection | undefined {
  if (type === 'unknown') return undefined
  const extension = extname(name).slice(1).toLowerCase()
  const reject = (message: string): Rejection => ({
    type: type === 'empty' ? 'empty' : 'unexpected_type',
    message,
  })
  if (medium === undefined)
    return reject(`The name says "${extension}", but the file is a ${description}, which cannot be judged.`)
  if (!media.includes(medium))
    return reject(`The file is a ${description}; "${title}" is for ${media.join(', ')}.`)
  if (extensions.includes(extension)) return undefined
  return reject(
    `The name says "${extension}", but the file is a ${description} ` +
      `(${extensions.map((one) => `.${one}`).join(', ')}).`,
  )
}

function unknownKind(name: string): Rejection {
  const message =
    `Nothing in the file shows what it is; its name says ` +
    `"${extname(name).slice(1)}". It is probably damaged.`
  return { type: 'corrupt', message }
}

function unreadable({ integrity }: ProbeResult['facts']): Rejection | undefined {
  if (integrity?.isDecodable !== false) return undefined
  const reason = integrity.errors[0] ?? 'it cannot be decoded'
  if (/password|encrypt/i.test(reason))
    return { type: 'unsupported', message: `The file is protected and cannot be judged: ${reason}` }
  return { type: 'corrupt', message: `The file is damaged and cannot be opened: ${reason}` }
}

/**
 * Known kinds that no tool here can open, such as HEIC: the facts of the medium are missing, for a reason
 * that stays.
 */
function unsupported(
  facts: ProbeResult['facts'],
  problems: ProbeResult['problems'],
  medium: Medium,
): Rejection | undefined {
  const problem = problems[medium]
  if (problem === undefined || facts[medium] !== undefined) return undefined
  return { type: 'unsupported', message: problem }
}
