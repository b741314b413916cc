import { resolve } from 'node:path'

import type { Facts } from '../../facts/facts'
import { detectType } from '../detect-type'
import type { Probe, ProbedMedium, ProbeInput } from '../probe-types'
import { type AnalysisPlan, planAnalysis } from './analysis-plan'
import type { Declared } from './declared/declared'
import { demuxersFor } from './declared/demuxers'
import { ffprobe } from './declared/ffprobe'
import { integrityFacts } from './integrity-facts'
import { pickThumbnails } from './pick-thumbnails'
import { pictureFacts } from './image-facts'
import { privacyOf } from './privacy'
import { readFrames } from './read-frames'
import { type Analysis, runAnalysis } from './run-analysis'
import { soundFacts } from './audio-facts'
import { technicalFacts } from './technical-facts'

/**
 * Video and audio files: ffprobe for what the container declares, then one ffmpeg pass for what pictures and
 * sound show.
 */
export const probeVideo: Probe = async (given) => {
  // The tools work in the scratch folder.
  const input = { ...given, path: resolve(given.path) }
  const { type, description } = await detectType(input.path)
  const demuxers = demuxersFor(type)
  if (demuxers === undefined) return broken([`a ${description} is not opened as video or sound`])
  input.onProgress({ phase: 'reading the header' })
  const opened = await ffprobe(input, demuxers)
  if ('refusal' in opened) return broken([opened.refusal])
  const { declared } = opened
  const plan = planAnalysis(declared, input.wants.has('text') || input.wants.has('codes'))
  const refusal = refusalOf(plan, input)
  if (refusal !== undefined) return { ...broken([refusal]), privacy: privacyOf(declared) }
  return factsOf(input, declared, plan, await runAnalysis(input, demuxers, plan), type)
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

/** Why a file with a sound header is not decoded all the same. */
function refusalOf(
  { picture, sound }: AnalysisPlan,
  { limits: { maxPixels } }: ProbeInput,
): string | undefined {
  if (picture === undefined && sound === undefined)
    return 'The file has neither a picture nor sound that can be decoded.'
  if (sound !== undefined && sound.channels > mostChannels)
    return `The sound has ${sound.channels} channels, at most ${mostChannels} are opened.`
  if (picture === undefined) return undefined
  const { width, height } = picture.stream
  return width * height > maxPixels
    ? `The picture is ${width} × ${height} pixels, at most ${maxPixels} pixels are opened.`
    : undefined
}

const mostChannels = 64

async function factsOf(
  input: ProbeInput,
  declared: Declared,
  plan: AnalysisPlan,
  analysis: Analysis,
  type: string,
): Promise<ProbedMedium> {
  const hasPictures = plan.picture !== undefined && analysis.frameTimes.length > 0
  const video = hasPictures && plan.picture ? pictureFacts(declared, plan.picture, analysis, type) : undefined
  const audio = plan.sound === undefined ? undefined : soundFacts(declared, plan.sound, analysis, video)
  const integrity = integrityFacts(declared, plan, analysis, input.limits.timeoutMs)
  const facts: Partial<Facts> = { integrity, ...(video && { video }), ...(audio && { audio }) }
  const previews =
    video && plan.picture
      ? await pickThumbnails(input, video, analysis.thumbnailTimes, plan.picture.thumbnail)
      : []
  const read = plan.picture?.reading && video ? await readFrames(input, analysis.readingTimes) : undefined
  return {
    facts: { ...facts, ...read?.facts },
    problems: { ...(analysis.isTimedOut ? problemsOf(plan, input) : {}), ...read?.problems },
    privacy: privacyOf(declared),
    previews,
    technicalFacts: technicalFacts(facts),
    tools: [{ name: 'ffmpeg', version: analysis.log.ffmpegVersion }, ...(read?.tools ?? [])],
  }
}

/** Half a film is no ground for a verdict. */
function problemsOf({ picture, sound }: AnalysisPlan, { limits }: ProbeInput): ProbedMedium['problems'] {
  const reason = `The analysis did not end within ${Math.round(limits.timeoutMs / 1000)} s.`
  return { ...(picture && { video: reason }), ...(sound && { audio: reason }) }
}
