import { ConfigError } from '../config/config-error'
import type { Config } from '../config/load-config'
import { openConfig } from '../config/open-config'
import type { ClientConfig } from './client-config'

/** Throws a ConfigError with all problems: gateways go on without a broken entry, but a person must know. */
export function readClientConfig(config: Pick<Config, 'files' | 'box'>): ClientConfig {
  const sentences: string[] = []
  const { clients, profiles, defaults, incomingFolders, waivers } = openConfig(config, {
    report: ({ message }) => sentences.push(message),
  })
  const { clients: clientsFile, profiles: profilesFolder } = config.files
  if (sentences.length > 0) throw new ConfigError(`${clientsFile}, ${profilesFolder}`, sentences)
  return { clients: clients(), profiles: profiles(), defaults, incomingFolders, waivers }
}
