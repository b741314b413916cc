import { defineCheck } from '../check'
import { lengthOf, locationOf, timeText } from '../span-text'

export default defineCheck({
  title: 'No frames repeat within motion',
  failureTitle: 'Frames repeat within motion',
  why: 'A repeated frame makes motion stutter. The usual cause is a dropped frame or a converted rate.',
  remedy: 'Step through that moment frame by frame, and export again from the source at its own frame rate.',
  source:
    'Netflix counts even one duplicate frame; no standard for the limit: a frame equals the one before, ' +
    'while the four frames on each side move',
  needs: ['video'],
  severity: 'minor',
  settings: {},
  run: ({ video: { repeatedFrames, durationSeconds, decodedFrames } }) => {
    const [first] = repeatedFrames
    if (first === undefined) return []
    const frames = (span: { start: number; end: number }) =>
      Math.max(1, Math.round((lengthOf(span) * decodedFrames) / durationSeconds))
    const every = cadenceOf(repeatedFrames, decodedFrames / durationSeconds)
    if (every !== undefined)
      return [
        {
          level: 'warn',
          message: `Every ${every}th frame repeats the one before: the frame rate was converted.`,
          at: locationOf(first),
          measured: `${repeatedFrames.length} repeated frames`,
          expected: 'a new image in each frame',
        },
      ]
    return repeatedFrames.map((span) => ({
      level: 'warn',
      message: `The video stands still for ${framesText(frames(span))} at ${timeText(span.start)}.`,
      at: locationOf(span),
      measured: framesText(frames(span)),
      expected: 'no repeated frame',
    }))
  },
})

/** Of a steady pattern, such as 5 for 24 frames shown at 30. */
function cadenceOf(spans: readonly { start: number }[], rate: number): number | undefined {
  if (spans.length < 5) return undefined
  const steps = spans
    .slice(1)
    .map(({ start }, index) => Math.round((start - (spans[index]?.start ?? 0)) * rate))
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)]
  const agreeing = steps.filter((step) => step === usual).length
  return usual !== undefined && agreeing >= steps.length * 0.7 ? usual : undefined
}

const framesText = (count: number) => (count === 1 ? '1 frame' : `${count} frames`)
