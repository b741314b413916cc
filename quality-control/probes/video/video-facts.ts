import type {
  ColourFacts,
  ContainerFacts,
  FrameRateFacts,
  LevelFacts,
  ScanFacts,
  SharpnessFacts,
  Span,
  VideoFacts,
} from '../../facts/video'
import { median } from '../../median'
import { barFacts } from './bar-facts'
import { displaySize, type VideoPlan } from './measurement-plan'
import type { Declared, DeclaredStream } from './declared/declared'
import { frameRateFacts } from './frame-rate'
import type { LevelSample } from './meters/level-meter'
import type { OpenSpan } from './meters/log-reader'
import type { Measurements } from './run-measurement'
import { timecodeFacts } from './timecode-facts'
import { join, maxEntries, roundTime, subtract, tidy } from './meters/spans'

export function videoFacts(
  declared: Declared,
  plan: VideoPlan,
  measurements: Measurements,
  detectedType: string,
): VideoFacts {
  const { stream } = plan
  const { frameTimes } = measurements
  const frameRate = frameRateFacts(frameTimes, stream.nominalRate)
  const end = endOfFrames(frameTimes, frameRate, stream)
  const black = tidy(join(closed(measurements.black, end)))
  const logoBlack = measurements.logoBlack.facts(frameTimes, end, black)
  const frozen = frozenSpans(measurements, black, end)
  const { cuts, flashFrames, repeatedFrames, stillFrom } = measurements.shots.facts(frameTimes)
  return {
    container: containerFacts(declared, detectedType, [
      end,
      measurements.samples?.facts(0).decodedSeconds ?? 0,
    ]),
    ...declaredFacts(stream),
    startSeconds: frameTimes[0] ?? 0,
    durationSeconds: roundTime(end - (frameTimes[0] ?? 0)),
    decodedFrames: frameTimes.length,
    frameRate,
    timecode: timecodeFacts(declared, stream),
    bitsPerSecond: stream.bitsPerSecond ?? declared.bitsPerSecond,
    scan: scanFacts(stream, measurements),
    colour: colourFacts(stream),
    black,
    dips: measurements.shots.dips([...black, ...logoBlack], frameTimes),
    logoBlack,
    frozen,
    stillFromSeconds: roundTime(stillFrom),
    cuts,
    flashFrames: outsideOf(black, flashFrames),
    repeatedFrames: outsideOf(black, repeatedFrames),
    flashes: measurements.flashes.facts(frameTimes),
    ...barFacts(plan, measurements, cuts, end),
    levels: levelFacts(stream, measurements.levels, end),
    sharpness: sharpnessFacts(measurements, frozen),
    captions: captionFacts(declared, stream.hasClosedCaptions || measurements.log.hasCaptions),
    audio: audibility(declared, measurements),
    otherStreams: otherStreams(declared, stream),
  }
}

const outsideOf = (black: readonly Span[], spans: readonly Span[]) =>
  spans.filter(({ start }) => !black.some((span) => start >= span.start && start < span.end))

function declaredFacts(stream: DeclaredStream) {
  const shown = displaySize(stream)
  return {
    codec: stream.codec,
    codecProfile: stream.profile,
    pixelFormat: stream.pixelFormat,
    bitDepth: stream.bitDepth,
    codedWidth: stream.width,
    codedHeight: stream.height,
    displayWidth: shown.width,
    displayHeight: shown.height,
    sampleAspectRatio: stream.sampleAspectRatio,
    rotationDegrees: stream.rotationDegrees,
  }
}

/** `ends` are the decoded ends of video and audio, in seconds. */
function containerFacts(declared: Declared, detectedType: string, ends: readonly number[]): ContainerFacts {
  const { brand, durationSeconds, startSeconds, bitsPerSecond, oddities } = declared
  return {
    name: detectedType,
    brand,
    durationSeconds,
    startSeconds,
    decodedSeconds: roundTime(Math.max(...ends)),
    bitsPerSecond,
    oddities,
  }
}

/**
 * The last frame lasts one usual step, or the rest of what the stream declares when that is less than two.
 */
function endOfFrames(
  frameTimes: readonly number[],
  { measured, nominal }: FrameRateFacts,
  { averageRate }: DeclaredStream,
): number {
  const rate = measured ?? averageRate ?? nominal
  const last = frameTimes.at(-1)
  if (last === undefined) return 0
  const steps = frameTimes.slice(1).map((time, index) => time - (frameTimes[index] ?? 0))
  return last + (median(steps) ?? (rate === undefined ? 0 : 1 / rate))
}

const closed = (spans: readonly OpenSpan[], end: number): Span[] =>
  spans.map((span) => ({ start: span.start, end: span.end ?? end }))

