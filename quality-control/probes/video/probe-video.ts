import { resolve } from 'node:path'

import type { Facts } from '../../facts/facts'
import type { VideoFacts } from '../../facts/video'
import { detectType } from '../detect-type'
import type { Preview, Probe, ProbedMedium, ProbeInput } from '../probe-types'
import { type MeasurementPlan, planMeasurement, type VideoPlan } from './measurement-plan'
import type { Declared } from './declared/declared'
import { demuxersFor } from './declared/demuxers'
import { ffprobe } from './declared/ffprobe'
import { integrityFacts } from './integrity-facts'
import { pickThumbnails } from './pick-thumbnails'
import { videoFacts } from './video-facts'
import { privacyOf } from './declared/privacy'
import { readFrames } from './read-frames'
import { readSupers } from './supers/read-supers'
import { readSlate } from './read-slate'
import { type Measurements, runMeasurement } from './run-measurement'
import { audioFacts } from './audio-facts'
import { describeText } from '../text/describe-text'
import { technicalFacts } from './technical-facts'

/**
 * Video and audio files: ffprobe reads what the container declares, then one ffmpeg pass measures video and
 * audio.
 */
export const probeVideo: Probe = async (given) => {
  // The tools work in the scratch folder.
  const input = { ...given, path: resolve(given.path) }
  const { type, description } = await detectType(input.path)
  const demuxers = demuxersFor(type)
  if (demuxers === undefined) return broken([`a ${description} is neither video nor audio`])
  input.onProgress({ phase: 'reading the header' })
  const opened = await ffprobe(input, demuxers)
  if ('failure' in opened) return broken([opened.failure])
  const { declared } = opened
  const plan = planMeasurement(declared, {
    text: input.wants.has('text') || input.wants.has('codes'),
    ...{ slate: input.wants.has('slate'), supers: input.wants.has('supers') },
  })
  const failure = failureOf(plan, input)
  if (failure !== undefined) return { ...broken([failure]), privacy: privacyOf(declared) }
  return factsOf(input, declared, plan, await runMeasurement(input, demuxers, plan), type)
}

function broken(errors: string[]): ProbedMedium {
  return {
    facts: { integrity: { isDecodable: false, errorCount: errors.length, errors } },
    problems: {},
    previews: [],
    technicalFacts: [],
    tools: [],
  }
}

/** Why a file with a readable header is not decoded. */
function failureOf(
  { video, audio }: MeasurementPlan,
  { limits: { maxPixels } }: ProbeInput,
): string | undefined {
  if (video === undefined && audio === undefined)
    return 'The file has neither video nor audio that can be decoded.'
  if (audio !== undefined && audio.channels > maxChannels)
    return `The audio has ${audio.channels} channels; at most ${maxChannels} are supported.`
  if (video === undefined) return undefined
  const { width, height } = video.stream
  return width * height > maxPixels
    ? `The video is ${width} × ${height} pixels; at most ${maxPixels / 1e6} million pixels are supported.`
    : undefined
}

const maxChannels = 64

async function factsOf(
  input: ProbeInput,
  declared: Declared,
  plan: MeasurementPlan,
  measurements: Measurements,
  type: string,
): Promise<ProbedMedium> {
  const hasFrames = plan.video !== undefined && measurements.frameTimes.length > 0
  const video = hasFrames && plan.video ? videoFacts(declared, plan.video, measurements, type) : undefined
  const audio = plan.audio === undefined ? undefined : audioFacts(declared, plan.audio, measurements, video)
  const integrity = integrityFacts(declared, plan, measurements, input.limits.timeoutMs)
  const facts: Partial<Facts> = { integrity, ...(video && { video }), ...(audio && { audio }) }
  const previews = video && plan.video ? await previewsOf(input, plan.video, measurements, video) : []
  const read = plan.video?.reading && video ? await readFrames(input, measurements.readingTimes) : undefined
  const slate =
    plan.video?.slate && video ? await readSlate(input, video, measurements.slateTimes) : undefined
  const supers =
    video && measurements.edges
      ? await readSupers(input, {
          ...{ edges: measurements.edges, edgeTimes: measurements.edgeTimes },
          ...{ times: measurements.superTimes, end: video.startSeconds + video.durationSeconds },
        })
      : undefined
  return {
    facts: { ...facts, ...read?.facts, ...slate?.facts, ...supers?.facts },
    problems: {
      ...(measurements.isTimedOut ? problemsOf(plan, input) : {}),
      ...read?.problems,
      ...slate?.problems,
      ...supers?.problems,
    },
    privacy: privacyOf(declared),
    previews,
    technicalFacts: [...technicalFacts(facts), ...describeText(read?.facts.text)],
    tools: [{ name: 'ffmpeg', version: measurements.log.ffmpegVersion }, ...(read?.tools ?? [])],
  }
}

function previewsOf(
  input: ProbeInput,
  { thumbnail, black }: VideoPlan,
  { thumbnailTimes, blackTimes }: Measurements,
  video: VideoFacts,
): Promise<Preview[]> {
  const { failing, warning } = video.flashes
  return pickThumbnails(input, {
    thumbnails: { name: 'thumbnail', times: thumbnailTimes, size: thumbnail },
    black: { name: 'black', times: blackTimes, size: black },
    unfit: [...video.black, ...video.logoBlack, ...video.flashFrames, ...failing, ...warning],
  })
}

/** Half a video is not enough for a verdict. */
function problemsOf({ video, audio }: MeasurementPlan, { limits }: ProbeInput): ProbedMedium['problems'] {
  const reason = `Decoding took longer than ${Math.round(limits.timeoutMs / 1000)} s.`
  return { ...(video && { video: reason }), ...(audio && { audio: reason }) }
}
