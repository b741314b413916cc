import { defineCheck } from '../check'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'The header of the file tells the truth',
  failureTitle: 'The header of the file is wrong',
  why: 'Players and ad servers trust the header: with a wrong length they stop early or wait for pictures that never come.',
  remedy: 'Export again, or let a program write the container anew.',
  needs: ['video'],
  severity: 'major',
  settings: {
    tolerancePercent: {
      doc: 'How far the declared length may be from the decoded one',
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
    const message = `The header says ${secondsText(declared)}, pictures and sound end after ${secondsText(decoded)}.`
    return [...odd, { message, measured: secondsText(decoded), expected: secondsText(declared) }]
  },
})