function scanFacts({ fieldOrder }: DeclaredStream, { log: { interlace } }: Measurements): ScanFacts {
  const { top, bottom, progressive, undetermined } = interlace
  const judged = top + bottom + progressive
  // A 3:2 pulldown makes two of five frames interlaced.
  const isInterlaced = (top + bottom) / judged >= 0.35
  const order = top >= bottom ? 'top' : 'bottom'
  return {
    flagged:
      fieldOrder === undefined || fieldOrder === 'unknown'
        ? 'unknown'
        : fieldOrder === 'progressive'
          ? 'progressive'
          : 'interlaced',
    content: judged < 3 ? 'undetermined' : isInterlaced ? 'interlaced' : 'progressive',
    ...(judged >= 3 && isInterlaced && { fieldOrder: order }),
    sampledFrames: judged + undetermined,
  }
}

function colourFacts(stream: DeclaredStream): ColourFacts {
  const { colourRange, colourSpace, colourTransfer, colourPrimaries, sideData } = stream
  const known = (value: string | undefined) =>
    value === 'unknown' || value === 'reserved' ? undefined : value
  return {
    range: colourRange === 'tv' ? 'limited' : colourRange === 'pc' ? 'full' : undefined,
    space: known(colourSpace),
    transfer: known(colourTransfer),
    primaries: known(colourPrimaries),
    dynamicRange: dynamicRange(colourTransfer, sideData),
  }
}

function dynamicRange(
  transfer: string | undefined,
  sideData: readonly string[],
): ColourFacts['dynamicRange'] {
  if (sideData.includes('DOVI configuration record')) return 'dolby-vision'
  if (transfer === 'arib-std-b67') return 'hlg'
  if (transfer !== 'smpte2084') return 'sdr'
  return sideData.includes('Mastering display metadata') ? 'hdr10' : 'pq'
}

/** A freeze in a codec that changes it from group to group is only found where it lasts. */
function frozenSpans({ frozen, stills, levels }: Measurements, black: readonly Span[], end: number): Span[] {
  const exact = join(closed(frozen, end))
  const isKnown = (still: Span) => exact.some((span) => span.start < still.end && span.end > still.start)
  const coded = stills.facts(levels.map(({ seconds }) => seconds)).filter((still) => !isKnown(still))
  return tidy(subtract(join([...exact, ...coded]), black))
}

const sampleSeconds = 0.2

function levelFacts(
  { colourRange, pixelFormat }: DeclaredStream,
  samples: Measurements['levels'],
  end: number,
): LevelFacts | undefined {
  const hasBroadcastRange =
    colourRange !== 'pc' && pixelFormat.startsWith('yuv') && !pixelFormat.startsWith('yuvj')
  if (!hasBroadcastRange || samples.length === 0) return undefined
  return {
    outOfRange: spansOver(samples, end, ({ outOfRange }) => outOfRange),
    outOfR103: spansOver(samples, end, ({ outOfR103 }) => outOfR103),
    worstOutOfRangeShare: samples.reduce((worst, { outOfRange }) => Math.max(worst, outOfRange), 0),
    worstOutOfR103Share: samples.reduce((worst, { outOfR103 }) => Math.max(worst, outOfR103), 0),
  }
}

function spansOver(
  samples: Measurements['levels'],
  end: number,
  shareOf: (sample: LevelSample) => number,
): Span[] {
  const over = samples.filter((sample) => shareOf(sample) > 0.01)
  return tidy(
    join(
      over.map(({ seconds }) => ({ start: seconds, end: Math.min(end, seconds + sampleSeconds) })),
      sampleSeconds / 2,
    ),
  )
}

/** Only motion shows blocks: the edges of a still graphic, such as colour bars, may lie on their grid. */
function sharpnessFacts({ sharpness, black }: Measurements, frozen: readonly Span[]): SharpnessFacts {
  const isBlack = (second: number) =>
    black.some(({ start, end = Infinity }) => second >= start && second < end)
  const isStill = (second: number) => frozen.some(({ start, end }) => second >= start && second < end)
  const samples = sharpness
    .filter(({ atSeconds }) => !isBlack(atSeconds))
    .slice(0, maxEntries)
    .map((sample) => (isStill(sample.atSeconds) ? { ...sample, blockiness: undefined } : sample))
  return {
    samples,
    medianBlur: median(samples.map(({ blur }) => blur)),
    medianBlockiness: median(samples.map(({ blockiness }) => blockiness)),
  }
}

function captionFacts({ streams }: Declared, hasEmbedded: boolean): VideoFacts['captions'] {
  const tracks = streams.filter(({ kind }) => kind === 'subtitle').slice(0, 64)
  return { hasEmbedded, tracks: tracks.map(({ codec, language }) => ({ codec, language })) }
}

function audibility({ streams }: Declared, { samples }: Measurements): VideoFacts['audio'] {
  if (!streams.some(({ kind }) => kind === 'audio')) return 'none'
  const channels = samples?.facts(0).channels
  return channels?.every(({ peakDbfs = -Infinity }) => peakDbfs < silenceDbfs) === true ? 'silent' : 'audible'
}

const silenceDbfs = -60

function otherStreams({ streams }: Declared, judged: DeclaredStream): VideoFacts['otherStreams'] {
  const others = streams
    .filter(({ kind, index }) => index !== judged.index && kind !== 'audio' && kind !== 'subtitle')
    .slice(0, 64)
  return others.map(({ kind, codec, isStill }) => ({ kind: isStill ? 'cover image' : kind, codec }))
}
