import type { Declared, DeclaredStream } from './declared'

/** More than a week means a broken or hostile header. */
const maxSeconds = 7 * 24 * 3600

/** Reads ffprobe's JSON. Throws when it is not JSON; every number is checked. */
export function readDeclared(json: string): Declared {
  const root = record(JSON.parse(json))
  const format = record(root.format)
  const oddities: string[] = []
  const streams = list(root.streams).map((stream) => readStream(record(stream), oddities))
  const tags = readTags(format.tags)
  return {
    formatName: text(format.format_name) ?? 'unknown',
    brand: tags.major_brand?.trim(),
    durationSeconds: duration(format.duration, 'The container', oddities),
    startSeconds: time(format.start_time, 'The container', oddities) ?? 0,
    bitsPerSecond: positive(format.bit_rate),
    streams,
    tags,
    oddities,
  }
}

function readStream(stream: Json, oddities: string[]): DeclaredStream {
  const tags = readTags(stream.tags)
  const index = positive(stream.index) ?? 0
  const who = `Stream ${index}`
  const sideData = list(stream.side_data_list).map(record)
  const disposition = record(stream.disposition)
  const [across = 1, down = 1] = (text(stream.sample_aspect_ratio) ?? '1:1').split(':').map(Number)
  return {
    index,
    kind: kindOf(text(stream.codec_type)),
    codec: text(stream.codec_name) ?? 'unknown',
    profile: text(stream.profile),
    durationSeconds: duration(stream.duration, who, oddities),
    startSeconds: time(stream.start_time, who, oddities),
    bitsPerSecond: positive(stream.bit_rate) ?? positive(tags.bps),
    declaredFrames: positive(stream.nb_frames),
    language: tags.language === 'und' ? undefined : tags.language,
    isStill: disposition.attached_pic === 1 || disposition.timed_thumbnails === 1,
    width: positive(stream.width) ?? 0,
    height: positive(stream.height) ?? 0,
    sampleAspectRatio: saneRatio(across / down, who, oddities),
    rotationDegrees: rotation(sideData),
    pixelFormat: text(stream.pix_fmt) ?? 'unknown',
    bitDepth: bitDepth(text(stream.pix_fmt) ?? ''),
    nominalRate: rate(stream.r_frame_rate),
    averageRate: rate(stream.avg_frame_rate),
    fieldOrder: text(stream.field_order),
    colourRange: text(stream.color_range),
    colourSpace: text(stream.color_space),
    colourTransfer: text(stream.color_transfer),
    colourPrimaries: text(stream.color_primaries),
    hasClosedCaptions: stream.closed_captions === 1,
    sideData: sideData.map((data) => text(data.side_data_type) ?? 'unknown'),
    channels: positive(stream.channels) ?? 0,
    layout: text(stream.channel_layout) ?? 'unknown',
    sampleRateHz: positive(stream.sample_rate) ?? 0,
    tags,
  }
}

type Json = Record<string, unknown>

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const record = (value: unknown): Json => (isRecord(value) ? value : {})
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined)

function readTags(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record(value)).map(([name, tag]) => [name.toLowerCase(), text(tag) ?? '']),
  )
}

function kindOf(type: string | undefined): DeclaredStream['kind'] {
  if (type === 'video' || type === 'audio' || type === 'subtitle' || type === 'data' || type === 'attachment')
    return type
  return 'unknown'
}

function positive(value: unknown): number | undefined {
  const number = Number(value ?? NaN)
  return Number.isFinite(number) && number > 0 && number <= Number.MAX_SAFE_INTEGER ? number : undefined
}

/**
 * Bits per component of one of ffmpeg's pixel formats: `yuv420p10le` is 10, `gray12be` 12, `rgb48le` 16,
 * `yuv420p` 8.
 */
export function bitDepth(pixelFormat: string): number {
  const named = /(?:p|gray|gbrp|gbrap|x2rgb|x2bgr|p0|p2|p4|y2)(9|10|12|14|16)(?:le|be)?$/.exec(
    pixelFormat,
  )?.[1]
  if (named !== undefined) return Number(named)
  return /(?:rgb48|bgr48|rgba64|bgra64|ya16)/.test(pixelFormat) ? 16 : 8
}

function duration(value: unknown, who: string, oddities: string[]): number | undefined {
  const seconds = time(value, who, oddities)
  return seconds !== undefined && seconds > 0 ? seconds : undefined
}

function time(value: unknown, who: string, oddities: string[]): number | undefined {
  const written = text(value)
  if (written === undefined || written === 'N/A') return undefined
  const seconds = Number(written)
  if (Number.isFinite(seconds) && Math.abs(seconds) <= maxSeconds) return seconds
  oddities.push(`${who} declares a time of ${written} s, expected at most a week.`)
  return undefined
}

function saneRatio(ratio: number, who: string, oddities: string[]): number {
  // ffprobe writes `0:1` when the ratio is not given.
  if (!Number.isFinite(ratio) || ratio === 0) return 1
  if (ratio >= 0.1 && ratio <= 10) return ratio
  oddities.push(
    `${who} declares pixels ${ratio.toFixed(3)} times as wide as high, expected between 0.1 and 10.`,
  )
  return 1
}

/**
 * `30000/1001`; absent for `0/0` and implausible rates. Phones declare their clock, such as `90000/1`: kept,
 * callers judge it.
 */
function rate(value: unknown): number | undefined {
  const [above = NaN, below = NaN] = (text(value) ?? '').split('/').map(Number)
  const perSecond = above / below
  return Number.isFinite(perSecond) && perSecond >= minRate ? perSecond : undefined
}

/** A slide show has one frame in ten seconds. */
const minRate = 0.1

/** ffprobe's angle is counter-clockwise. */
function rotation(sideData: Json[]): DeclaredStream['rotationDegrees'] {
  const found = sideData.map((data) => data.rotation).find((value) => typeof value === 'number')
  if (typeof found !== 'number' || !Number.isFinite(found)) return 0
  const quarters = ((Math.round(-found / 90) % 4) + 4) % 4
  return quarters === 1 ? 90 : quarters === 2 ? 180 : quarters === 3 ? 270 : 0
}
