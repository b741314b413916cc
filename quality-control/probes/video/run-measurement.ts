import type { ProbeInput } from '../probe-types'
import { runTool } from '../run-tool'
import type { MeasurementPlan, VideoPlan } from './measurement-plan'
import { blockSplitter, wholeBlocks } from './meters/block-splitter'
import { composeMeasurement, pipes } from './compose-measurement'
import { EdgeMaps } from './meters/edge-maps'
import { FlashCounter } from './meters/flash-counter'
import { LogoBlackFinder } from './meters/logo-black'
import type { Transfer } from './meters/light'
import { type LevelSample, measureLevels } from './meters/level-meter'
import { lineSplitter } from '../line-splitter'
import { type LogFacts, logReader, type OpenSpan } from './meters/log-reader'
import { type LoudnessSample, readLoudness } from './meters/loudness'
import { type FrameMetadata, metadataReader } from './meters/metadata-reader'
import { SampleMeter } from './meters/sample-meter'
import { ShotDetector } from './meters/shot-detector'
import { StillFinder } from './meters/still-finder'

/** The results of the one pass, before they become facts. Times are seconds from the file's start. */
export interface Measurements {
  /** The time in seconds of each decoded frame, in order. */
  frameTimes: number[]
  black: OpenSpan[]
  frozen: OpenSpan[]
  flashes: FlashCounter
  shots: ShotDetector
  logoBlack: LogoBlackFinder
  stills: StillFinder
  levels: (LevelSample & { seconds: number })[]
  thumbnailTimes: number[]
  readingTimes: number[]
  blackTimes: number[]
  slateTimes: number[]
  superTimes: number[]
  edgeTimes: number[]
  edges?: EdgeMaps
  sharpness: { atSeconds: number; blur?: number; blockiness?: number }[]
  loudness: LoudnessSample[]
  samples?: SampleMeter
  log: LogFacts
  exitCode: number | null
  isTimedOut: boolean
}

export async function runMeasurement(
  input: ProbeInput,
  demuxers: readonly string[],
  plan: MeasurementPlan,
): Promise<Measurements> {
  const { path, scratchDir, signal, limits } = input
  const log = logReader(path)
  const measurements: Measurements = {
    ...{
      frameTimes: [],
      black: [],
      frozen: [],
      levels: [],
      thumbnailTimes: [],
      readingTimes: [],
      blackTimes: [],
      ...{ slateTimes: [], superTimes: [], edgeTimes: [] },
      sharpness: [],
      loudness: [],
    },
    ...{
      flashes: new FlashCounter(plan.video?.isUpright, transferOf(plan.video)),
      shots: new ShotDetector(),
      logoBlack: new LogoBlackFinder(plan.video?.isUpright),
      stills: new StillFinder(),
    },
    ...(plan.video?.supers && {
      edges: new EdgeMaps(plan.video.supers.edges.width, plan.video.supers.edges.height),
    }),
    ...(plan.audio && { samples: new SampleMeter(plan.audio.channels, plan.audio.sampleRateHz) }),
    ...{ log: log.facts, exitCode: null, isTimedOut: false },
  }
  const readers = readersFor(measurements, plan)
  const args = composeMeasurement({ path, demuxers, plan, maxPixels: limits.maxPixels, scratchDir })
  const result = await runTool('ffmpeg', args, {
    ...{ signal, ...limits, cwd: scratchDir },
    onStdout: progressReader(input, plan),
    onStderr: log.add,
    onPipe: readers.pipes,
    maxOutputBytes: 0,
  })
  readers.end()
  return { ...measurements, exitCode: result.exitCode, isTimedOut: result.killedFor === 'timeout' }
}

function transferOf(video: VideoPlan | undefined): Transfer {
  const tag = video?.stream.colourTransfer
  return tag === 'smpte2084' ? 'pq' : tag === 'arib-std-b67' ? 'hlg' : 'sdr'
}

function progressReader({ onProgress }: ProbeInput, { video, audio }: MeasurementPlan) {
  const seconds = video?.stream.durationSeconds ?? audio?.streams[0]?.durationSeconds
  return lineSplitter((line) => {
    const microseconds = Number(/^out_time_us=(\d+)/.exec(line)?.[1] ?? NaN)
    if (Number.isNaN(microseconds)) return
    onProgress({
      phase: 'measuring',
      fraction: seconds === undefined ? undefined : Math.min(1, microseconds / 1e6 / seconds),
    })
  })
}

