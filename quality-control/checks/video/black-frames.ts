import type { Span } from '../../facts/video'
import { defineCheck } from '../check'
import type { CheckFinding } from '../check'
import { byPosition, lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'No black frames interrupt the video',
  failureTitle: 'Video has black frames',
  why: 'Black frames between shots are usually an editing mistake. Long black at the ends wastes paid time.',
  remedy:
    'Close the gap in the edit, or shorten the black at the ends. If the black is intended (a fade), ' +
    'no change is needed.',
  source:
    'EBU QC 0016B (black frames); no standard for the share: a frame counts when 99.9 % of it is ' +
    'black, so that a logo on black does not; a logo in a corner that stays from the image beside it is a ' +
    'station logo',
  needs: ['video'],
  severity: 'major',
  settings: {
    minInsideFrames: {
      doc: 'Minimum length of black between shots',
      format: 'nat',
      unit: 'frames',
      min: 1,
      default: 1,
    },
    maxDipSeconds: {
      doc: 'Maximum black between shots when the image fades into it or out of it',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 1,
    },
    maxHeadSeconds: {
      doc: 'Maximum black at the start',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 1,
    },
    maxTailSeconds: {
      doc: 'Maximum black at the end',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 1,
    },
  },
  run: ({ video }, { minInsideFrames, maxDipSeconds, maxHeadSeconds, maxTailSeconds }) => {
    const { black, dips, logoBlack, startSeconds, durationSeconds, decodedFrames } = video
    const frameSeconds = durationSeconds / decodedFrames
    const end = startSeconds + durationSeconds
    const whole = black.find((span) => lengthOf(span) > durationSeconds - frameSeconds / 2)
    if (whole !== undefined) return [wholeIsBlack(whole)]
    const limits = { minInsideFrames, maxHeadSeconds, maxTailSeconds, frameSeconds }
    const isDip = (span: Span) =>
      lengthOf(span) <= maxDipSeconds && dips.some(({ start }) => Math.abs(start - span.start) < 0.001)
    const findings = (spans: Span[], what: string) => {
      const { inside, ...ends } = byPosition(spans, startSeconds, end)
      return findingsOf({ ...ends, inside: inside.filter((span) => !isDip(span)) }, what, limits)
    }
    return [...findings(black, 'Black between shots'), ...findings(logoBlack, 'Black under a logo')]
  },
})

const wholeIsBlack = (span: Span): CheckFinding => ({
  message: 'The whole video is black.',
  at: locationOf(span),
  measured: secondsText(lengthOf(span)),
  expected: 'visible content',
})

interface Limits {
  minInsideFrames: number
  maxHeadSeconds: number
  maxTailSeconds: number
  frameSeconds: number
}

function findingsOf(
  { head, tail, inside }: ReturnType<typeof byPosition>,
  what: string,
  { minInsideFrames, maxHeadSeconds, maxTailSeconds, frameSeconds }: Limits,
): CheckFinding[] {
  const counted = inside.filter((span) => lengthOf(span) >= (minInsideFrames - 0.5) * frameSeconds)
  const found = counted.map((span) => ({
    message: `${what} at ${timeText(span.start)}.`,
    at: locationOf(span),
    measured: framesText(Math.round(lengthOf(span) / frameSeconds)),
    expected: 'no black',
  }))
  const ends = [
    { span: head, max: maxHeadSeconds, where: 'start' },
    { span: tail, max: maxTailSeconds, where: 'end' },
  ].flatMap(({ span, max, where }) => {
    if (span === undefined || lengthOf(span) <= max + frameSeconds / 2) return []
    const measured = secondsText(lengthOf(span))
    return [
      {
        level: 'warn' as const,
        message: `Black for ${measured} at the ${where}.`,
        at: locationOf(span),
        measured,
        expected: `at most ${max} s`,
      },
    ]
  })
  return [...found, ...ends]
}

const framesText = (count: number) => (count === 1 ? '1 frame' : `${count} frames`)
