import { readFile, stat } from 'node:fs/promises'

import { rethrowAccident } from '../host-accident'
import { credentialsOf, hasOnlyOtherExclusions, type ReadManifest } from './credentials-of'
import { coversImage } from './covers-image'

export interface CredentialsJob {
  path: string
  mime: string
  /** PEM file with the certificates of signers that are trusted; empty for none. */
  trustFile: string
}

/** The library reads a file as a whole. */
const maxBytes = 256 * 2 ** 20

/**
 * Reads and validates the manifest store of a file without the network: remote manifests and revocation lists
 * are not fetched. Runs in a pooled child. Throws when the trust list cannot be read.
 */
export async function readCredentials({ path, mime, trustFile }: CredentialsJob): Promise<ReadManifest> {
  const { size } = await stat(path)
  if (size > maxBytes) return notValidated(`The file is larger than ${maxBytes / 2 ** 20} MiB.`)
  const settings = settingsWith(trustFile === '' ? undefined : await readFile(trustFile, 'utf8'))
  const { WasmReader } = await library()
  try {
    const bytes = await readFile(path)
    const reader = await WasmReader.fromBytes(mime, bytes, JSON.stringify(settings))
    try {
      const store: unknown = JSON.parse(reader.json())
      const isOlder = mime === 'image/jpeg' && hasOnlyOtherExclusions(store)
      const isIntact = isOlder && coversImage(bytes, JSON.parse(reader.crJson()))
      return credentialsOf(store, { isIntactOutsideMetadata: isIntact })
    } finally {
      reader.free()
    }
  } catch (error) {
    rethrowAccident(error)
    return unreadable(error instanceof Error ? error.message : String(error), mime)
  }
}

function settingsWith(trustAnchors: string | undefined) {
  const verify = {
    ...{ verify_after_reading: true, remote_manifest_fetch: false, ocsp_fetch: false },
    verify_trust: trustAnchors !== undefined,
  }
  return trustAnchors === undefined ? { verify } : { verify, trust: { trust_anchors: trustAnchors } }
}

function unreadable(message: string, mime: string): ReadManifest {
  if (/UnsupportedType|NotSupported/i.test(message))
    return notValidated(`Content Credentials in ${mime} are not supported here.`)
  if (/JumbfNotFound|RemoteManifest/i.test(message))
    return notValidated('The manifest is not where this format has it.')
  return {
    ...notValidated(''),
    credentials: { ...none, state: 'invalid', problem: 'The manifest is damaged.' },
  }
}

function notValidated(problem: string): ReadManifest {
  return { credentials: { ...none, state: 'not_validated', problem }, digitalSourceTypes: [] }
}

const none = { actions: [], ingredientCount: 0 }

let prepared: ReturnType<typeof prepare> | undefined

/** Loaded at first use, with the WebAssembly of its own package: by default the library downloads it. */
function library(): ReturnType<typeof prepare> {
  prepared ??= prepare()
  return prepared
}

async function prepare() {
  const loaded = await import('@contentauth/c2pa-wasm')
  const wasm = await readFile(require.resolve('@contentauth/c2pa-wasm/c2pa.wasm'))
  await loaded.default({ module_or_path: wasm })
  return loaded
}
