import type { Profile } from '../quality-control/profile'
import { type CheckProfile, type ClientConfig, loadClientConfig } from './client-config'
import { type ClientDefaultsStore, createClientDefaultsStore } from './client-defaults'
import { createIncomingFolders, type IncomingFolders } from './incoming-folders'
import type { Config } from './load-config'
import type { Client } from './parse-client'
import { readJwtConfig } from './read-jwt-config'
import { type ConfigProblem, reloading } from './reloading'
import { createSignatureKeys, type SignatureKeys } from './signature-keys'
import { createWaiverStore, type WaiverStore } from './waivers'

/** The configuration files of a process. Whoever asks gets them as they are now, without a restart. */
export interface OpenConfig {
  clients: () => ReadonlyMap<string, Client>
  profiles: () => ReadonlyMap<string, Profile>
  defaults: ClientDefaultsStore
  waivers: WaiverStore
  incomingFolders: IncomingFolders
  signatureKeys: () => SignatureKeys
  /** Throws a ConfigError when the file cannot be used. */
  jwtConfig: () => string
  /** What of the newest files is not in use. */
  problems: () => ConfigProblem[]
}

export interface OpenConfigOptions {
  /** Called once for each problem; no message ever holds a secret. */
  report: (problem: ConfigProblem) => void
  checkProfile?: CheckProfile
}

/** The one wiring of the configuration. Throws a ConfigError when no client, or no profile, can be used. */
export function openConfig(
  { files, box }: Pick<Config, 'files' | 'box'>,
  { report, checkProfile = () => [] }: OpenConfigOptions,
): OpenConfig {
  const clientConfig = reloading<ClientConfig>({
    paths: [files.profiles, files.clients],
    load: (previous) => loadClientConfig(files, checkProfile, previous),
    report,
  })
  const clients = () => clientConfig().clients
  const profiles = () => clientConfig().profiles
  const defaults = createClientDefaultsStore(files.clientDefaults, () => profiles().keys())
  const waivers = createWaiverStore(files.waivers)
  return {
    clients,
    profiles,
    defaults,
    waivers,
    incomingFolders: createIncomingFolders(clientConfig, defaults),
    signatureKeys: createSignatureKeys(box.signatureKeys, report),
    jwtConfig: () => readJwtConfig(box.jwtConfigFile),
    problems: () => {
      const problem = (source: string, message: string | undefined) =>
        message === undefined ? [] : [{ source, message }]
      return [
        ...clientConfig().problems,
        ...problem(files.clientDefaults, defaults.problem()),
        ...problem(files.waivers, waivers.problem()),
      ]
    },
  }
}
