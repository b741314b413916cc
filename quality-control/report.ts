/** The Plan and the Report of an asset, and their parts. Other rooms import them from `contract.ts`. */

/** Why an asset cannot be checked. The client still gets a report that says so. */
export interface Rejection {
  type: 'corrupt' | 'empty' | 'unexpected_type' | 'too_large' | 'unsupported' | 'version_gone'
  /** For the client: what was found and what to deliver. */
  message: string
  /** For support: what a tool said about the file. */
  detail?: string
  /** What the profile accepts; absent when the reason is not the file. */
  accepts?: Accepted
}

export interface Accepted {
  /** `JPEG`, `PNG` … */
  formats: string[]
  maxBytes: number
}

export type Medium = 'image' | 'pdf' | 'video' | 'audio' | 'banner'
export type Severity = 'blocker' | 'major' | 'minor' | 'info'
export type SettingValue = string | number | boolean | string[] | number[]

/** One check of a plan with the settings it had when this upload was planned. */
export interface PlannedCheck {
  /** The check's path in the catalogue, such as `pdf/missing-fonts`. */
  id: string
  severity: Severity
  /** A required check that could not run makes the verdict `error`. */
  isRequired: boolean
  settings: Record<string, SettingValue>
}

/** A snapshot: later changes of the profile affect later uploads only. */
export interface Plan {
  profile: ProfileRef
  /** Absent when the asset was rejected before its kind was known. */
  medium?: Medium
  checks: PlannedCheck[]
  /** Where the programme of a delivery master is; absent when the whole file is the programme. */
  programme?: ProgrammeLayout
  rejection?: Rejection
  /** Findings that people have accepted, as they were when this upload was planned. */
  waivers?: Waiver[]
}

/** A person's word that findings of a check are accepted, and why. A rejection cannot be accepted. */
export interface Waiver {
  /** Such as `w-1f3a9c2e`. */
  id: string
  check: string
  /** One finding, by its `findingKey`; absent: every finding of the check. */
  finding?: string
  /** Only findings whose message contains this text, in upper or lower case. */
  containing?: string
  reason: string
  by: string
  /** ISO 8601, UTC. */
  at: string
  /** The last day that it counts, in UTC: `2027-01-31`. */
  until?: string
}

/** A delivery master: slate, black, programme, hold. Seconds are those of the timecode. */
export interface ProgrammeLayout {
  /** Timecode of the first frame of the programme, such as `10:00:00:00`. */
  startTimecode?: string
  slateSeconds: number
  blackSeconds: number
  /** Accepted lengths of the still after the programme. */
  holdSeconds: number[]
}

export interface ProfileRef {
  id: string
  title: string
  /** First 12 hex digits of the SHA-256 over the resolved profile. */
  version: string
}

export type Verdict = 'pass' | 'review' | 'fail' | 'error'
/** `accepted`: it found something, and a person has accepted all of it. */
export type CheckStatus = 'pass' | 'warn' | 'fail' | 'accepted' | 'not_applicable' | 'errored'

/**
 * Where in the asset a finding is. Times in seconds, boxes as fractions 0..1 of the image as shown, pages
 * from 1.
 */
export interface Location {
  startSeconds?: number
  endSeconds?: number
  page?: number
  box?: { x: number; y: number; width: number; height: number }
}

export interface Finding {
  level: 'fail' | 'warn'
  /** A sentence for the client. */
  message: string
  at?: Location
  measured?: string
  expected?: string
  /** Id of the waiver that accepts it: it costs nothing. */
  accepted?: string
}

export interface CheckResult {
  check: string
  /** What the report prints: the check's title or failureTitle. */
  title: string
  /** Why it matters and what to do: only where the check failed or warned, to keep the payload small. */
  why?: string
  remedy?: string
  status: CheckStatus
  severity: Severity
  findings: Finding[]
  /** Number of findings over the cap, which are not kept. */
  findingsOmitted: number
  /** How many findings were accepted, those over the cap included; absent for none. */
  findingsAccepted?: number
  /** For `not_applicable` and `errored`: the reason. */
  reason?: string
}

/** A line of the sum that the report prints. */
export interface Penalty {
  check: string
  points: number
}

/**
 * The result as JSON. The same file always gives the same report: it contains no durations, host names or
 * current time.
 */
export interface Report {
  schema: 1
  session: string
  clientId: string
  clientName: string
  fileName: string
  sizeBytes: number
  sha1: string
  sha256?: string
  fileId: string
  versionId: string
  eventTime: string
  workflowId: string
  profile: ProfileRef
  medium?: Medium
  verdict: Verdict
  /** 0..100; absent when the verdict is `error`. */
  score?: number
  penalties: Penalty[]
  rejection?: Rejection
  results: CheckResult[]
  /** Those that accepted a finding of this report. */
  waivers?: Waiver[]
  /** Label and value, in the order of the report's technical facts. */
  technicalFacts: { label: string; value: string }[]
  /**
   * What the report draws: a small digest of the facts (boxes, curves, cuts).
   */
  visuals: Visuals
  /** Name and version of each tool that was used. */
  tools: { name: string; version: string }[]
  /** Set when Box had a newer version of the file when the report was uploaded. */
  supersededBy?: { versionId: string }
}

/** The languages in which the frame of a report is written. */
export type ReportLanguage = 'en' | 'de' | 'fr' | 'es'

/** Numbers for the report's graphics. All optional, rounded and capped by `visualsOf`. */
export interface Visuals {
  widthPixels?: number
  heightPixels?: number
  durationSeconds?: number
  /** Of a video with a constant rate: times are printed as timecodes. */
  framesPerSecond?: number
  /** Timecode of the first frame, when the file states one: times are printed from it. */
  startTimecode?: string
  /** Loudness over time (short-term, LUFS), at most 600 points, equally spaced from 0 to the duration. */
  loudness?: { values: (number | null)[]; targetLufs?: number; toleranceLu?: number }
  /** Lanes of the timeline: spans in seconds. */
  lanes?: { name: string; spans: { start: number; end: number }[] }[]
  /** Safe area as fractions of the image's sides, when the profile sets one. */
  safeArea?: { top: number; right: number; bottom: number; left: number }
  /** Words that OCR found, as fractions of the image; at most 200. */
  words?: { text: string; x: number; y: number; width: number; height: number }[]
  /** PDF page boxes in points, origin bottom left; at most 20 pages. */
  pages?: {
    widthPoints: number
    heightPoints: number
    boxes: Record<string, [number, number, number, number]>
  }[]
}
