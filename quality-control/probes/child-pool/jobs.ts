import type { DisclosureFacts } from '../../facts/file'
import type { CodeFacts } from '../../facts/text'
import type { CredentialsJob } from '../disclosure/read-credentials'
import type { BannerAnswer, BannerJob } from '../banner/read-banner'
import type { RenderingAnswer, RenderingJob } from '../banner/render-banner'
import type { CropJob } from '../text/crop-words'
import type { DetailJob, WrittenDetail } from '../image/cut-details'
import type { PrintSheet, SheetJob } from '../image/write-print-sheet'
import type { ImageJob, ImageAnswer } from '../image/measure-image'
import type { Region, RegionJob } from '../video/supers/crop-regions'
import type { LineJob, MeasuredLine } from '../video/supers/measure-lines'

/**
 * The jobs of a warm child, by kind. Both sides are plain JSON: images travel as files, never through the
 * channel.
 */
export interface Jobs {
  image: { job: ImageJob; answer: ImageAnswer }
  codes: { job: { path: string; maxPixels: number }; answer: CodeFacts['codes'] }
  disclosure: { job: CredentialsJob; answer: DisclosureFacts | null }
  /** The words that are neither American nor British English. */
  spelling: { job: { words: string[] }; answer: string[] }
  /** The language of each text, where it is sure. */
  languages: { job: { texts: string[] }; answer: (string | undefined)[] }
  banner: { job: BannerJob; answer: BannerAnswer }
  /** Plays a banner in a browser: in a child of its own. */
  rendering: { job: RenderingJob; answer: RenderingAnswer }
  /** Writes enlarged crops of an image; see `cropWords`. */
  crops: { job: CropJob; answer: string[] }
  /** Writes close-ups of an image for the report. */
  details: { job: DetailJob; answer: WrittenDetail[] }
  /** Writes small print in full size for OCR; see `writePrintSheet`. */
  printSheet: { job: SheetJob; answer: PrintSheet | undefined }
  /** Parts of a frame of a video, for reading. */
  regions: { job: RegionJob; answer: Region[] }
  /** Contrast and ground of lines of text. */
  lines: { job: LineJob; answer: MeasuredLine[] }
}
export type JobKind = keyof Jobs

export interface Request<K extends JobKind = JobKind> {
  kind: K
  job: Jobs[K]['job']
}

/** `accident`: this host is at fault, neither the file nor the job. */
export type Reply<K extends JobKind = JobKind> =
  { answer: Jobs[K]['answer'] } | { error: string } | { accident: string }
