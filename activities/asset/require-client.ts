import { errorTypes, type Upload } from '../../workflows/contract'
import { profileProblems } from '../../quality-control/plan-checks'
import type { Profile } from '../../quality-control/profile'
import type { ActivityClient, Dependencies } from './dependencies'
import { needsPerson } from '../worker/outcomes'

/** The upload's client as configured now. Parks the run when there is none. */
export function requireClient({ client }: Dependencies, { clientId }: Upload): ActivityClient {
  const found = client(clientId)
  if (found !== undefined) return found
  throw needsPerson(
    `clients.yaml has no client "${clientId}", to which this upload belongs`,
    errorTypes.configuration,
  )
}

/** The upload's profile as configured now, validated against the catalogue of checks. */
export function requireProfile({ profile, catalogue }: Dependencies, { profileId }: Upload): Profile {
  const found = profile(profileId)
  if (found === undefined)
    throw needsPerson(`There is no profile "${profileId}", which this upload needs`, errorTypes.configuration)
  const problems = profileProblems(found, catalogue())
  if (problems.length > 0) throw needsPerson(problems.join('; '), errorTypes.configuration)
  return found
}
