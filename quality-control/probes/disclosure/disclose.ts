import type { DisclosureFacts } from '../../facts/file'
import { type CredentialsJob, readCredentials } from './read-credentials'
import { readDisclosure } from './read-disclosure'

/** What a file says about how it was made, its manifest validated; `null`: nothing. In a pooled child. */
export async function disclose(job: CredentialsJob): Promise<DisclosureFacts | null> {
  const found = await readDisclosure(job.path)
  if (found === undefined) return null
  if (!found.hasContentCredentials) return found
  const { credentials, digitalSourceTypes } = await readCredentials(job)
  const types = new Set([...found.digitalSourceTypes, ...digitalSourceTypes])
  return { ...found, credentials, digitalSourceTypes: [...types].sort() }
}
