import type { AdminUsers } from '../config/admin-users'
import type { Config } from '../config/load-config'
import type { OidcSettings } from '../config/oidc-settings'
import type { OpenConfig } from '../config/open-config'
import type { Diagnosis } from '../diagnosis/diagnosis'
import type { BoxAccess } from './box-access'
import type { TemporalAccess } from '../runs/temporal-access'

/** What the pages need of pino. Never pass a password, a cookie or a form. */
export interface Logger {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

export interface PagesDeps {
  settings: Config['pages']
  /** For links, starts and the names of task queues. */
  runs: Pick<Config, 'temporal' | 'timings'>
  config: Pick<OpenConfig, 'clients' | 'profiles' | 'defaults' | 'waivers' | 'incomingFolders' | 'problems'>
  /** As the file is now. Throws a ConfigError when it is broken. */
  users: () => AdminUsers
  /** Absent: no OpenID provider signs people in. */
  oidc?: OidcSettings
  temporal: TemporalAccess
  box: BoxAccess
  /** Looks at the whole installation; takes seconds, and never throws. */
  examine: () => AsyncIterable<Diagnosis>
  logger: Logger
  now: () => Date
}
