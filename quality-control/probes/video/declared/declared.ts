/** What the container declares, checked: numbers are finite and plausible, or absent. */
export interface Declared {
  formatName: string
  brand?: string
  durationSeconds?: number
  startSeconds: number
  bitsPerSecond?: number
  streams: DeclaredStream[]
  /** The container's own tags, names in lower case. */
  tags: Record<string, string>
  /** Impossible values, one sentence each. */
  oddities: string[]
}

export interface DeclaredStream {
  index: number
  kind: 'video' | 'audio' | 'subtitle' | 'data' | 'attachment' | 'unknown'
  codec: string
  profile?: string
  durationSeconds?: number
  startSeconds?: number
  bitsPerSecond?: number
  declaredFrames?: number
  language?: string
  /** Cover art and chapter images, not a moving picture. */
  isStill: boolean
  width: number
  height: number
  sampleAspectRatio: number
  rotationDegrees: 0 | 90 | 180 | 270
  pixelFormat: string
  /** Bits per component; 8 when the pixel format does not say. */
  bitDepth: number
  nominalRate?: number
  averageRate?: number
  fieldOrder?: string
  colourRange?: string
  colourSpace?: string
  colourTransfer?: string
  colourPrimaries?: string
  hasClosedCaptions: boolean
  /** Such as `DOVI configuration record`. */
  sideData: string[]
  channels: number
  layout: string
  sampleRateHz: number
  tags: Record<string, string>
}
