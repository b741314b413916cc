import type { CredentialFacts } from '../../facts/file'

export interface ReadManifest {
  credentials: CredentialFacts
  /** IPTC's names, of the manifest and of its ingredients. */
  digitalSourceTypes: string[]
}

const maxActions = 20
const maxSourceTypes = 20

/**
 * What a manifest store says, from the JSON of the C2PA library. `isIntactOutsideMetadata`: the only problem
 * that it found is none, see there.
 */
export function credentialsOf(store: unknown, { isIntactOutsideMetadata = false } = {}): ReadManifest {
  const manifests = Object.values(objectAt(store, 'manifests'))
  const active = objectAt(objectAt(store, 'manifests'), textAt(store, 'active_manifest') ?? '')
  const signature = objectAt(active, 'signature_info')
  const names = [textAt(signature, 'common_name'), textAt(signature, 'issuer')]
  const signer = names.filter((name) => name !== undefined).join(', ')
  const signedAt = textAt(signature, 'time')
  const actions = actionsIn(active).map((action) => (textAt(action, 'action') ?? '').replace(/^c2pa\./, ''))
  const types = manifests.flatMap(actionsIn).map((action) => textAt(action, 'digitalSourceType') ?? '')
  return {
    credentials: {
      ...(isIntactOutsideMetadata ? olderState(store) : stateOf(store)),
      ...(signer === '' ? {} : { signer: signer.slice(0, 200) }),
      ...(signedAt === undefined ? {} : { signedAt }),
      actions: [...new Set(actions)].filter((one) => one !== '').slice(0, maxActions),
      ingredientCount: listAt(active, 'ingredients').length,
    },
    digitalSourceTypes: types
      .flatMap((type) => /newscodes\/digitalsourcetype\/([A-Za-z]{3,60})$/.exec(type)?.[1] ?? [])
      .slice(0, maxSourceTypes),
  }
}

function stateOf(store: unknown): Pick<CredentialFacts, 'state' | 'problem'> {
  const state = textAt(store, 'validation_state')
  if (state === 'Trusted') return { state: 'trusted' }
  if (state === 'Valid') return { state: 'valid' }
  const codes = listAt(store, 'validation_status').map((status) => textAt(status, 'code') ?? '')
  const named = codes.filter((one) => one !== '' && one !== untrusted)
  // What was changed says more than a certificate that has meanwhile expired.
  const code = named.find((one) => !one.startsWith('signingCredential')) ?? named[0] ?? 'no reason given'
  const [, problem] = causes.find(([pattern]) => pattern.test(code)) ?? []
  return { state: 'invalid', problem: problem ?? `The manifest does not follow C2PA (${code}).` }
}

const untrusted = 'signingCredential.untrusted'

/** The library found nothing but a part that the signature leaves out, beside a signer on no trust list. */
export function hasOnlyOtherExclusions(store: unknown): boolean {
  const problems = listAt(store, 'validation_status').filter((status) => textAt(status, 'code') !== untrusted)
  return (
    problems.length > 0 &&
    problems.every(
      (status) =>
        textAt(status, 'code') === 'assertion.dataHash.mismatch' &&
        textAt(status, 'explanation')?.includes('exclusion') === true,
    )
  )
}

/** The states of a file whose metadata is not part of what was signed. */
function olderState(store: unknown): Pick<CredentialFacts, 'state' | 'leavesOutMetadata'> {
  const found = objectAt(objectAt(store, 'validation_results'), 'activeManifest')
  const isTrusted = listAt(found, 'success').some(
    (one) => textAt(one, 'code') === 'signingCredential.trusted',
  )
  return { state: isTrusted ? 'trusted' : 'valid', leavesOutMetadata: true }
}

/** Status codes of C2PA 2.1, 15.2. */
const causes: [RegExp, string][] = [
  [/^assertion\.(dataHash|bmffHash|boxesHash|multiAssetHash)/, 'The file was changed after it was signed.'],
  [/^assertion\.hashedURI/, 'A statement in the manifest was changed after it was signed.'],
  [/^claimSignature/, 'The signature does not fit the manifest.'],
  [/^signingCredential\.expired/, 'The certificate of the signer had expired.'],
  [/^signingCredential\.(ocsp\.)?revoked/, 'The certificate of the signer was revoked.'],
  [/^signingCredential/, 'The certificate of the signer cannot be used for Content Credentials.'],
  [/^ingredient|^claim\.missing/, 'A part of the manifest is missing or was changed.'],
]

function actionsIn(manifest: unknown): unknown[] {
  return listAt(manifest, 'assertions')
    .filter((assertion) => textAt(assertion, 'label')?.startsWith('c2pa.actions'))
    .flatMap((assertion) => listAt(objectAt(assertion, 'data'), 'actions'))
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function objectAt(value: unknown, key: string): object {
  const found = valueAt(value, key)
  return typeof found === 'object' && found !== null ? found : {}
}

function listAt(value: unknown, key: string): unknown[] {
  const found = valueAt(value, key)
  return Array.isArray(found) ? found : []
}

function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, key)
  return typeof found === 'string' ? found : undefined
}
