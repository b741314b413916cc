import type { Declared, DeclaredStream } from './declared/declared'

/** What to measure and at which sizes, decided from the declared streams before anything is decoded. */
export interface MeasurementPlan {
  video?: VideoPlan
  audio?: AudioPlan
}

export interface VideoPlan {
  stream: DeclaredStream
  /** As stored: the graph works before rotation, so that no full-size frame is rotated. */
  isUpright: boolean
  /** The frame size for black, freeze, levels and bars: at most 320 on the longer side, even. */
  small: Size
  /** Frames for the report, in their shown orientation. */
  thumbnail: Size
  /** The first frame of each run of black, for the report, in its shown orientation. */
  black: Size
  /** Frames for OCR and codes; absent when neither is wanted. */
  reading?: Size & { everySeconds: number }
  /** Frames of the first two minutes, one a second, for a slate; absent when none is wanted. */
  slate?: Size
  /** Frames for supers, and the small grey ones that their edges are followed on; absent when not wanted. */
  supers?: { frame: Size; edges: Size; everySeconds: number }
  /** Seconds between two thumbnails, and between two measurements of sharpness. */
  thumbnailEverySeconds: number
  sharpnessEverySeconds: number
  /** Stored pixels for one pixel of the frame that edges are measured on: at most 1920 on its longer side. */
  edgePixels: number
  /** Interlace is measured in the first `scanForSeconds` of every `scanEverySeconds`. */
  scanEverySeconds: number
  scanForSeconds: number
}

export interface AudioPlan {
  /** One stream, or two mono streams that are left and right. */
  streams: DeclaredStream[]
  channels: number
  layout: string
  sampleRateHz: number
  /** With more channels than any usual layout, the first two are measured as left and right. */
  isReduced: boolean
}

export interface Size {
  width: number
  height: number
}

/** What else to keep frames for. `text`: OCR and codes; `supers`: text that stands still. */
export function planMeasurement(
  declared: Declared,
  wants: { text: boolean; slate: boolean; supers: boolean },
): MeasurementPlan {
  const video = declared.streams.find(
    ({ kind, isStill, width, height }) => kind === 'video' && !isStill && width > 1 && height > 1,
  )
  return { video: video && planVideo(video, declared, wants), audio: planAudio(declared) }
}

function planVideo(
  stream: DeclaredStream,
  declared: Declared,
  { text, slate, supers }: Parameters<typeof planMeasurement>[1],
): VideoPlan {
  const seconds = stream.durationSeconds ?? declared.durationSeconds ?? 60
  const shown = displaySize(stream)
  return {
    stream,
    isUpright: stream.height > stream.width,
    small: fit(stream, 320),
    thumbnail: fit(shown, 480),
    black: fit(shown, 320),
    ...(slate && { slate: fit(shown, 1280) }),
    ...(text && {
      reading: { ...fit(shown, 1280), everySeconds: Math.max(1, seconds / maxReadFrames) },
    }),
    ...(supers && {
      supers: {
        ...{ frame: fit(shown, 1920), edges: fit(shown, 480) },
        everySeconds: Math.max(0.5, seconds / maxSuperFrames),
      },
    }),
    thumbnailEverySeconds: Math.max(1, seconds / 24),
    sharpnessEverySeconds: Math.max(0.5, Math.min(5, seconds / 5), seconds / 40),
    edgePixels: Math.max(1, Math.max(stream.width, stream.height) / 1920),
    scanEverySeconds: Math.max(1, Math.min(10, seconds / 5)),
    scanForSeconds: 0.4,
  }
}

/** OCR of one frame costs as much as decoding many seconds. */
const maxReadFrames = 6
const maxSuperFrames = 90

/** After pixel aspect ratio and rotation: what a viewer sees. */
export function displaySize({ width, height, sampleAspectRatio, rotationDegrees }: DeclaredStream): Size {
  const across = Math.round(width * sampleAspectRatio)
  return rotationDegrees % 180 === 0 ? { width: across, height } : { width: height, height: across }
}

function fit({ width, height }: Size, longest: number): Size {
  const factor = Math.min(1, longest / Math.max(width, height))
  return { width: even(width * factor), height: even(height * factor) }
}

const even = (length: number) => Math.max(2, 2 * Math.round(length / 2))

/** Broadcast files have left and right as two mono streams. */
function planAudio(declared: Declared): AudioPlan | undefined {
  const [first, second] = declared.streams.filter(
    ({ kind, channels, sampleRateHz }) => kind === 'audio' && channels > 0 && sampleRateHz > 0,
  )
  if (first === undefined) return undefined
  const { sampleRateHz, channels } = first
  const stereo = { channels: 2, layout: 'stereo', sampleRateHz }
  if (channels === 1 && second?.channels === 1 && second.sampleRateHz === sampleRateHz) {
    return { streams: [first, second], ...stereo, isReduced: false }
  }
  if (channels > maxLayoutChannels) return { streams: [first], ...stereo, isReduced: true }
  const layout = first.layout === 'unknown' ? (usualLayouts[channels] ?? 'unknown') : first.layout
  return { streams: [first], channels, layout, sampleRateHz, isReduced: false }
}

const maxLayoutChannels = 8

/** The layout of a stream that does not declare one, by number of channels. */
const usualLayouts: Record<number, string> = { 1: 'mono', 2: 'stereo' }