/** One reader for each descriptor from 3 up; a pipe that the plan does not use is read and dropped. */
function readersFor(measurements: Measurements, plan: MeasurementPlan) {
  const levelTimes: number[] = []
  const metadata = {
    frames: metadataReader((frame) => noteFrame(measurements, frame)),
    smallTimes: metadataReader(({ seconds }) => levelTimes.push(seconds)),
    thumbnailTimes: metadataReader(({ seconds }) => measurements.thumbnailTimes.push(seconds)),
    readingTimes: metadataReader(({ seconds }) => measurements.readingTimes.push(seconds)),
    blackTimes: metadataReader(({ seconds }) => measurements.blackTimes.push(seconds)),
    slateTimes: metadataReader(({ seconds }) => measurements.slateTimes.push(seconds)),
    superTimes: metadataReader(({ seconds }) => measurements.superTimes.push(seconds)),
    edgeTimes: metadataReader(({ seconds }) => measurements.edgeTimes.push(seconds)),
    sharpness: metadataReader((frame) => noteSharpness(measurements, frame)),
    loudness: metadataReader((frame) => measurements.loudness.push(...readLoudness(frame))),
  }
  const blocks = {
    cells: blockSplitter(64 * 36 * 3, (frame) => {
      measurements.flashes.add(frame)
      measurements.shots.add(frame)
      measurements.logoBlack.add(frame)
    }),
    small: plan.video === undefined ? () => undefined : levelReader(measurements, plan.video),
    edges: edgeReader(measurements),
    samples:
      plan.audio === undefined
        ? () => undefined
        : wholeBlocks(plan.audio.channels * 2, (frames) => measurements.samples?.add(frames)),
  }
  const readers: Record<keyof typeof pipes, (chunk: Buffer) => void> = {
    ...blocks,
    ...{
      frames: metadata.frames.add,
      smallTimes: metadata.smallTimes.add,
      thumbnailTimes: metadata.thumbnailTimes.add,
    },
    ...{
      readingTimes: metadata.readingTimes.add,
      blackTimes: metadata.blackTimes.add,
      slateTimes: metadata.slateTimes.add,
      ...{ superTimes: metadata.superTimes.add, edgeTimes: metadata.edgeTimes.add },
      sharpness: metadata.sharpness.add,
      loudness: metadata.loudness.add,
    },
  }
  const end = () => {
    for (const reader of Object.values(metadata)) reader.end()
    for (const [index, sample] of measurements.levels.entries()) sample.seconds = levelTimes[index] ?? 0
  }
  return { pipes: Object.keys(pipes).map((name) => (isPipe(name) ? readers[name] : () => undefined)), end }
}

const isPipe = (name: string): name is keyof typeof pipes => name in pipes

function levelReader(measurements: Measurements, { stream, small: { width, height } }: VideoPlan) {
  return blockSplitter((width * height * 3) / 2, (planes) => {
    measurements.stills.add(planes.subarray(0, width * height))
    measurements.levels.push({
      ...measureLevels(planes, { width, height, matrix: stream.colourSpace }),
      seconds: 0,
    })
  })
}

function edgeReader({ edges }: Measurements) {
  if (edges === undefined) return () => undefined
  return blockSplitter(edges.width * edges.height, (luma) => edges.add(luma))
}

function noteFrame({ frameTimes, black, frozen }: Measurements, { seconds, values }: FrameMetadata): void {
  const time = Number.isFinite(seconds) ? seconds : (frameTimes.at(-1) ?? 0)
  frameTimes.push(time)
  noteEdge(black, values.get('lavfi.black_start'), values.get('lavfi.black_end'))
  noteEdge(frozen, values.get('lavfi.freezedetect.freeze_start'), values.get('lavfi.freezedetect.freeze_end'))
}

/** A span may begin and end at one frame: freezedetect reports a freeze only when it is long enough. */
function noteEdge(spans: OpenSpan[], start: string | undefined, end: string | undefined): void {
  const isWhole = start !== undefined && end !== undefined && Number(start) < Number(end)
  if (isWhole) {
    spans.push({ start: Number(start), end: Number(end) })
    return
  }
  const last = spans.at(-1)
  if (end !== undefined && last !== undefined) last.end ??= Number(end)
  if (start !== undefined) spans.push({ start: Number(start) })
}

function noteSharpness({ sharpness }: Measurements, { seconds, values }: FrameMetadata): void {
  const finite = (text: string | undefined) =>
    Number.isFinite(Number(text ?? NaN)) ? Number(text) : undefined
  sharpness.push({
    atSeconds: seconds,
    blur: finite(values.get('lavfi.blur')),
    blockiness: finite(values.get('lavfi.block')),
  })
}
