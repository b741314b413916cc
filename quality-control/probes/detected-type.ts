import type { Medium } from '../report'

/** The type of a file by its content; its name plays no part. */
export interface DetectedType {
  /** Stable id such as `jpeg`, `mp4`, `svg`, `empty`, `unknown`. */
  type: string
  mime: string
  /** Valid extensions in lower case, the usual one first. */
  extensions: string[]
  /** Absent when no probe exists for it: such files are never opened. */
  medium?: Medium
  /** For messages: `JPEG image`. */
  description: string
}
