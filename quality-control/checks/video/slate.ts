import { defineCheck } from '../check'
import type { VideoFacts } from '../../facts/video'
import { lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'Slate is as expected',
  failureTitle: 'Slate is unexpected or missing',
  why: 'Some broadcasters require a slate before the spot. Anywhere else the audience would see it.',
  remedy: 'Export with or without the slate, as the delivery specification says.',
  source:
    'No standard: a still within the first minute, followed by black before the spot begins, counts as ' +
    'a slate',
  needs: ['video'],
  severity: 'major',
  settings: {
    wanted: {
      doc: 'Whether the video must start with a slate',
      format: 'string',
      choices: ['present', 'absent'],
      default: 'absent',
    },
    minSeconds: {
      doc: 'Minimum length of a still that counts as a slate',
      format: 'number',
      unit: 'seconds',
      min: 0.5,
      default: 2,
    },
  },
  run: ({ video }, { wanted, minSeconds }) => {
    const slate = slateIn(video, minSeconds)
    if (wanted === 'present') {
      return slate === undefined
        ? [
            {
              message: 'The video starts without a slate.',
              measured: 'none',
              expected: 'a slate, then black',
            },
          ]
        : []
    }
    if (slate === undefined) return []
    const message =
      `The video seems to start with a slate: ${secondsText(lengthOf(slate))} ` +
      `still at ${timeText(slate.start)}, then black.`
    return [{ level: 'warn', message, at: locationOf(slate), measured: 'slate', expected: 'none' }]
  },
})

/** Nothing but black and stills may come before it, and the spot must follow it. */
function slateIn({ frozen, black, startSeconds, durationSeconds }: VideoFacts, minSeconds: number) {
  const end = startSeconds + durationSeconds
  const isBlackAfter = (time: number) =>
    black.some((span) => span.start >= time - 0.1 && span.start <= time + 1 && span.end < end - 1)
  const isAtHead = (time: number) =>
    time <= startSeconds + 60 && [...black, ...frozen].some((span) => span.start <= startSeconds + 0.5)
  return frozen.find((span) => lengthOf(span) >= minSeconds && isAtHead(span.start) && isBlackAfter(span.end))
}
