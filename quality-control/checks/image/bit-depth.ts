import { defineCheck } from '../check'

export default defineCheck({
  title: 'Bit depth is accepted',
  failureTitle: 'Bit depth is unusual',
  why:
    'Fewer than 8 bits per channel show steps in gradients. More bits make the file large, or ' +
    'unreadable for some programs.',
  remedy: 'Convert the finished image to 8 bits per channel.',
  source: 'No standard: browsers, ad servers and print workflows all read 8 bits per channel',
  needs: ['image'],
  severity: 'minor',
  settings: {
    minBits: { doc: 'Minimum bits per channel', format: 'nat', unit: 'bits', default: 8 },
    maxBits: { doc: 'Maximum bits per channel', format: 'nat', unit: 'bits', default: 8 },
  },
  run: ({ image: { bitsPerChannel } }, { minBits, maxBits }) => {
    if (bitsPerChannel >= minBits && bitsPerChannel <= maxBits) return []
    const expected = minBits === maxBits ? `${minBits} bits` : `${minBits} to ${maxBits} bits`
    const measured = `${bitsPerChannel} bits`
    return [
      {
        level: 'warn',
        message: `The image has ${measured} per channel; expected ${expected}.`,
        measured,
        expected,
      },
    ]
  },
})
