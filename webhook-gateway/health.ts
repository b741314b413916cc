import type { SignatureKeys } from './signature'

export interface ReadinessDeps {
  /** What keeps Temporal from storing our runs; undefined when nothing does. */
  temporalProblem: () => Promise<string | undefined>
  signatureKeys: () => SignatureKeys
  countClients: () => number
  /** What of the newest configuration files is not in use. */
  configProblems: () => { source: string; message: string }[]
  countUnmatchedUploads: () => number
}

export interface Readiness {
  isReady: boolean
  /** `ok`, or what is wrong, for each part. */
  parts: Record<'temporal' | 'signatureKeys' | 'clients' | 'unmatchedUploads', string>
}

/** Ready means: a delivery that comes now is verified, matched and stored. */
export async function readiness(deps: ReadinessDeps): Promise<Readiness> {
  const temporal = (await deps.temporalProblem()) ?? 'ok'
  const { primary, secondary } = deps.signatureKeys()
  const signatureKeys =
    primary || secondary
      ? 'ok'
      : 'no signature key is loaded: set BOX_WEBHOOK_PRIMARY_KEY or BOX_WEBHOOK_PRIMARY_KEY_FILE'
  return {
    isReady: temporal === 'ok' && signatureKeys === 'ok',
    parts: { temporal, signatureKeys, clients: clientsPart(deps), unmatchedUploads: unmatchedPart(deps) },
  }
}

/** A broken entry does not make the gateway unready: the other clients are served. */
function clientsPart({ countClients, configProblems }: ReadinessDeps): string {
  const problems = configProblems()
  if (problems.length > 0) return problems.map(({ source, message }) => `${source}: ${message}`).join('\n')
  return countClients() > 0 ? 'ok' : 'ok, but there is no client yet'
}

function unmatchedPart({ countUnmatchedUploads }: ReadinessDeps): string {
  const count = countUnmatchedUploads()
  return count === 0 ? 'ok' : `ok, but ${count} uploads wait for a client with their folder`
}
