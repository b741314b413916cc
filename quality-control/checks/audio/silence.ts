import { defineCheck, notApplicable } from '../check'
import { byPosition, lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'Audio has no gaps',
  failureTitle: 'Audio has silent gaps',
  why: 'A silent gap is usually a clip that was lost in the edit. Long silence at the ends wastes paid time.',
  remedy:
    'Go to that time and restore the missing audio. If the silence is intended, no change is ' + 'needed.',
  source: 'No standard: silent is where no channel exceeds -60 dBFS, for more than 1 s',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    maxInsideSeconds: {
      doc: 'Maximum silence between sounds',
      format: 'number',
      unit: 'seconds',
      min: 0.1,
      default: 1,
    },
    maxHeadSeconds: {
      doc: 'Maximum silence at the start',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 1,
    },
    maxTailSeconds: {
      doc: 'Maximum silence at the end',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 2,
    },
  },
  run: ({ audio: { silences, programme } }, { maxInsideSeconds, maxHeadSeconds, maxTailSeconds }) => {
    const { startSeconds, durationSeconds } = programme
    // Lossy codecs add a few milliseconds at both ends.
    const { head, tail, inside } = byPosition(
      silences,
      startSeconds + 0.05,
      startSeconds + durationSeconds - 0.05,
    )
    if (head !== undefined && lengthOf(head) >= durationSeconds - 0.1)
      return notApplicable('The audio is silent throughout.')
    const finding = (span: { start: number; end: number }, where: string, max: number) => ({
      level: 'warn' as const,
      message: `Silence of ${secondsText(lengthOf(span))} ${where}.`,
      at: locationOf(span),
      measured: secondsText(lengthOf(span)),
      expected: `at most ${max} s`,
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
