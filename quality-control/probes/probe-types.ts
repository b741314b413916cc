import type { Medium } from '../report'
import type { FactKey, Facts } from '../facts/facts'
import type { PrivacyFacts } from '../facts/file'

/**
 * One asset to open. A probe turns it into facts and opens the medium once. Facts never depend on a
 * profile's settings, so they are cached by SHA-256 and probe version and serve any profile.
 */
export interface ProbeInput {
  /**
   * A local path that we chose (`/…/source`, no extension): names from outside never reach a command line.
   */
  path: string
  /** The client's name: for facts and messages only. */
  name: string
  sizeBytes: number
  sha256: string
  /** Exists and is empty; the caller removes it. */
  scratchDir: string
  /** Folder for previews: the caller keeps it together with the facts. */
  previewDir: string
  /** Aborted on cancel: the probe kills its children and throws. */
  signal: AbortSignal
  /** What the plan's checks need. `text` (OCR) and `codes` are expensive and only read when wanted. */
  wants: ReadonlySet<FactKey>
  limits: ProbeLimits
  /** Called at least every few seconds while work continues: becomes the activity's heartbeat. */
  onProgress: (details: { phase: string; fraction?: number }) => void
}

export interface ProbeLimits {
  /**
   * PATH for the tools (ffmpeg, poppler, qpdf, tesseract): the only variable of our environment that they
   * get.
   */
  searchPath: string
  /** Wall clock of one child process. */
  timeoutMs: number
  /** Memory of one child process: RLIMIT_AS for ffmpeg and poppler, resident memory for Node children. */
  memoryBytes: number
  /** Images and PDF pages larger than this are not decoded but reported. */
  maxPixels: number
  /** PEM file with the certificates whose Content Credentials are trusted; absent or empty for none. */
  c2paTrustFile?: string
  /** A crash of a decoder is a finding: `probe` sets it for the second attempt after a `ToolCrash`. */
  reportsCrash?: boolean
}

/** An image for the report, a JPEG in `previewDir`. */
export interface Preview {
  /** File name in `previewDir`, chosen by us. */
  file: string
  /**
   * `thumbnail` is for lists of runs; the report shows the others. A `detail` is a part of the image or page,
   * from its own pixels.
   */
  kind: 'image' | 'page' | 'frame' | 'detail' | 'thumbnail'
  widthPixels: number
  heightPixels: number
  atSeconds?: number
  page?: number
  /** Of a detail: the part that it shows, in fractions of the image or page as shown. */
  box?: { x: number; y: number; width: number; height: number }
  /** For a screen reader. */
  alt: string
}

export interface ProbeResult {
  medium: Medium | undefined
  facts: Partial<Facts>
  /** Facts that should exist and could not be read, with the reason. */
  problems: Partial<Record<FactKey, string>>
  previews: Preview[]
  technicalFacts: { label: string; value: string }[]
  tools: { name: string; version: string }[]
  /** The probe failed for an unexpected reason, such as a missing tool: another attempt may succeed. */
  isTransient?: boolean
}

/** The result of one medium's probe; its `privacy` becomes part of the `file` facts. */
export interface ProbedMedium extends Omit<ProbeResult, 'medium'> {
  privacy?: Partial<PrivacyFacts>
}

/**
 * Opens an asset of one medium. Throws on cancel, and for reasons that are not the file (a missing tool, a
 * `HostAccident`). A file that is broken or crashes its decoder is not an error: the facts say so in
 * `integrity`, beside everything else that could be read.
 */
export type Probe = (input: ProbeInput) => Promise<ProbedMedium>
