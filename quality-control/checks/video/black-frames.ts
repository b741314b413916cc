import { defineCheck } from '../check'
import { byPosition, lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'No black pictures in between, and none too long at the ends',
  failureTitle: 'There are black pictures',
  why: 'A black picture in between is mostly a slip of the edit and looks like a fault; long black ends waste paid time.',
  remedy:
    'Close the gap in the edit, or shorten the black ends. If the black is meant (a fade), nothing needs to be done.',
  source: 'Every picture counts of which 99.9 % is black',
  needs: ['video'],
  severity: 'major',
  settings: {
    minInsideFrames: {
      doc: 'Black runs in between count from so many pictures',
      format: 'nat',
      unit: 'frames',
      min: 1,
      default: 1,
    },
    maxHeadSeconds: {
      doc: 'Longest black at the start',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 1,
    },
    maxTailSeconds: {
      doc: 'Longest black at the end',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 1,
    },
  },
  run: ({ video }, { minInsideFrames, maxHeadSeconds, maxTailSeconds }) => {
    const { black, startSeconds, durationSeconds, decodedFrames } = video
    const frameSeconds = durationSeconds / decodedFrames
    const { head, tail, inside } = byPosition(black, startSeconds, startSeconds + durationSeconds)
    if (head !== undefined && lengthOf(head) > durationSeconds - frameSeconds / 2) {
      return [
        {
          message: 'The whole video is black.',
          at: locationOf(head),
          measured: secondsText(lengthOf(head)),
          expected: 'pictures',
        },
      ]
    }
    const counted = inside.filter((span) => lengthOf(span) >= (minInsideFrames - 0.5) * frameSeconds)
    const found = counted.map((span) => ({
      message: `Black in between, at ${timeText(span.start)}.`,
      at: locationOf(span),
      measured: framesText(Math.round(lengthOf(span) / frameSeconds)),
      expected: 'no black',
    }))
    const ends = [
      { span: head, most: maxHeadSeconds, where: 'start' },
      { span: tail, most: maxTailSeconds, where: 'end' },
    ].flatMap(({ span, most, where }) => {
      if (span === undefined || lengthOf(span) <= most + frameSeconds / 2) return []
      const measured = secondsText(lengthOf(span))
      return [
        {
          level: 'warn' as const,
          message: `Black for ${measured} at the ${where}.`,
          at: locationOf(span),
          measured,
          expected: `at most ${most} s`,
        },
      ]
    })
    return [...found, ...ends]
  },
})

const framesText = (count: number) => (count === 1 ? '1 frame' : `${count} frames`)
