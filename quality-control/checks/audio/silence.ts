import { defineCheck, notApplicable } from '../check'
import { byPosition, lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'The sound has no holes',
  failureTitle: 'The sound falls silent',
  why: 'A silent hole is mostly a lost clip of the edit; long silence at the ends wastes paid time.',
  remedy:
    'Listen to the place and restore the missing sound. If the silence is meant, nothing needs to be done.',
  source: 'Silent is where no channel exceeds -60 dBFS',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    maxInsideSeconds: {
      doc: 'Longest silence in between',
      format: 'number',
      unit: 'seconds',
      min: 0.1,
      default: 1,
    },
    maxHeadSeconds: {
      doc: 'Longest silence at the start',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 1,
    },
    maxTailSeconds: {
      doc: 'Longest silence at the end',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 2,
    },
  },
  run: ({ audio: { silences, programme } }, { maxInsideSeconds, maxHeadSeconds, maxTailSeconds }) => {
    const { startSeconds, durationSeconds } = programme
    // Lossy codecs add some milliseconds at both ends.
    const { head, tail, inside } = byPosition(
      silences,
      startSeconds + 0.05,
      startSeconds + durationSeconds - 0.05,
    )
    if (head !== undefined && lengthOf(head) >= durationSeconds - 0.1)
      return notApplicable('The sound is silent throughout.')
    const finding = (span: { start: number; end: number }, where: string, most: number) => ({
      level: 'warn' as const,
      message: `Silence of ${secondsText(lengthOf(span))} ${where}.`,
      at: locationOf(span),
      measured: secondsText(lengthOf(span)),
      expected: `at most ${most} s`,
    })
    return [
      ...inside
        .filter((span) => lengthOf(span) > maxInsideSeconds)
        .map((span) => finding(span, `at ${timeText(span.start)}`, maxInsideSeconds)),
      ...(head !== undefined && lengthOf(head) > maxHeadSeconds
        ? [finding(head, 'at the start', maxHeadSeconds)]
        : []),
      ...(tail !== undefined && lengthOf(tail) > maxTailSeconds
        ? [finding(tail, 'at the end', maxTailSeconds)]
        : []),
    ]
  },
})
