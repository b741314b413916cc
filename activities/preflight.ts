import type { Plan, Rejection, Upload } from '../workflows/contract'
import type { Activity, Work } from './worker/as-activity'
import { acceptFile, acceptProbed, factsFor } from '../quality-control/accept-file'
import type { Profile } from '../quality-control/profile'
import { requireProfile } from './asset/require-client'
import type { Dependencies } from './asset/dependencies'
import { ensureFacts } from './asset/ensure-facts'
import { fetchOrReject } from './asset/fetch-or-reject'

/** Identifies the asset, probes it once (`checks` reuses the facts), and plans its checks or rejects it. */
export function createPreflight(deps: Dependencies): Activity<[Upload, Rejection?], Plan> {
  return async (work, upload, rejection) => {
    const profile = await requireProfile(deps, work, upload)
    if (rejection !== undefined) return { profile: refOf(profile), checks: [], rejection }
    const plan = { profile: refOf(profile), checks: [], ...(await probed(deps, work, upload, profile)) }
    return { ...plan, ...waiversOf(deps, upload, plan) }
  }
}

/** Part of the plan, so that the report says what counted when it was made. */
function waiversOf(deps: Dependencies, upload: Upload, { checks }: Plan): Pick<Plan, 'waivers'> {
  const waivers = deps.waivers(upload).filter(({ check }) => checks.some(({ id }) => id === check))
  return waivers.length === 0 ? {} : { waivers }
}

async function probed(
  deps: Dependencies,
  work: Work,
  upload: Upload,
  profile: Profile,
): Promise<Partial<Plan>> {
  const fetched = await fetchOrReject(deps, work, upload, profile)
  if ('rejection' in fetched) return fetched
  const detected = await deps.media.detectType(fetched.asset.path)
  const accepted = acceptFile(detected, profile, deps.catalogue())
  if ('rejection' in accepted) return accepted
  const { medium, checks } = accepted
  const { result } = await ensureFacts(deps, work, upload, fetched.asset, {
    wants: factsFor(medium, checks, deps.catalogue()),
  })
  return acceptProbed(result, accepted, profile)
}

function refOf({ id, title, version }: Profile) {
  return { id, title, version }
}
