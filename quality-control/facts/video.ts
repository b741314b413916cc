/**
 * Seconds from the start of the file's clock, `end` exclusive: frame n of a constant 25 fps clip is [n/25,
 * (n+1)/25).
 */
export interface Span {
  start: number
  end: number
}

/**
 * Facts of the video probe: what the container declares and what the decoded frames show. Lists are capped
 * by the probe (2000 entries); nothing in here depends on a profile's settings.
 */
export interface VideoFacts {
  container: ContainerFacts
  /** ffmpeg's names, such as `h264`, `High`, `yuv420p10le`. */
  codec: string
  codecProfile?: string
  pixelFormat: string
  bitDepth: number
  /** As stored, before pixel aspect ratio and rotation. */
  codedWidth: number
  codedHeight: number
  /** As a viewer sees it, after pixel aspect ratio and rotation. */
  displayWidth: number
  displayHeight: number
  /** Width of a pixel over its height; 1 for square pixels. */
  sampleAspectRatio: number
  /** Clockwise quarter turns that a player applies. */
  rotationDegrees: 0 | 90 | 180 | 270
  /**
   * When the first frame is shown, and the time to the end of the last one, by decoded time stamps.
   */
  startSeconds: number
  durationSeconds: number
  decodedFrames: number
  frameRate: FrameRateFacts
  /** Absent when the file states none. */
  timecode?: TimecodeFacts
  /** Of the video stream, else estimated from the container's; absent when unknown. */
  bitsPerSecond?: number
  scan: ScanFacts
  colour: ColourFacts
  /**
   * Every run of black frames, even a single one: luma at most 10 % above black in 99.9 % of the pixels.
   */
  black: Span[]
  /** The runs of `black` and `logoBlack` into which the image fades, or out of which. */
  dips: Span[]
  /** Runs of black frames apart from a small logo in a corner that stands in the image beside them, too. */
  logoBlack: Span[]
  /**
   * Runs of at least 0.5 s without change (mean difference below -60 dB), and of at least 1 s without more
   * change than that of a codec, less those in `black`.
   */
  frozen: Span[]
  /** From here to the end the image stays the same, apart from coding: maybe a hold. */
  stillFromSeconds: number
  /** Times of the first frame of each shot but the first. */
  cuts: number[]
  /** Shots of one or two frames between two cuts: leftovers of an edit. */
  flashFrames: Span[]
  /** Runs of less than 0.5 s of frames that repeat the one before, within motion. */
  repeatedFrames: Span[]
  flashes: FlashFacts
  /**
   * Bars as fractions of the frame as shown, when most samples have them; absent when there are none.
   */
  bars?: Bars
  /** Shots with bars in a video that has none as a whole; neighbours with the same bars are one span. */
  barredShots: BarredSpan[]
  /** Absent for full-range and RGB video, which has no broadcast range. */
  levels?: LevelFacts
  sharpness: SharpnessFacts
  captions: CaptionFacts
  /** `silent`: there is an audio track, but no channel ever exceeds -60 dBFS. */
  audio: 'none' | 'silent' | 'audible'
  /** Streams other than the measured video and the audio: more video, cover art, data. */
  otherStreams: { kind: string; codec: string }[]
}

/** Fractions 0..1 of the frame as shown, at each edge. */
export interface Bars {
  top: number
  right: number
  bottom: number
  left: number
}

export interface BarredSpan extends Span {
  bars: Bars
}

export interface ContainerFacts {
  /** By content: `mp4`, `mov`, `webm`, `matroska`, `mxf`, `mpegts`, `wav` … */
  name: string
  /** The `ftyp` brand, where there is one. */
  brand?: string
  /** As declared; absent when the container does not say or says nonsense. */
  durationSeconds?: number
  startSeconds: number
  /** End of the last frame or the last audio sample, by decoding. */
  decodedSeconds: number
  bitsPerSecond?: number
  /** What the container says that cannot be true, one sentence each. */
  oddities: string[]
}

export interface TimecodeFacts {
  /** Of the first frame, as the file states it: `10:00:00:00`, or `10:00:00;00` for drop-frame. */
  start: string
  isDropFrame: boolean
  /** Starts that the file states elsewhere and that differ. */
  others: string[]
  /** The timecode track has jumps. */
  hasJumps: boolean
}

export interface FrameRateFacts {
  /** Frames per second as declared, such as 29.97002997; absent when not declared. */
  nominal?: number
  /**
   * Frames per second over the decoded time stamps, without single gaps; absent with fewer than two frames.
   */
  measured?: number
  /**
   * By the time stamps of the frames: more than 2 % of the steps differ from the usual one by more than its
   * tolerance.
   */
  isVariable: boolean
  /** Shortest and longest step between two frames, in seconds. */
  shortestStepSeconds?: number
  longestStepSeconds?: number
}

export interface ScanFacts {
  /** What the stream says about itself. */
  flagged: 'progressive' | 'interlaced' | 'unknown'
  /** What the lines of sampled frames show; `undetermined` without motion. */
  content: 'progressive' | 'interlaced' | 'undetermined'
  /** Field order where it is interlaced. */
  fieldOrder?: 'top' | 'bottom'
  sampledFrames: number
}

export interface ColourFacts {
  /** Absent when the stream does not say. */
  range?: 'limited' | 'full'
  space?: string
  transfer?: string
  primaries?: string
  dynamicRange: 'sdr' | 'hdr10' | 'pq' | 'hlg' | 'dolby-vision'
}

/**
 * Counted on relative luminance of 64 x 36 cells, as WCAG 2.3.1 and ITU-R BT.1702 define a flash: a
 * pre-screen, not a certificate.
 */
export interface FlashFacts {
  /** A transition is half a flash. Times of luminance and of saturated-red transitions. */
  transitions: number[]
  redTransitions: number[]
  /** The most transitions within any one second. */
  mostTransitionsPerSecond: number
  mostRedTransitionsPerSecond: number
  /** Seconds with more than 6 transitions (over 3 flashes), joined. */
  failing: Span[]
  /** Seconds with 4 to 6 transitions, joined. */
  warning: Span[]
  /** 4 to 6 transitions a second in 4 of 5 s: the extended failure of BT.1702. */
  extended: Span[]
}

/** Sampled five times per second, of limited-range video only. */
export interface LevelFacts {
  /**
   * Spans of any length in which more than 1 % of the pixels leave 16-235 (luma) or 16-240 (chroma), in 8-bit
   * terms.
   */
  outOfRange: Span[]
  /** The same for luma, red, green or blue that leaves EBU R 103's 5-246. */
  outOfR103: Span[]
  /** Worst share of such pixels in a sample, 0..1. */
  worstOutOfRangeShare: number
  worstOutOfR103Share: number
}

/** Samples spread over the video at full resolution (centre of the frame). */
export interface SharpnessFacts {
  /**
   * ffmpeg's blurdetect: mean width of edges in pixels, of a frame that is reduced to at most 1920 pixels;
   * absent for flat frames. blockdetect: at the stored size, absent within stills.
   */
  samples: { atSeconds: number; blur?: number; blockiness?: number }[]
  medianBlur?: number
  medianBlockiness?: number
}

export interface CaptionFacts {
  /** CEA-608/708 inside the video stream. */
  hasEmbedded: boolean
  /** Subtitle streams: codec and language. */
  tracks: { codec: string; language?: string }[]
}
