import { defineCheck } from '../check'

export default defineCheck({
  title: 'The picture has an accepted bit depth',
  failureTitle: 'The picture has an unusual bit depth',
  why: 'Fewer than 8 bits a channel show steps in gradients; more than the target takes makes files heavy, or unreadable there.',
  remedy: 'Convert to 8 bits per channel when the picture is finished.',
  needs: ['image'],
  severity: 'minor',
  settings: {
    minBits: { doc: 'Fewer bits per channel warn', format: 'nat', unit: 'bits', default: 8 },
    maxBits: { doc: 'More bits per channel warn', format: 'nat', unit: 'bits', default: 8 },
  },
  run: ({ image: { bitsPerChannel } }, { minBits, maxBits }) => {
    if (bitsPerChannel >= minBits && bitsPerChannel <= maxBits) return []
    const expected = minBits === maxBits ? `${minBits} bits` : `${minBits} to ${maxBits} bits`
    const measured = `${bitsPerChannel} bits`
    return [
      {
        level: 'warn',
        message: `The picture has ${measured} per channel; wanted: ${expected}.`,
        measured,
        expected,
      },
    ]
  },
})
