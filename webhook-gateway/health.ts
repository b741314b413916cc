import { messageOf } from '../workflows/text'
import type { SignatureKeys } from './signature'

export interface ReadinessDeps {
  /** Rejects when Temporal or our namespace cannot be reached. */
  pingTemporal: () => Promise<void>
  signatureKeys: () => SignatureKeys
  /** The number of clients, and why the newest version of their file is not in use, if so. */
  clients: () => { count: number; problem: string | undefined }
}

export interface Readiness {
  isReady: boolean
  /** `ok`, or what is wrong, for each part. */
  parts: Record<'temporal' | 'signatureKeys' | 'clients', string>
}

/** Ready means: a delivery that came now would be verified, routed and stored. */
export async function readiness({ pingTemporal, signatureKeys, clients }: ReadinessDeps): Promise<Readiness> {
  const temporal = await pingTemporal().then(() => 'ok', messageOf)
  const { primary, secondary } = signatureKeys()
  const keys =
    primary || secondary
      ? 'ok'
      : 'no signature key is loaded: set BOX_WEBHOOK_PRIMARY_KEY or BOX_WEBHOOK_PRIMARY_KEY_FILE'
  const { count, problem } = clients()
  const isReady = temporal === 'ok' && keys === 'ok'
  return {
    isReady,
    parts: {
      temporal,
      signatureKeys: keys,
      clients: problem ?? (count > 0 ? 'ok' : 'ok, but there is no client yet'),
    },
  }
}
