import type { Span } from './video'

/**
 * Text that stands still on the frames of a video, measured where it stands. Absent for a video without
 * frames.
 */
export interface SuperFacts {
  /** In the order of their start. */
  supers: Super[]
  /** The text of the first so many seconds was followed. */
  measuredSeconds: number
}

/** Lines that come and go together. */
export interface Super extends Span {
  lines: SuperLine[]
  /** The second of the frame that was read. */
  atSeconds: number
}

/** The box is in fractions 0..1 of the frame as shown. */
export interface SuperLine {
  text: string
  words: number
  x: number
  y: number
  width: number
  height: number
  /** Height of capitals, ascenders or digits above the baseline, as a fraction 0..1 of the frame. */
  letterHeight: number
  /** Contrast ratio of WCAG 2.2 between letters and ground, 1..21. */
  contrast: number
  /** The letters have a ground of one flat colour. */
  isOnBlock: boolean
}
