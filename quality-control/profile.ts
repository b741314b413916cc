import type { Medium, ProgrammeLayout, SettingValue, Severity } from './report'

/**
 * A profile from config: `extends` is resolved and the shape is valid. `profileProblems` compares it with the
 * catalogue.
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
  /** Larger uploads are rejected by their metadata, before any download. */
  maxBytes: number
  /** Source of third-party limits, and the ISO date when they were last checked: they change. */
  platform?: { name: string; source: string; checkedOn: string }
  /** For delivery masters: video, audio and text are judged inside the programme only. */
  programme?: ProgrammeLayout
  checks: ProfileCheck[]
  /** When the uploader gets a comment; absent: as the client wants. The engine does not read it. */
  commentOn?: 'none' | 'problems' | 'all'
}

export interface ProfileCheck {
  id: string
  severity?: Severity
  isRequired?: boolean
  settings: Record<string, SettingValue>
}
