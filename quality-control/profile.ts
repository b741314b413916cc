import type { Medium, SettingValue, Severity } from './report'

/**
 * A profile as config hands it over: `extends` resolved, keys checked for their shape, not yet held against
 * the catalogue.
 */
export interface Profile {
  id: string
  title: string
  description: string
  /** First 12 hex digits of the SHA-256 over the resolved profile. */
  version: string
  media: Medium[]
  /** Extensions that count as QC, lower case, without the dot. */
  extensions: string[]
  /** Larger uploads are refused from Box's metadata, before any download. */
  maxBytes: number
  /** Third-party limits change: who set them, where they are published, when we last looked (ISO date). */
  platform?: { name: string; source: string; checkedOn: string }
  checks: ProfileCheck[]
}

export interface ProfileCheck {
  id: string
  severity?: Severity
  isRequired?: boolean
  settings: Record<string, SettingValue>
}
