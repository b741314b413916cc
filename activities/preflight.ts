import { extname } from 'node:path'

import type { Medium, Plan, PlannedCheck, Rejection, Upload } from '../workflows/contract'
import type { Activity, Work } from './as-activity'
import type { Check, FactKey } from './checks/check'
import { type Profile, planChecks } from './checks/plan'
import { profileOf } from './configured'
import type { Dependencies } from './dependencies'
import { ensureFacts } from './ensure-facts'
import { fetchOrReject } from './fetch-or-reject'
import type { DetectedType, ProbeResult } from './probes'
import type { LocalAsset } from './store/create-store'

/** Finds out what the asset is, opens it once (the facts are kept for `checks`), and plans its checks or refuses it. */
export function createPreflight(deps: Dependencies): Activity<[Upload, Rejection?], Plan> {
  return async (work, upload, rejection) => {
    const profile = profileOf(deps, upload)
    const refused = (why: Rejection, medium?: Medium): Plan => ({ profile: refOf(profile), medium, checks: [], rejection: why })
    if (rejection !== undefined) return refused(rejection)
    const fetched = await fetchOrReject(deps, work, upload, profile)
    if ('rejection' in fetched) return refused(fetched.rejection)
    const type = await deps.media.detectType(fetched.asset.path)
    const { medium } = type
    const mismatch = typeMismatch(type, upload, profile)
    if (medium === undefined || mismatch !== undefined) return refused(mismatch ?? unknownKind(upload), medium)
    const checks = checksFor(medium, profile, deps.catalogue())
    const unusable = await unusableReason(deps, work, upload, fetched.asset, medium, factsFor(checks, deps.catalogue()))
    if (unusable !== undefined) return refused(unusable, medium)
    return { profile: refOf(profile), medium, checks }
  }
}

/** The facts that these checks read. */
export function factsFor(checks: { id: string }[], catalogue: ReadonlyMap<string, Check>): Set<FactKey> {
  return new Set(checks.flatMap(({ id }) => catalogue.get(id)?.needs ?? []))
}

function refOf({ id, title, version }: Profile) {
  return { id, title, version }
}

const rooms: Record<Medium, string[]> = {
  image: ['file', 'image', 'copy'],
  pdf: ['file', 'pdf', 'copy'],
  video: ['file', 'video', 'audio', 'copy'],
  audio: ['file', 'audio', 'copy'],
}

/** A profile may serve several media: what is about another one is no part of this plan. */
function checksFor(medium: Medium, profile: Profile, catalogue: ReadonlyMap<string, Check>): PlannedCheck[] {
  return planChecks(profile, catalogue).filter(({ id }) => rooms[medium].includes(id.split('/')[0] ?? ''))
}

function typeMismatch({ medium, type, description, extensions }: DetectedType, { name }: Upload, { media, title }: Profile) {
  if (type === 'unknown') return undefined
  const extension = extname(name).slice(1).toLowerCase()
  const reject = (message: string): Rejection => ({ type: type === 'empty' ? 'empty' : 'unexpected_type', message })
  if (medium === undefined) return reject(`The name says "${extension}", but the file is a ${description}, which cannot be judged.`)
  if (!media.includes(medium)) return reject(`The file is a ${description}; "${title}" is for ${media.join(', ')}.`)
  if (extensions.includes(extension)) return undefined
  return reject(`The name says "${extension}", but the file is a ${description} (${extensions.map((one) => `.${one}`).join(', ')}).`)
}

function unknownKind({ name }: Upload): Rejection {
  const message = `Nothing in the file shows what it is; its name says "${extname(name).slice(1)}". It is probably damaged.`
  return { type: 'corrupt', message }
}

async function unusableReason(
  deps: Dependencies,
  work: Work,
  upload: Upload,
  asset: LocalAsset,
  medium: Medium,
  wants: Set<FactKey>,
): Promise<Rejection | undefined> {
  const { result } = await ensureFacts(deps, work, upload, asset, { wants: new Set([...wants, medium, 'integrity']) })
  if (result.isTransient === true) return undefined
  return unreadable(result) ?? unsupported(result, medium)
}

function unreadable({ facts }: ProbeResult): Rejection | undefined {
  if (facts.integrity?.isDecodable !== false) return undefined
  const reason = facts.integrity.errors[0] ?? 'it cannot be decoded'
  if (/password|encrypt/i.test(reason)) return { type: 'unsupported', message: `The file is protected and cannot be judged: ${reason}` }
  return { type: 'corrupt', message: `The file is damaged and cannot be opened: ${reason}` }
}

/** Known kinds that no tool here can open, such as HEIC: the facts of the medium are missing, for a reason that stays. */
function unsupported({ facts, problems }: ProbeResult, medium: Medium): Rejection | undefined {
  const problem = problems[medium]
  if (problem === undefined || facts[medium] !== undefined) return undefined
  return { type: 'unsupported', message: problem }
}
