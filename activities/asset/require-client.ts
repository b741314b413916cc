import { errorTypes, type Upload } from '../../workflows/contract'
import { profileProblems } from '../../quality-control/plan-checks'
import type { Profile } from '../../quality-control/profile'
import type { Work } from '../worker/as-activity'
import { needsPerson } from '../worker/outcomes'
import type { ActivityClient, Dependencies } from './dependencies'
import { locate } from './locate'
import { patiently } from './patiently'

/**
 * The upload's client as configured now. Waits for files that come to this host later than to another one;
 * parks the run when they do not come.
 */
export function requireClient(deps: Dependencies, work: Work, upload: Upload): Promise<ActivityClient> {
  return configured(deps, work, upload, () => {
    const { clientId } = upload
    const found = deps.client(clientId)
    if (found !== undefined) return found
    throw needsPerson(
      `clients.yaml has no client "${clientId}", to which this upload belongs`,
      errorTypes.configuration,
    )
  })
}

/** The upload's profile as configured now, validated against the catalogue of checks. Waits as above. */
export function requireProfile(deps: Dependencies, work: Work, upload: Upload): Promise<Profile> {
  return configured(deps, work, upload, () => {
    const { profileId } = upload
    const found = deps.profile(profileId)
    if (found === undefined)
      throw needsPerson(
        `There is no profile "${profileId}", which this upload needs`,
        errorTypes.configuration,
      )
    const problems = profileProblems(found, deps.catalogue())
    if (problems.length > 0) throw needsPerson(problems.join('; '), errorTypes.configuration)
    return found
  })
}

/** False when another client has this INCOMING folder, also after a wait as above. */
export async function isOwner(deps: Dependencies, work: Work, upload: Upload): Promise<boolean> {
  try {
    await patiently(deps, work, () => requireOwner(deps, upload))
    return true
  } catch (error) {
    if (otherOwnerOf(deps, upload) === undefined) throw error
    return false
  }
}

/** The client that has this INCOMING folder now, when it is another one than that of the upload. */
export function otherOwnerOf(
  { sweep }: Pick<Dependencies, 'sweep'>,
  { clientId, incomingFolderId }: Upload,
): string | undefined {
  const owner = sweep.incomingFolders().find(({ folderId }) => folderId === incomingFolderId)?.clientId
  return owner === clientId ? undefined : owner
}

async function configured<T>(deps: Dependencies, work: Work, upload: Upload, find: () => T): Promise<T> {
  try {
    return await patiently(deps, work, () => {
      requireOwner(deps, upload)
      return find()
    })
  } catch (error) {
    const owner = otherOwnerOf(deps, upload)
    if (owner !== undefined) await endIfProcessed(deps, work, upload, owner)
    throw error
  }
}

/** One client must not get the report about a file of another one. */
function requireOwner(deps: Dependencies, upload: Upload): void {
  const owner = otherOwnerOf(deps, upload)
  if (owner === undefined) return
  const { clientId, incomingFolderId } = upload
  throw needsPerson(
    `INCOMING folder ${incomingFolderId} belongs to client "${owner}" in the clients.yaml of this host, ` +
      `not to "${clientId}". If that is right, the sweep starts a run for "${owner}" and this one ends then`,
    errorTypes.configuration,
  )
}

/** Ends the run once that of the present owner is done. Until then this host's clients.yaml may be old. */
async function endIfProcessed(deps: Dependencies, work: Work, upload: Upload, owner: string): Promise<void> {
  const { location } = await locate(deps, upload, work)
  if (location !== 'processed') return
  const { incomingFolderId } = upload
  throw needsPerson(
    `INCOMING folder ${incomingFolderId} belongs to client "${owner}" now, whose run is done`,
    errorTypes.withdrawn,
  )
}
