import { defineCheck } from '../check'
import { lengthOf, locationOf, timeText } from '../span-text'

export default defineCheck({
  title: 'No stray pictures between shots',
  failureTitle: 'A stray picture stands between two shots',
  why: 'One or two pictures of another shot are mostly left over from the edit: they are seen as a flicker.',
  remedy: 'Look at the place picture by picture and remove the left-over.',
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
