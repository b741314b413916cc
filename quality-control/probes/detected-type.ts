import type { Medium } from '../report'

/** What a file is by its content; its name plays no part. */
export interface DetectedType {
  /** Stable word such as `jpeg`, `mp4`, `svg`, `empty`, `unknown`. */
  type: string
  mime: string
  /** Extensions that are right for it, lower case, the usual one first. */
  extensions: string[]
  /** Absent for what is no medium of ours: those files are never opened by a probe. */
  medium?: Medium
  /** For messages: `JPEG image`. */
  description: string
}
