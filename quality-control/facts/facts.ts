import type { AudioFacts } from './audio'
import type { BannerFacts } from './banner'
import type { FileFacts, IntegrityFacts } from './file'
import type { ImageFacts } from './image'
import type { PdfFacts } from './pdf'
import type { ProgrammeWindow, SlateFacts } from './programme'
import type { SuperFacts } from './supers'
import type { RenderingFacts } from './rendering'
import type { CodeFacts, TextFacts } from './text'
import type { VideoFacts } from './video'

/** Everything that the probes know about one asset. A key is absent when the medium has no such facts. */
export interface Facts {
  file: FileFacts
  integrity: IntegrityFacts
  image: ImageFacts
  pdf: PdfFacts
  video: VideoFacts
  audio: AudioFacts
  banner: BannerFacts
  rendering: RenderingFacts
  text: TextFacts
  codes: CodeFacts
  slate: SlateFacts
  supers: SuperFacts
  programme: ProgrammeWindow
}
export type FactKey = keyof Facts
