import { defineCheck } from '../check'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'File header is correct',
  failureTitle: 'File header is wrong',
  why:
    'Players and ad servers trust the header. With a wrong duration they stop early or wait for frames ' +
    'that never come.',
  remedy: 'Export again, or let a tool rewrite the container.',
  source: 'ISO/IEC 14496-12 (duration in the movie header); no standard for the tolerance: 5 %, at least 1 s',
  needs: ['video'],
  severity: 'major',
  settings: {
    tolerancePercent: {
      doc: 'Accepted difference between declared and decoded duration',
      format: 'number',
      unit: '%',
      min: 0,
      default: 5,
    },
  },
  run: ({ video: { container } }, { tolerancePercent }) => {
    const odd = container.oddities.map((message) => ({ message }))
    const { durationSeconds: declared, decodedSeconds: decoded } = container
    if (
      declared === undefined ||
      Math.abs(declared - decoded) <= Math.max(1, (decoded * tolerancePercent) / 100)
    )
      return odd
    const message =
      `The header states ${secondsText(declared)}, but the content ends after ` + `${secondsText(decoded)}.`
    return [...odd, { message, measured: secondsText(decoded), expected: secondsText(declared) }]
  },
})
