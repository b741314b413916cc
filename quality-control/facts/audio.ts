import type { Span } from './video'

/** Facts of the audio probe: of an audio file, or of the audio of a video. */
export interface AudioFacts {
  /** All audio streams as declared, at most 64. */
  streams: AudioStreamFacts[]
  /**
   * What was measured: the first stream, or the first two when both are mono (broadcast files store left and
   * right separately).
   */
  programme: ProgrammeFacts
  loudness: LoudnessFacts
  /**
   * Short-term loudness, equally spaced from the start; null where nothing was measurable. At most 600
   * points.
   */
  curve: { stepSeconds: number; shortTermLufs: (number | null)[] }
  /** For measures of a part of the file; absent when it is longer than two hours. */
  blocks?: LoudnessBlocks
  /** At least 0.1 s in which no channel exceeds -60 dBFS, apart from a DC offset. */
  silences: Span[]
  /** 8 to 500 ms in which all channels suddenly fall below -60 dBFS and return. */
  dropouts: Span[]
  channels: ChannelFacts[]
  /** Spans with runs of at least three samples at full scale, joined when less than a second apart. */
  clipping: Span[]
  /** Only for two channels. */
  stereo?: StereoFacts
  /**
   * Only with video: how much later and longer the audio is, by decoded samples and frames.
   */
  againstVideo?: { startOffsetSeconds: number; lengthDifferenceSeconds: number; frameSeconds: number }
}

export interface AudioStreamFacts {
  codec: string
  channels: number
  /** ffmpeg's name, `stereo`, `5.1(side)` …; `unknown` when the stream does not say. */
  layout: string
  sampleRateHz: number
  bitsPerSecond?: number
  language?: string
}

export interface ProgrammeFacts {
  /** Indexes into `streams`. */
  streams: number[]
  channels: number
  layout: string
  startSeconds: number
  /** By decoded samples. */
  durationSeconds: number
}

/** ITU-R BS.1770-4 / EBU R 128; a single channel as two loudspeakers play it. */
export interface LoudnessFacts {
  /** Why there is no loudness: shorter than 400 ms (one block), or nothing above the gate. */
  notMeasurable?: string
  integratedLufs?: number
  rangeLu?: number
  maxMomentaryLufs?: number
  maxShortTermLufs?: number
  /** Absent for digital silence. */
  truePeakDbtp?: number
}

/** Stands for digital silence in lists of levels, as ffmpeg reports it. */
export const digitalSilenceDb = -120

/** After each 100 ms from the start of the audio. Digital silence is -120. */
export interface LoudnessBlocks {
  /** Over the last 400 ms and 3 s; -120 until there is so much audio. */
  momentaryLufs: number[]
  shortTermLufs: number[]
  /** True peak of the 100 ms, of each channel, to a tenth of a decibel. */
  truePeaksDbtp: number[][]
  /** Phase of stereo, -1 to 1. */
  phases: number[]
}

export interface ChannelFacts {
  /** `L`, `R`, `C`, `LFE` …, or `1`, `2` … when the layout is unknown. */
  name: string
  /** Around the channel's mean, because nobody hears a DC offset. Absent for digital silence. */
  peakDbfs?: number
  rmsDbfs?: number
  truePeakDbtp?: number
}

export interface StereoFacts {
  /** Spans of at least 1 s that cancel out in mono (phase near -1). */
  outOfPhase: Span[]
  /** Spans of at least 1 s in which both channels are the same. */
  mono: Span[]
  /** Mean phase from -1 (opposite) over 0 to 1 (same). */
  meanPhase?: number
}
