import { defineCheck } from '../check'
import { lengthOf, locationOf, timeText } from '../span-text'

export default defineCheck({
  title: 'No stray frames between shots',
  failureTitle: 'Stray frames between shots',
  why: 'One or two frames of another shot are usually left over from the edit. Viewers see a flicker.',
  remedy: 'Step through that moment frame by frame and remove the stray frames.',
  source: 'No standard: shots of one or two frames are taken for leftovers of the edit',
  needs: ['video'],
  severity: 'minor',
  settings: {},
  run: ({ video: { flashFrames, durationSeconds, decodedFrames } }) =>
    flashFrames.map((span) => {
      const frames = Math.max(1, Math.round((lengthOf(span) * decodedFrames) / durationSeconds))
      const measured = frames === 1 ? '1 frame' : `${frames} frames`
      return {
        level: 'warn',
        message: `A shot of ${measured} at ${timeText(span.start)}.`,
        at: locationOf(span),
        measured,
        expected: 'shots of at least 3 frames',
      }
    }),
})
