import type { ProgrammeLayout } from '../report'
import type { Span } from './video'

/**
 * Where the programme is in a delivery master, by the layout of the profile. Present only when the profile
 * has one: the facts of video, audio and text are then those of the programme alone.
 */
export interface ProgrammeWindow extends Span {
  layout: ProgrammeLayout
  /** Where the layout places its first frame. */
  expectedStart: number
  /** The slate and the black before the programme; absent when there are none. */
  lead?: LeadFacts
  /** Length of the still after the programme, one of those that the layout accepts. */
  holdSeconds: number
  /** At least 0.1 s of audio on the slate or in the black before the programme. */
  audioBefore: Span[]
  framesPerSecond: number
  /** The file's timecode cannot be that of a master with this layout. */
  hasOtherTimecode: boolean
}

export interface LeadFacts {
  /** From the file's start, or from the black before, to the black before the programme. */
  slate: Span
  black: Span
  /** The first frames are brightened slowly: the programme may begin while they are still black. */
  isFadeIn: boolean
}

/** Text on the frames before a long black near the start of the file: maybe a slate. */
export interface SlateFacts {
  readings: { atSeconds: number; lines: string[] }[]
}
