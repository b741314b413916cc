import { defineCheck, notApplicable } from '../check'
import { locationOf } from '../span-text'

export default defineCheck({
  title: 'Audio is silent at both ends',
  failureTitle: 'Audio is not silent at both ends',
  why: 'Playout cuts sound hard at both ends. Without a few silent frames the spot clicks or loses a word.',
  remedy: 'Leave the expected number of frames at the start and the end without audio.',
  source: 'Clearcast, "The Library: Timing of a Commercial": 6 frames; silent is below -60 dBFS',
  needs: ['audio', 'video'],
  severity: 'minor',
  settings: {
    minFrames: { doc: 'Minimum silence at each end', format: 'nat', unit: 'frames', default: 6 },
  },
  run: ({ audio: { silences }, video }, { minFrames }) => {
    const { startSeconds, durationSeconds, decodedFrames, audio } = video
    if (minFrames === 0) return notApplicable('The profile wants no silence at the ends.')
    if (audio !== 'audible') return notApplicable('The audio is silent throughout.')
    const seconds = (minFrames * durationSeconds) / Math.max(1, decodedFrames)
    const end = startSeconds + durationSeconds
    const places = [
      { where: 'start', span: { start: startSeconds, end: startSeconds + seconds } },
      { where: 'end', span: { start: end - seconds, end } },
    ]
    const isSilent = (span: { start: number; end: number }) =>
      silences.some(
        (one) => one.start <= span.start + roundingSeconds && one.end >= span.end - roundingSeconds,
      )
    return places
      .filter(({ span }) => !isSilent(span))
      .map(({ where, span }) => ({
        level: 'warn',
        message: `The ${where} of the programme is not silent for ${minFrames} frames.`,
        at: locationOf(span),
        measured: 'audio',
        expected: `${minFrames} silent frames`,
      }))
  },
})

/** Audio ends at a sample, and lossy codecs ring for a few milliseconds. */
const roundingSeconds = 0.005
