import { errorTypes, type Upload } from '../../workflows/contract'
import { profileProblems } from '../../quality-control/plan-checks'
import type { Profile } from '../../quality-control/profile'
import type { ActivityClient, Dependencies } from './dependencies'
import { needsPerson } from '../worker/outcomes'

/** The upload's client as configured now. Parks the run when there is none. */
export function requireClient(deps: Dependencies, upload: Upload): ActivityClient {
  const { client } = deps
  const { clientId } = upload
  requireOwner(deps, upload)
  const found = client(clientId)
  if (found !== undefined) return found
  throw needsPerson(
    `clients.yaml has no client "${clientId}", to which this upload belongs`,
    errorTypes.configuration,
  )
}

/** The upload's profile as configured now, validated against the catalogue of checks. */
export function requireProfile(deps: Dependencies, upload: Upload): Profile {
  const { profile, catalogue } = deps
  const { profileId } = upload
  requireOwner(deps, upload)
  const found = profile(profileId)
  if (found === undefined)
    throw needsPerson(`There is no profile "${profileId}", which this upload needs`, errorTypes.configuration)
  const problems = profileProblems(found, catalogue())
  if (problems.length > 0) throw needsPerson(problems.join('; '), errorTypes.configuration)
  return found
}

/**
 * The client that has this INCOMING folder now, when it is another one than that of the upload: then the
 * sweep starts a run for that client.
 */
export function otherOwnerOf(
  { sweep }: Pick<Dependencies, 'sweep'>,
  { clientId, incomingFolderId }: Upload,
): string | undefined {
  const owner = sweep.incomingFolders().find(({ folderId }) => folderId === incomingFolderId)?.clientId
  return owner === clientId ? undefined : owner
}

/** Ends the run: one client must not get the report about a file of another one. */
function requireOwner(deps: Dependencies, upload: Upload): void {
  const owner = otherOwnerOf(deps, upload)
  if (owner === undefined) return
  const { clientId, incomingFolderId } = upload
  throw needsPerson(
    `INCOMING folder ${incomingFolderId} no longer belongs to client "${clientId}": ` +
      `in clients.yaml it belongs to "${owner}" now, for which the sweep starts a run`,
    errorTypes.withdrawn,
  )
}
