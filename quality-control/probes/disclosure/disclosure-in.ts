import type { DisclosureFacts } from '../../facts/file'
import type { ProbeInput, ProbeResult } from '../probe-types'
import { runInChild } from '../child-pool/child-pool'

const maxMemoryBytes = 2 ** 30
const timeoutMs = 120_000

/** Asks a child with limits; a manifest that exhausts them is present and not validated. */
export async function disclosureIn(
  { path, signal, limits }: Pick<ProbeInput, 'path' | 'signal' | 'limits'>,
  mime: string,
): Promise<DisclosureFacts | undefined> {
  const job = { path, mime, trustFile: limits.c2paTrustFile ?? '' }
  const outcome = await runInChild('disclosure', job, {
    ...{ signal, searchPath: limits.searchPath, reportsCrash: true },
    timeoutMs: Math.min(timeoutMs, limits.timeoutMs),
    memoryBytes: Math.min(maxMemoryBytes, limits.memoryBytes),
  })
  if ('answer' in outcome) return outcome.answer ?? undefined
  const problem = 'Reading them took too much time or memory.'
  const credentials = { state: 'not_validated' as const, problem, actions: [], ingredientCount: 0 }
  return { hasContentCredentials: true, digitalSourceTypes: [], credentials }
}

/** For the technical facts of the report. */
export function describeDisclosure(disclosure: DisclosureFacts | undefined): ProbeResult['technicalFacts'] {
  if (disclosure === undefined) return []
  const { hasContentCredentials, credentials, digitalSourceTypes } = disclosure
  const { actions = [], ingredientCount = 0 } = credentials ?? {}
  const rows = [
    { label: 'Content Credentials', value: hasContentCredentials ? credentialsText(credentials) : '' },
    { label: 'Actions in the Content Credentials', value: actions.join(', ') },
    {
      label: 'Ingredients in the Content Credentials',
      value: ingredientCount > 0 ? `${ingredientCount}` : '',
    },
    { label: 'Digital source type', value: digitalSourceTypes.join(', ') },
  ]
  return rows.filter(({ value }) => value !== '')
}

function credentialsText(credentials: DisclosureFacts['credentials']): string {
  if (credentials === undefined) return 'present, not validated'
  const { state, problem, signer, signedAt, leavesOutMetadata } = credentials
  const words = {
    ...{ trusted: 'valid, from a trusted signer', valid: 'valid, from a signer on no trust list' },
    ...{ invalid: 'not valid', not_validated: 'present, not validated' },
  }
  const by = signer === undefined ? '' : `, signed by ${signer}`
  const on = signedAt === undefined ? '' : ` on ${signedAt.slice(0, 10)}`
  const less = leavesOutMetadata === true ? ', without the metadata (EXIF, XMP)' : ''
  return `${words[state]}${by}${on}${less}${problem === undefined ? '' : `. ${problem}`}`
}
